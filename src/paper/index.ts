export { authorsOf } from './authors-of.ts'
export {
  addToMenu,
  fillMenu,
  isNamedKind,
  type MenuChanged,
  moveInMenu,
  removeFromMenu,
  renameInMenu,
} from './change-menus.ts'
export { fileStory, unfileStory } from './file-story.ts'
export { olderInSection, storiesFiledAlike } from './filed-alike.ts'
export { checkMenuAddress, MENUS, type Menu, type MenuLine, type MenuNow } from './menu.ts'
export { readMenus } from './read-menus.ts'
export { findPage, listPages, listPublishedPages, type PageLine, readStandingPage } from './read-pages.ts'
export { type FiledUnder, findTerm, listTermStories, listTerms, readFilings } from './read-terms.ts'
export { changePage, createPage, removePage, unpublishPage } from './save-page.ts'
export { gapsIn, PAGE_KINDS, type PageFields, type PageKind, pagePath, type StandingPage } from './standing-page.ts'
export { TERM_KINDS, type Term, termPath } from './term.ts'
export { thingAt } from './thing-at.ts'
