import { readKnownReaders } from '../../review/index.ts'
import { directionOf, readSiteSettings } from '../../story/index.ts'
import type { Web } from '../context.ts'
import type { Site } from './props.ts'

/** The site as its pages show it, from its settings as they are now. */
export async function readSite(web: Web): Promise<Site> {
  const [{ name, tagline, language, timeZone, houseRule }, known] = await Promise.all([
    readSiteSettings(web.store.db),
    readKnownReaders(web.store.db),
  ])
  return {
    name,
    tagline,
    language,
    direction: directionOf(language),
    timeZone,
    url: web.url(),
    houseRule,
    answeredWithin: web.promise.minutes(),
    withoutReview: known?.comments ?? null,
    stylesheet: web.assets.path('site.css'),
  }
}
