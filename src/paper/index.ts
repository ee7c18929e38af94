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
export { type BreakingLine, changeBreakingLine, readBreakingLine } from './breaking-line.ts'
export { addTerm, changeTerm, moveSection } from './change-terms.ts'
export { fileStory, unfileStory } from './file-story.ts'
export { olderInSection, storiesFiledAlike } from './filed-alike.ts'
export { MOST_PINS, orderPins, type Pin, pinStory, readPins, unpinStory } from './front-pins.ts'
export { joinTerms, removeTerm } from './join-terms.ts'
export {
  countTermStories,
  type FiledUnder,
  findTerm,
  findTermByKey,
  listAuthorsWithoutPage,
  listTermStories,
  listTerms,
  readFilings,
  readFurtherNames,
  readTerm,
  wasTerm,
} from './read-terms.ts'
export { ACCENTS, LONGEST_NAME, TERM_KINDS, type Term, type TermKind, TONES, termKey, termPath } from './term.ts'
export { contactHref, type TermDetails, type TermProblem } from './term-details.ts'
