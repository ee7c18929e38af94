import type { Site } from '../kit/props.ts'

/** Of an element; none where its words are in the language of what is around it. */
export interface LanguageAttributes {
  lang?: string
  dir?: 'ltr' | 'rtl'
}

/** Of the site's own words within such an element, "12 comments": without them the number comes after its noun. */
export const ownLanguage = (site: Site, around: LanguageAttributes): LanguageAttributes =>
  around.lang === undefined ? {} : { lang: site.language, dir: site.direction }
