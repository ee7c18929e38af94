/** What stands around every page of the paper: head, nameplate, foot. */

import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { siteFrameMessages as m } from '../../../messages/index.ts'
import { longDay } from './format.ts'
import { HeadLinks } from './head-links.tsx'
import { NameLink } from './nameplate.tsx'
import type { Site } from './props.ts'

interface LayoutProps {
  site: Site
  title: string
  description?: string
  /** The page's own path, for its canonical address. */
  path?: string
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

function Layout({ site, title, description, path, head, plate = 'small', edition, noIndex, children }: LayoutProps) {
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
        {plate === 'full' ? <FullPlate site={site} edition={edition} /> : <SmallPlate site={site} />}
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <Foot site={site} />
      </body>
    </html>
  )
}

function FullPlate({ site, edition }: { site: Site; edition: number | undefined }) {
  return (
    <header class="plate">
      <h1 class="nameplate">
        <NameLink site={site} />
      </h1>
      {site.tagline ? <p class="tagline">{site.tagline}</p> : null}
      <p class="dateline-bar label">
        <span>{edition === undefined ? '' : longDay(site, edition)}</span>
        <span>
          <a href="/archive">{m.archive}</a> <a href="/feed.xml">{m.feed}</a>
        </span>
      </p>
    </header>
  )
}

const SmallPlate = ({ site }: { site: Site }) => (
  <header class="plate small">
    <p class="nameplate">
      <NameLink site={site} />
    </p>
  </header>
)

const Foot = ({ site }: { site: Site }) => (
  <footer class="foot">
    <nav aria-label={m.thePaper} class="label">
      <a href="/">{m.frontPage}</a> <a href="/archive">{m.archive}</a> <a href="/feed.xml">{m.feed}</a>{' '}
      <a href="/receipts">{m.yourComments}</a> <a href="/account">{m.account}</a>{' '}
      <a href="/house-rules">{m.houseRules}</a>
    </nav>
    <p class="meta">
      {site.name}. {site.withoutReview == null ? m.everyCommentRead : m.mostCommentsRead(site.withoutReview)}
    </p>
  </footer>
)

/** JSON for a script element; no text in it can end the element. */
export const jsonLd = (value: unknown) => (
  <script type="application/ld+json">{raw(JSON.stringify(value).replace(/</g, '\\u003c'))}</script>
)
