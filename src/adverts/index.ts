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
