/** A span: one mention before it is known whose. */
import type { NameKind } from '../reading.ts'
import { bareLower, isHyphen, type Marked } from './marked.ts'
import { FEMALE, GIVEN, MALE } from './words.ts'

export type Gender = 'man' | 'woman' | null

/** Tokens `from` to `to`. */
export interface Span {
  from: number
  to: number
  kind: NameKind | 'unknown'
  /** First token of the title or role that stands before it in capitals; `from` where there is none. */
  lead: number
  gender: Gender
  /** Its words in lower case, joined by hyphens where the text does. */
  words: string[]
}

export function makeSpan(marked: Marked, from: number, to: number, kind: Span['kind']): Span {
  const words = wordsOfSpan(marked, from, to)
  const given = (marked.marks[from] as number) & GIVEN
  let gender: Gender = null
  if (kind === 'person' && words.length > 1 && given === MALE) gender = 'man'
  if (kind === 'person' && words.length > 1 && given === FEMALE) gender = 'woman'
  return { from, to, kind, lead: from, gender, words }
}

function wordsOfSpan(marked: Marked, from: number, to: number): string[] {
  const { tokens } = marked
  const words: string[] = []
  for (let i = from; i < to; i++) {
    if (isHyphen(tokens, i) && i > from && i + 1 < to) words.push(`${words.pop()}-${bareLower(marked, ++i)}`)
    else if (!/^[,“”"‘’'()«»]$/.test(tokens.lower[i] as string)) words.push(bareLower(marked, i))
  }
  return words
}
