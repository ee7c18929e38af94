export { checkContent } from './check.ts'
export * from './content.ts'
export {
  createStory,
  type Draft,
  listDrafts,
  readDraft,
  readHeadlines,
  readSourcePages,
  type SaveResult,
  type SourcePage,
  saveDraft,
} from './draft.ts'
export { checkLength, lengthOf } from './length.ts'
export { bodyToMarkup, markupToBody } from './markup.ts'
export { wordsOfBlock } from './plain-blocks.ts'
export { type PublishResult, publish, readVersions, unpublish, type Version } from './publish.ts'
export {
  findPublished,
  listMonths,
  listPublished,
  listPublishedPaths,
  type PublishedStory,
  readPublishedById,
  readPublishedByPath,
  wasPublished,
} from './published.ts'
export { readingJobs } from './reading-jobs.ts'
export { dayIn, readingTextOf } from './reading-text.ts'
export {
  changeSiteSettings,
  defaultSiteSettings,
  directionOf,
  readSiteSettings,
  SITE_SETTINGS,
  type SiteSettings,
  siteSettingsSchema,
} from './site-settings.ts'
export { pathOf, slugOf } from './slug.ts'
export { typeset } from './typeset.ts'
export { typesetContent } from './typeset-content.ts'
