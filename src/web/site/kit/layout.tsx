/** What stands around every page of the paper: its head, the bar, the foot. */

import type { Child } from 'hono/jsx'
import { siteFrameMessages as m } from '../../../messages/index.ts'
import { jsonData } from '../../kit/escaped-text.ts'
import { Head } from './head.tsx'
import { HeadLinks } from './head-links.tsx'
import { Links, YOURS } from './menu-links.tsx'
import type { MenuLink, Site } from './props.ts'

interface LayoutProps {
  site: Site
  title: string
  description?: string
  /** The page's own path, for its canonical address. */
  path?: string
  /** The path of the section that it belongs to. */
  section?: string | undefined
  /** More for the head. */
  head?: Child
  /** The nameplate in full (the front page) or small. */
  plate?: 'full' | 'small'
  /** The day of the newest story, in ms. */
  edition?: number
  /** Not for search engines. */
  noIndex?: boolean
  children?: Child
}

/** A whole document, ready to be sent. */
export function document(props: LayoutProps): string {
  return `<!doctype html>${<Layout {...props} />}`
}

function Layout(props: LayoutProps) {
  const { site, title, description, path, section, head, plate = 'small', edition, noIndex, children } = props
  return (
    <html lang={site.language} dir={site.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {description ? <meta name="description" content={description} /> : null}
        {path ? <link rel="canonical" href={site.url + path} /> : null}
        {noIndex ? <meta name="robots" content="noindex" /> : null}
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={site.stylesheet} />
        <HeadLinks site={site} />
        <link rel="alternate" type="application/atom+xml" title={site.name} href="/feed.xml" />
        {head}
      </head>
      <body>
        <a class="skip" href="#main">
          {m.skip}
        </a>
        <Head site={site} plate={plate} edition={edition} path={path} section={section} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <Foot site={site} />
      </body>
    </html>
  )
}

/** A whole document for a frame on a page of another site: nothing stands around it, and its links open beside that page. */
export const framedDocument = ({ site, title, children }: LayoutProps): string =>
  `<!doctype html>${(
    <html lang={site.language} dir={site.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={site.stylesheet} />
        <script type="module" src={site.dress.frameScript} />
      </head>
      <body class="framed">
        <main>{children}</main>
      </body>
    </html>
  )}`

const Foot = ({ site }: { site: Site }) => {
  const { head, foot, legal, record } = site.menus
  const isLegal = ({ path }: MenuLink) => legal.some((one) => one.path === path)
  const rules = [
    { says: m.houseRules, path: '/house-rules' },
    { says: m.corrections, path: '/corrections' },
  ]
  return (
    <footer class="foot">
      <div class="foot-groups">
        <Group
          id="foot-paper"
          title={m.thePaper}
          links={[{ says: m.frontPage, path: '/' }, ...head, { says: m.archive, path: '/archive' }]}
        />
        <Group
          id="foot-about"
          title={m.about}
          links={[
            ...foot.filter((link) => !isLegal(link)),
            ...rules,
            ...(record === null ? [] : [{ says: m.record, path: record }]),
          ]}
        />
        <Group id="foot-you" title={m.you} links={[...YOURS, { says: m.feed, path: '/feed.xml' }]} />
      </div>
      <p class="meta">
        {m.copyright(site.year, site.name)}
        {legal.map(({ says, path }) => (
          <>
            {' · '}
            <a href={path}>{says}</a>
          </>
        ))}
        <br />
        {site.withoutReview == null ? m.everyCommentRead : m.mostCommentsRead(site.withoutReview)}
      </p>
    </footer>
  )
}

const Group = ({ id, title, links }: { id: string; title: string; links: readonly MenuLink[] }) => (
  <nav aria-labelledby={id}>
    <p class="label" id={id}>
      {title}
    </p>
    <ul class={links.length > 8 ? 'plain wide' : 'plain'}>
      <Links links={links} />
    </ul>
  </nav>
)

export const jsonLd = (value: unknown) => <script type="application/ld+json">{jsonData(value)}</script>
