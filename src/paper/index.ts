export { authorsOf } from './authors-of.ts'
export { fileStory, unfileStory } from './file-story.ts'
export { type FiledUnder, findTerm, listTermStories, readFilings } from './read-terms.ts'
export { TERM_KINDS, type Term, termPath } from './term.ts'
