/**
 * Which words the model has met. Of a language it has never seen, a low chance
 * of spam would say nothing, so it has to know that it does not know.
 */
import type { Features } from './features.ts'
import { type Remembered, TABLE_SIZE } from './model.ts'
import kept from './weights.json' with { type: 'json' }

/** From so many comments on, a word is one of a language, and not of a stranger's who once wrote here. */
const MET_AT_THE_START = 2
const MET_HERE = 3

/** Under this share of words that it has met, the model can't tell. */
export const LEAST_MET = 1 / 3

/**
 * Answers the share of a comment's words that were met, 0 to 1, at the start or
 * in the decisions that are remembered. Those are gone through once, and not
 * before a comment comes whose words the start does not know well enough.
 * Without any word it is 0, but for a link, which is the same in all languages.
 */
export function meetingOf(remembered: readonly Remembered[]): (features: Features) => number {
  let here: Uint8Array | null = null
  return ({ words, hasLink }) => {
    if (words.length === 0) return hasLink ? 1 : 0
    const atTheStart = shareIn(START, words)
    if (atTheStart >= LEAST_MET) return atTheStart
    here ??= wordsMet(remembered)
    return shareIn(here, words)
  }
}

function shareIn(met: Uint8Array, words: Uint16Array): number {
  let known = 0
  for (const id of words) known += met[id] as number
  return known / words.length
}

function wordsMet(remembered: readonly Remembered[]): Uint8Array {
  const counts = new Uint16Array(TABLE_SIZE)
  const met = START.slice()
  for (const { ids } of remembered) {
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number
      const count = (counts[id] as number) + 1
      counts[id] = count
      if (count === MET_HERE) met[id] = 1
    }
  }
  return met
}

/** The words of some comments as `weights.json` keeps them: a bit a place, in base64. */
export function packWords(comments: readonly Features[]): string {
  const counts = new Uint16Array(TABLE_SIZE)
  for (const { words } of comments) for (const id of new Set(words)) counts[id] = (counts[id] as number) + 1
  let text = ''
  for (let at = 0; at < TABLE_SIZE; at += 8) {
    let byte = 0
    for (let bit = 0; bit < 8; bit++) if ((counts[at + bit] as number) >= MET_AT_THE_START) byte |= 1 << bit
    text += String.fromCharCode(byte)
  }
  return btoa(text)
}

const START = unpackWords(kept.words)

function unpackWords(base64: string): Uint8Array {
  const text = atob(base64)
  return Uint8Array.from({ length: TABLE_SIZE }, (_, id) => ((text.charCodeAt(id >> 3) || 0) >> (id & 7)) & 1)
}
