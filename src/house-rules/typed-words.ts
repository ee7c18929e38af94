import { houseRulesMessages as m } from '../messages/index.ts'
import { normalForm, showsSomething, unixLines } from '../text/index.ts'

/** What someone wrote to the newsroom, cleaned without changing what it says: composed, no control characters. */
export const typedWords = (typed: string): string =>
  normalForm(unixLines(typed), 'NFC')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .trim()

/** Characters as people count them. */
export const charactersOf = (words: string): number => [...words].length

/** What is wrong with a sentence of the newsroom's that others will read; null where nothing is. */
export function sentenceProblem(words: string, needed: string | null): string | null {
  if (needed !== null && !showsSomething(words)) return needed
  const length = charactersOf(words)
  return length > LONGEST_SENTENCE ? m.tooLong(LONGEST_SENTENCE, length) : null
}

/** For a moderator's sentence to an author or a reporter, in characters. */
export const LONGEST_SENTENCE = 1000
