export { type DayOfPage, dayOfPage, dayOfSourcePage } from './dates/day-of-page.ts'
export type { Dropped, ImportedPage } from './page.ts'
export { readPageApart } from './read-apart.ts'
export { readPage } from './read-page.ts'
