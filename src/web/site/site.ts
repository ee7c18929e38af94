import { directionOf, readSiteSettings } from '../../story/index.ts'
import type { Web } from '../context.ts'
import type { Site } from './props.ts'

/** The site as its pages show it, from its settings as they are now. */
export async function readSite(web: Web): Promise<Site> {
  const { name, tagline, language, timeZone, houseRule } = await readSiteSettings(web.store.db)
  return {
    name,
    tagline,
    language,
    direction: directionOf(language),
    timeZone,
    url: web.url(),
    houseRule,
    answeredWithin: web.promise.minutes(),
    stylesheet: web.assets.path('site.css'),
  }
}
