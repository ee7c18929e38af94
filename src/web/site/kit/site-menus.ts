/** Where the frame around every page leads to. */
import { anyPublicStatement } from '../../../archive/index.ts'
import { readPublicity } from '../../../house-rules/index.ts'
import { listPublishedPages, type MenuNow, pagePath, readMenus } from '../../../paper/index.ts'
import type { Database } from '../../../store/index.ts'
import { wasPublished } from '../../../story/index.ts'
import { storyPathOf } from './paths.ts'
import type { MenuLink, SiteMenus } from './props.ts'

export const NO_MENUS: SiteMenus = { head: [], foot: [], legal: [], record: null, search: false, toStories: false }

export async function readSiteMenus(db: Database): Promise<SiteMenus> {
  const [{ head, foot }, pages, publicity, search] = await Promise.all([
    readMenus(db),
    listPublishedPages(db),
    readPublicity(db),
    anyPublicStatement(db),
  ])
  const [inHead = [], inFoot = []] = await Promise.all([head, foot].map((menu) => standing(db, linksOf(menu))))
  return {
    head: inHead,
    foot: inFoot,
    toStories: [head, foot].some(({ lines }) => lines.some(({ href }) => isOfStory(href))),
    legal: legalOf(pages),
    record: publicity.log ? '/moderation' : publicity.report ? '/moderation/years' : null,
    search,
  }
}

/** What leads nowhere is no reader's to see. */
const linksOf = ({ lines }: MenuNow): MenuLink[] =>
  lines.flatMap(({ says, path }) => (path === null ? [] : [{ says, path }]))

/** Without those to stories that were taken off the site. */
async function standing(db: Database, links: readonly MenuLink[]): Promise<MenuLink[]> {
  const gone = await Promise.all(links.map(({ path }) => wasTakenDown(db, path)))
  return links.filter((_, place) => !gone[place])
}

const STORY = /^\/\d{4}\/\d{2}\/[^/]+$/
const pathIn = (address: string): string => storyPathOf(address.split(/[?#]/, 1)[0] ?? '')

/** Whether an address, as pages write it, is of a story. */
export const isOfStory = (address: string): boolean => STORY.test(pathIn(address))

/** Whether it is of one that readers can no longer open. */
export const wasTakenDown = async (db: Database, address: string): Promise<boolean> =>
  isOfStory(address) && (await wasPublished(db, pathIn(address)))

const LEGAL = ['imprint', 'privacy'] as const

const legalOf = (pages: Awaited<ReturnType<typeof listPublishedPages>>): MenuLink[] =>
  LEGAL.flatMap((name) =>
    pages
      .filter(({ kind, slug }) => kind === name || (kind === '' && slug === name))
      .map(({ title, slug }) => ({ says: title, path: encodeURI(pagePath(slug)) })),
  )
