import { readAdverts, type SiteTag, siteTagsIn } from '../../../adverts/index.ts'
import { readListedSites } from '../../../embedding/index.ts'
import { type BreakingLine, readBreakingLine } from '../../../front/index.ts'
import { defaultLook, type Look, readLook } from '../../../look/index.ts'
import { readKnownReaders } from '../../../moderation/filters/index.ts'
import { defaultSiteSettings, directionOf, readSiteSettings, type SiteSettings } from '../../../publication/index.ts'
import type { EventKind } from '../../../store/index.ts'
import type { Web } from '../../context.ts'
import type { Assets } from '../../kit/assets.ts'
import { type Dress, dressOf } from './dress.ts'
import { yearOf } from './format.ts'
import type { Site, SiteMenus } from './props.ts'
import { NO_MENUS, readSiteMenus, wasTakenDown } from './site-menus.ts'
import { readSponsor, type SponsorView } from './sponsor.tsx'

/** What every page shows of the site, as far as it stands in the database. */
interface Facts {
  settings: SiteSettings
  look: Look
  dress: Dress
  sponsor: SponsorView | null
  tags: readonly SiteTag[]
  /** How many approved comments a reader needs to be approved without a look; null where nobody is. */
  withoutReview: number | null
  breaking: BreakingLine
  /** False where its story was taken off the site: the sentence stays, for the editor to end, and leads nowhere. */
  breakingLeads: boolean
  menus: SiteMenus
  shownOn: readonly string[]
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
  'breaking.changed',
  'paper.changed',
  'publicity.changed',
  // Whether there is anything to search.
  'reading.changed',
  'story.published',
  'story.taken-down',
  'stories.brought-in',
  'picture.changed-elsewhere',
  'missed',
]
const COME_AND_GO: readonly EventKind[] = ['story.published', 'story.taken-down', 'stories.brought-in']
const NO_LINE: BreakingLine = { words: '', path: '', until: 0 }
const memories = new WeakMap<object, Memory>()

/** The site as its pages show it. Its settings are kept in memory until somebody changes them, here or in another process. */
export async function readSite(web: Web): Promise<Site> {
  const memory = memoryOf(web)
  memory.facts ??= readFacts(web).then((facts) => {
    // All pages lead to the search, or none: that they do not by now is said by no event of their own.
    if (facts.menus.search !== memory.lastRead.menus.search && memory.isRead) web.pages.dropEverywhere(['site'])
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
export const siteAsKnown = (web: Web): Site => siteWith(web, memoryOf(web).lastRead)

/** What is made of the look elsewhere, with the name that the icon's letter is taken from. */
export async function readLookNow(web: Web): Promise<Look & { name: string }> {
  await readSite(web)
  const { look, settings } = memoryOf(web).lastRead
  return { ...look, name: settings.name }
}

/** Asks again, whatever has been heard: another process may have changed something just now. */
export function readSiteAnew(web: Web): Promise<Site> {
  memoryOf(web).facts = null
  return readSite(web)
}

function memoryOf({ store, assets, pages }: Web): Memory {
  const known = memories.get(store.shelf)
  if (known) return known
  const lastRead = {
    ...factsWith(assets, defaultSiteSettings, defaultLook),
    ...{
      sponsor: null,
      tags: [],
      withoutReview: null,
      menus: NO_MENUS,
      breaking: NO_LINE,
      breakingLeads: true,
      shownOn: [],
    },
  }
  const memory: Memory = { facts: null, lastRead, isRead: false }
  memories.set(store.shelf, memory)
  store.listen((events) => {
    if (events.some(({ kind }) => CHANGES.includes(kind))) memory.facts = null
    // Every page leads to them.
    const { menus, breaking } = memory.lastRead
    if ((menus.toStories || breaking.path !== '') && events.some(({ kind }) => COME_AND_GO.includes(kind)))
      pages.dropEverywhere(['site'])
  })
  return memory
}

async function readFacts({ store: { db }, assets }: Web): Promise<Facts> {
  const [settings, look, known, adverts, menus, breaking, shownOn] = await Promise.all([
    readSiteSettings(db),
    readLook(db),
    readKnownReaders(db),
    readAdverts(db),
    readSiteMenus(db),
    readBreakingLine(db),
    readListedSites(db),
  ])
  return {
    ...factsWith(assets, settings, look),
    sponsor: await readSponsor(db, adverts),
    tags: siteTagsIn(adverts.siteTags) ?? [],
    withoutReview: known?.comments ?? null,
    menus,
    breaking,
    breakingLeads: !(await wasTakenDown(db, breaking.path)),
    shownOn,
  }
}

const factsWith = (assets: Assets, settings: SiteSettings, look: Look) => ({
  settings,
  look,
  dress: dressOf(assets, look, settings.name),
})

const siteWith = (
  web: Web,
  { settings, dress, sponsor, tags, withoutReview, menus, breaking, breakingLeads, shownOn }: Facts,
): Site => ({
  name: settings.name,
  tagline: settings.tagline,
  language: settings.language,
  direction: directionOf(settings.language),
  timeZone: settings.timeZone,
  url: web.url(),
  houseRule: settings.houseRule,
  answeredWithin: web.promise.minutes(),
  withoutReview,
  breaking:
    breaking.words !== '' && breaking.until > web.now()
      ? { ...breaking, path: breakingLeads ? breaking.path : '' }
      : null,
  mailLeaves: web.mailLeaves,
  stylesheet: dress.stylesheet,
  dress,
  menus,
  year: yearOf(settings, web.now()),
  sponsor,
  tags,
  shownOn,
})

/** The same for a page of the newsroom. */
export const inNewsroom = (site: Site): Site => ({ ...site, stylesheet: site.dress.newsroomStylesheet })
