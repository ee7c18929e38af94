export { authorsOf } from './authors-of.ts'
export { bringInPage, foreseePage } from './bring-in-page.ts'
export { bringInTerm } from './bring-in-term.ts'
export { changeMenu } from './change-menus.ts'
export { addTerm, changeTerm, moveSection } from './change-terms.ts'
export { fileNewStories, fileStory, unfileStory } from './file-story.ts'
export { olderInSection, storiesFiledAlike } from './filed-alike.ts'
export { joinTerms, removeTerm } from './join-terms.ts'
export { MENUS, type Menu, type MenuLine, type MenuNow } from './menu.ts'
export { readMenus } from './read-menus.ts'
export { findPage, listPages, listPagesNaming, listPublishedPages, readStandingPage } from './read-pages.ts'
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
export { changePage, createPage, removePage, unpublishPage } from './save-page.ts'
export { gapsIn, PAGE_KINDS, type PageKind, pagePath, type StandingPage } from './standing-page.ts'
export { ACCENTS, LONGEST_NAME, TERM_KINDS, type Term, type TermKind, TONES, termKey, termPath } from './term.ts'
export { contactHref, type TermDetails } from './term-details.ts'
export { thingAt } from './thing-at.ts'
