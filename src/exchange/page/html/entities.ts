import { DomUtils, parseDocument } from 'htmlparser2'
import { foldSpace } from './words.ts'

/** Titles and names are shorter; what is longer is cut, so that whatever reads them has an end. */
const LONGEST = 1000
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/gi

/** What a page states of itself, white space folded, without what was escaped twice ("&#8216;") and the tags that stand in it. */
export function tidy(value: unknown): string {
  if (typeof value !== 'string') return ''
  let text = value.slice(0, LONGEST)
  for (let turn = 0; turn < 2 && text.includes('&'); turn++)
    text = text.replace(ENTITY, (entity) => DomUtils.textContent(parseDocument(entity)))
  return foldSpace(text.replace(/<\/?[a-z][a-z\d]{0,12}(?:\s[^<>]{0,200})?\/?>/gi, ' ').replaceAll('\u00ad', ''))
}
