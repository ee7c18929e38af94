import { readKnownReaders } from '../../review/index.ts'
import { defaultSiteSettings, directionOf, readSiteSettings, type SiteSettings } from '../../story/index.ts'
import type { Web } from '../context.ts'
import type { Site } from './props.ts'

const lastRead = new WeakMap<Web, Site>()

/** The site as its pages show it, from its settings as they are now. */
export async function readSite(web: Web): Promise<Site> {
  const [settings, known] = await Promise.all([readSiteSettings(web.store.db), readKnownReaders(web.store.db)])
  const site = siteWith(web, settings, known?.comments ?? null)
  lastRead.set(web, site)
  return site
}

/** The same for a page that has to be drawn although nothing can be asked: as it was read last, or as a new site is. */
export const siteAsKnown = (web: Web): Site => lastRead.get(web) ?? siteWith(web, defaultSiteSettings, null)

const siteWith = (web: Web, settings: SiteSettings, withoutReview: number | null): Site => ({
  name: settings.name,
  tagline: settings.tagline,
  language: settings.language,
  direction: directionOf(settings.language),
  timeZone: settings.timeZone,
  url: web.url(),
  houseRule: settings.houseRule,
  answeredWithin: web.promise.minutes(),
  withoutReview,
  stylesheet: web.assets.path('site.css'),
})
