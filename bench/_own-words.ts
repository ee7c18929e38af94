/**
 * Lessons in words of our own, beside the videos, for what comments of channels
 * can't teach: the blog spam of flattery under a shop's name, offers in plain
 * talk, and newspaper readers, who subscribe and follow without selling anything.
 * Each is put together from sentences with choices in brackets; the same call
 * gives the same lessons.
 */
import type { SpamLesson } from '../src/spam/index.ts'
import { FLATTERY, LETTERS, OFFERS, PEOPLE, PRAISE, SHOPS, TALK } from './_own-sentences.ts'

/** How many of each sort a group has. */
const FLATTERING = 90
/** Whatever is said under a name of wares is there for the name. */
const SIGNING = 70
const OFFERING = 60
const WRITING = 200
const PRAISING = 60
const TALKING = 110

/** Two groups of lessons that share no sentence, so that one can be held out from the other. */
export function ownGroups(): SpamLesson[][] {
  return [0, 1].map((half) => {
    const chance = chanceFrom(1 + half)
    const mine = (sentences: readonly string[]) => sentences.filter((_, i) => i % 2 === half)
    const pick = (list: readonly string[]) => list[Math.floor(chance() * list.length)] as string
    const make = (count: number, sentences: readonly string[], names: readonly string[], label: SpamLesson['label']) =>
      Array.from({ length: count }, (): SpamLesson => {
        const some = new Set(Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(mine(sentences))))
        const text = [...some].map((one) => fill(one, chance)).join(' ')
        const name = fill(pick(names), chance)
        return { comment: { text, name, secondsToWrite: null, hour: null, ownDomains: [] }, label }
      })
    return [
      ...make(FLATTERING, FLATTERY, SHOPS, 'spam'),
      ...make(SIGNING, [...PRAISE, ...TALK], SHOPS, 'spam'),
      ...make(OFFERING, OFFERS, [...PEOPLE, ...SHOPS], 'spam'),
      ...make(WRITING, LETTERS, PEOPLE, 'fine'),
      ...make(PRAISING, PRAISE, PEOPLE, 'fine'),
      ...make(TALKING, TALK, PEOPLE, 'fine'),
    ]
  })
}

/** One of the choices of each bracket: "the [old|new] pier". */
const fill = (sentence: string, chance: () => number): string =>
  sentence.replace(/\[([^\][]*)\]/g, (_, choices: string) => {
    const all = choices.split('|')
    return all[Math.floor(chance() * all.length)] as string
  })

/** Numbers from 0 to 1 that look like chance, the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
