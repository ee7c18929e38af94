export { storyOfPage } from './page-elsewhere.ts'
export { addListedSite, readListedSites, removeListedSite } from './sites.ts'
