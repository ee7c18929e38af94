import { readKnownReaders } from '../../../moderation/filters/index.ts'
import { type BreakingLine, readBreakingLine } from '../../../paper/index.ts'
import type { EventKind, Store } from '../../../store/index.ts'
import { defaultSiteSettings, directionOf, readSiteSettings, type SiteSettings } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import type { Site } from './props.ts'

/** What every page shows of the site, as far as it stands in the database. */
interface Facts {
  settings: SiteSettings
  /** How many approved comments a reader needs to be approved without a look; null where nobody is. */
  withoutReview: number | null
  breaking: BreakingLine
}

interface Memory {
  /** As they are; null where they have to be asked for. */
  facts: Promise<Facts> | null
  lastRead: Facts
}

const CHANGES: readonly EventKind[] = ['settings.changed', 'known-readers.changed', 'breaking.changed', 'missed']
const memories = new WeakMap<object, Memory>()

/** The site as its pages show it. Its settings are kept in memory until somebody changes them, here or in another process. */
export async function readSite(web: Web): Promise<Site> {
  const memory = memoryOf(web.store)
  memory.facts ??= readFacts(web.store).then((facts) => {
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
  const memory: Memory = {
    facts: null,
    lastRead: { settings: defaultSiteSettings, withoutReview: null, breaking: { words: '', path: '', until: 0 } },
  }
  memories.set(store.shelf, memory)
  store.listen((events) => {
    if (events.some(({ kind }) => CHANGES.includes(kind))) memory.facts = null
  })
  return memory
}

async function readFacts({ db }: Store): Promise<Facts> {
  const [settings, known, breaking] = await Promise.all([
    readSiteSettings(db),
    readKnownReaders(db),
    readBreakingLine(db),
  ])
  return { settings, withoutReview: known?.comments ?? null, breaking }
}

const siteWith = (web: Web, { settings, withoutReview, breaking }: Facts): Site => ({
  name: settings.name,
  tagline: settings.tagline,
  language: settings.language,
  direction: directionOf(settings.language),
  timeZone: settings.timeZone,
  url: web.url(),
  houseRule: settings.houseRule,
  answeredWithin: web.promise.minutes(),
  withoutReview,
  breaking: breaking.words !== '' && breaking.until > web.now() ? breaking : null,
  mailLeaves: web.mailLeaves,
  stylesheet: web.assets.path('site.css'),
})
