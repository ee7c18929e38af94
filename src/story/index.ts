export { bringInStories } from './bring-in.ts'
export { checkContent } from './check.ts'
export { readCommentsOpen, setCommentsOpen } from './comments-open.ts'
export {
  attachmentsOf,
  type Block,
  contentSchema,
  emptyContent,
  type Mark,
  newBlockId,
  picturesOf,
  type StoryContent,
  TABLE_LIMITS,
} from './content.ts'
export {
  createStory,
  createStoryIn,
  type Draft,
  keepSourcePage,
  listDrafts,
  readDraft,
  readSourcePages,
  saveDraft,
  saveDraftIn,
} from './draft.ts'
export { keepDraftsFolded, moveDraft } from './drafts/newest-words.ts'
export { holdStory } from './hold.ts'
export { checkLength } from './length.ts'
export {
  findStory,
  hasStories,
  listStoryLines,
  readHeadlines,
  readPublishedLines,
  readStoryLines,
} from './lines.ts'
export { loggedPublications } from './logged.ts'
export { bodyToMarkup, markupToBody } from './markup/markup.ts'
export { numberIds, wordsOfBlock } from './plain-blocks.ts'
export { holdBack, publish, readVersionContent, readVersions, unpublish } from './publish.ts'
export {
  findPublished,
  listMonths,
  listPublished,
  listPublishedPaths,
  type PublishedStory,
  readPublishedById,
  readPublishedByIds,
  readPublishedByPath,
  wasPublished,
} from './published.ts'
export { readingJobs } from './reading-jobs.ts'
export { dayIn, readingTextOf } from './reading-text.ts'
export { bringBack, removeForGood, throwAway } from './trash.ts'
export { typesetContent } from './typeset-content.ts'
export { readWhoSaysSo, setWhoSaysSo } from './who-says-so.ts'
