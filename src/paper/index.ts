export {
  ADVERT_FIELDS,
  type Adverts,
  changeAdverts,
  checkAdverts,
  noAdverts,
  readAdverts,
  type SiteTag,
  siteTagsIn,
} from './adverts.ts'
export { authorsOf } from './authors-of.ts'
export { fileStory, unfileStory } from './file-story.ts'
export { olderInSection, storiesFiledAlike } from './filed-alike.ts'
export { type FiledUnder, findTerm, listTermStories, readFilings } from './read-terms.ts'
export { TERM_KINDS, type Term, termPath } from './term.ts'
