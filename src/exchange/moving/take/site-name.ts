/** The old site's name and tagline, for a site that nobody has named yet. */
import {
  changeSiteSettings,
  defaultSiteSettings,
  readSiteSettings,
  SITE_SETTINGS,
  siteSettingsSchema,
} from '../../../publication/index.ts'
import type { Store } from '../../../store/index.ts'
import type { Move } from './move.ts'

/** Where an editor has written either, both stay. */
export async function takeSiteName(store: Store, { options, survey: { site }, by }: Move, now: number): Promise<void> {
  if (!options.takeName) return
  const { name, tagline } = await readSiteSettings(store.db)
  if (name !== defaultSiteSettings.name || tagline !== defaultSiteSettings.tagline) return
  const wanted = {
    name: site.name.trim().slice(0, SITE_SETTINGS.name.longest),
    tagline: site.tagline.trim().slice(0, SITE_SETTINGS.tagline.longest),
  }
  if (siteSettingsSchema.shape.name.safeParse(wanted.name).success) await changeSiteSettings(store, { wanted }, by, now)
}
