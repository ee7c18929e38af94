import { anyPublicStatement } from '../../../archive/index.ts'
import { readPublicity } from '../../../house-rules/index.ts'
import { readKnownReaders } from '../../../moderation/filters/index.ts'
import { listPublishedPages, type MenuNow, type PageLine, pagePath, readMenus } from '../../../paper/index.ts'
import type { EventKind, Store } from '../../../store/index.ts'
import { defaultSiteSettings, directionOf, readSiteSettings, type SiteSettings } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import { yearOf } from './format.ts'
import type { MenuLink, Site, SiteMenus } from './props.ts'

/** What every page shows of the site, as far as it stands in the database. */
interface Facts {
  settings: SiteSettings
  /** How many approved comments a reader needs to be approved without a look; null where nobody is. */
  withoutReview: number | null
  menus: SiteMenus
}

interface Memory {
  /** As they are; null where they have to be asked for. */
  facts: Promise<Facts> | null
  lastRead: Facts
  isRead: boolean
}

const CHANGES: readonly EventKind[] = [
  'settings.changed',
  'known-readers.changed',
  'paper.changed',
  'publicity.changed',
  // Whether there is anything to search.
  'reading.changed',
  'story.published',
  'story.taken-down',
  'missed',
]
const NO_MENUS: SiteMenus = { head: [], foot: [], legal: [], record: null, search: false }
const memories = new WeakMap<object, Memory>()

/** The site as its pages show it. Its settings are kept in memory until somebody changes them, here or in another process. */
export async function readSite(web: Web): Promise<Site> {
  const memory = memoryOf(web.store)
  memory.facts ??= readFacts(web.store).then((facts) => {
    // All pages lead to the search, or none: that they do not by now is said by no event of their own.
    if (facts.menus.search !== memory.lastRead.menus.search && memory.isRead) web.pages.drop(['site'])
    memory.isRead = true
    memory.lastRead = facts
    return facts
  })
  const asked = memory.facts
  try {
    return siteWith(web, await asked)
  } catch (error) {
    if (memory.facts === asked) memory.facts = null
    throw error
  }
}

/** The same for a page that has to be drawn although nothing can be asked: as it was read last, or as a new site is. */
export const siteAsKnown = (web: Web): Site => siteWith(web, memoryOf(web.store).lastRead)

function memoryOf(store: Store): Memory {
  const known = memories.get(store.shelf)
  if (known) return known
  const lastRead = { settings: defaultSiteSettings, withoutReview: null, menus: NO_MENUS }
  const memory: Memory = { facts: null, lastRead, isRead: false }
  memories.set(store.shelf, memory)
  store.listen((events) => {
    if (events.some(({ kind }) => CHANGES.includes(kind))) memory.facts = null
  })
  return memory
}

async function readFacts({ db }: Store): Promise<Facts> {
  const [settings, known, menus, pages, publicity, search] = await Promise.all([
    readSiteSettings(db),
    readKnownReaders(db),
    readMenus(db),
    listPublishedPages(db),
    readPublicity(db),
    anyPublicStatement(db),
  ])
  return {
    settings,
    withoutReview: known?.comments ?? null,
    menus: {
      head: linksOf(menus.head),
      foot: linksOf(menus.foot),
      legal: legalOf(pages),
      record: publicity.log ? '/moderation' : publicity.report ? '/moderation/years' : null,
      search,
    },
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

const siteWith = (web: Web, { settings, withoutReview, menus }: Facts): Site => ({
  name: settings.name,
  tagline: settings.tagline,
  language: settings.language,
  direction: directionOf(settings.language),
  timeZone: settings.timeZone,
  url: web.url(),
  houseRule: settings.houseRule,
  answeredWithin: web.promise.minutes(),
  withoutReview,
  mailLeaves: web.mailLeaves,
  stylesheet: web.assets.path('site.css'),
  menus,
  year: yearOf(settings, web.now()),
})
