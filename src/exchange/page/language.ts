/** The language of a story that is written from right to left, where its page does not say it. */

import { directionOf } from '../../publication/index.ts'
import { type StoryContent, wordsOfBlock } from '../../story/index.ts'

const ARABIC = /\p{Script=Arabic}/gu
const HEBREW = /\p{Script=Hebrew}/gu
const LATER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/gu

/**
 * The story's language (BCP 47), so that it keeps its direction: what the page
 * states, unless the page is set from right to left, or its words are of a
 * script that is, and the stated language is not or is missing.
 */
export function languageWithDirection(content: StoryContent, direction: string): string {
  const { language } = content
  if (language !== '' && directionOf(language) === 'rtl') return language
  const sample = [content.headline, ...content.body.slice(0, 20).map(wordsOfBlock)].join(' ').slice(0, 4000)
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  const [arabic, hebrew, other] = [count(ARABIC), count(HEBREW), count(LATER)]
  if (arabic + hebrew <= other && !(direction.toLowerCase() === 'rtl' && arabic + hebrew > 0)) return language
  if (hebrew > arabic) return 'he'
  if (/[ٹڈڑےں]/.test(sample)) return 'ur'
  return /[پچژگ]/.test(sample) ? 'fa' : 'ar'
}
