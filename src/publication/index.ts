export {
  changeSiteSettings,
  defaultSiteSettings,
  directionOf,
  readSiteSettings,
  SITE_SETTINGS,
  type SiteSettings,
  siteSettingsSchema,
} from './site-settings.ts'
