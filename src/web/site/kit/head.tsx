/** The head of every page: one slim bar, under the full nameplate on the front page. It works without JavaScript. */
import { siteFrameMessages as m } from '../../../messages/index.ts'
import { longDay } from './format.ts'
import { fitInLine } from './menu-fit.ts'
import { Links, type Where, YOURS } from './menu-links.tsx'
import { NameLink } from './nameplate.tsx'
import type { Site } from './props.ts'

interface HeadProps extends Where {
  site: Site
  /** The nameplate in full (the front page), or the name in the bar. */
  plate: 'full' | 'small'
  /** The day of the newest story, in ms. */
  edition?: number | undefined
}

export const Head = ({ site, plate, edition, ...where }: HeadProps) => (
  <header class={plate === 'full' ? 'plate' : 'plate small'}>
    {plate === 'full' ? (
      <>
        <h1 class="nameplate">
          <NameLink site={site} />
        </h1>
        {site.tagline ? <p class="tagline">{site.tagline}</p> : null}
      </>
    ) : null}
    <div class="topbar">
      {plate === 'small' ? (
        <p class="nameplate">
          <NameLink site={site} />
        </p>
      ) : null}
      {edition === undefined ? null : <p class="edition meta">{longDay(site, edition)}</p>}
      <Sections site={site} {...where} />
      {site.menus.search ? (
        <a class="search" href="/said" title={m.search} {...(where.path === '/said' ? { 'aria-current': 'page' } : {})}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path
              d="M11 11l4 4M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10z"
              fill="none"
              stroke="currentColor"
              stroke-width="1.6"
            />
          </svg>
          <span>{m.searchShort}</span>
        </a>
      ) : null}
      <Menu site={site} {...where} />
    </div>
  </header>
)

/** On all but narrow screens, in one line; what does not fit is under "More". */
const Sections = ({ site, ...where }: { site: Site } & Where) => {
  const { line, wide, more } = fitInLine(site.name, site.menus.head)
  if (site.menus.head.length === 0) return null
  return (
    <nav class="sections" aria-label={m.sections}>
      <ul class="plain">
        <Links links={line} {...where} />
        <Links links={wide} only="wide" {...where} />
      </ul>
      {wide.length + more.length > 0 ? (
        <details class={more.length > 0 ? 'over' : 'over narrow'}>
          <summary>{m.more}</summary>
          <ul class="plain">
            <Links links={wide} only="narrow" {...where} />
            <Links links={more} {...where} />
          </ul>
        </details>
      ) : null}
    </nav>
  )
}

/** On a narrow one, behind a word. */
const Menu = ({ site: { menus }, ...where }: { site: Site } & Where) => {
  const pages = [...menus.foot, ...menus.legal].filter(
    ({ path }, place, all) => all.findIndex((one) => one.path === path) === place,
  )
  return (
    <details class="menu over">
      <summary>{m.menu}</summary>
      <nav aria-label={m.menu}>
        <ul class="plain">
          <Links links={[...menus.head, { says: m.archive, path: '/archive' }]} {...where} />
        </ul>
        <ul class="plain">
          <Links links={[...pages, ...YOURS]} {...where} />
        </ul>
      </nav>
    </details>
  )
}
