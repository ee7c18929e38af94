/** Where the frame around every page leads to. */
import { anyPublicStatement } from '../../../archive/index.ts'
import { readPublicity } from '../../../house-rules/index.ts'
import { listPublishedPages, type MenuNow, type PageLine, pagePath, readMenus } from '../../../paper/index.ts'
import type { Database } from '../../../store/index.ts'
import type { MenuLink, SiteMenus } from './props.ts'

export const NO_MENUS: SiteMenus = { head: [], foot: [], legal: [], record: null, search: false }

export async function readSiteMenus(db: Database): Promise<SiteMenus> {
  const [{ head, foot }, pages, publicity, search] = await Promise.all([
    readMenus(db),
    listPublishedPages(db),
    readPublicity(db),
    anyPublicStatement(db),
  ])
  return {
    head: linksOf(head),
    foot: linksOf(foot),
    legal: legalOf(pages),
    record: publicity.log ? '/moderation' : publicity.report ? '/moderation/years' : null,
    search,
  }
}

/** What leads nowhere is no reader's to see. */
const linksOf = ({ lines }: MenuNow): MenuLink[] =>
  lines.flatMap(({ says, path }) => (path === null ? [] : [{ says, path }]))

const LEGAL = ['imprint', 'privacy'] as const

const legalOf = (pages: readonly PageLine[]): MenuLink[] =>
  LEGAL.flatMap((name) =>
    pages
      .filter(({ kind, slug }) => kind === name || (kind === '' && slug === name))
      .map(({ title, slug }) => ({ says: title, path: encodeURI(pagePath(slug)) })),
  )
