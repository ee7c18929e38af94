/** How much of a story is whose words. */
import type { CorrectedReading, CorrectedStatement } from '../../../archive/index.ts'
import { countWords, type Place, type ReadingBlock } from '../../../reading/index.ts'
import { joined } from './sentences.ts'
import { speakersOf } from './speakers.ts'

/** What one speaker has of a story. */
export interface Share {
  /** The speaker's, as `speakersOf` has it. */
  key: string
  /** Empty where the text does not say who. */
  label: string
  words: number
  /** Of all the story's words, 0 to 1. */
  share: number
  /** Ids, in the order of the story. */
  statements: string[]
}

export interface Shares {
  /** All words of the story. */
  words: number
  /** Most words first. */
  speakers: Share[]
  /** What the paper itself says: all words that are in no statement. */
  own: { words: number; share: number }
}

/** A word that two speakers have, one quoting the other, is counted for both; for the paper's own, no such word is. */
export function sharesOf(reading: CorrectedReading, blocks: readonly ReadingBlock[]): Shares {
  const texts = new Map(blocks.map(({ id, text }) => [id, text]))
  const wordsIn = (places: readonly Place[]) =>
    places.reduce((sum, { block, from, to }) => sum + countWords((texts.get(block) ?? '').slice(from, to)), 0)
  const words = blocks.reduce((sum, { text }) => sum + countWords(text), 0)
  const shareOf = (count: number) => (words === 0 ? 0 : Math.min(1, count / words))

  const speakerOf = speakersOf(reading)
  const byKey = new Map<string, { key: string; label: string; statements: CorrectedStatement[] }>()
  for (const statement of reading.statements) {
    const { key, label } = speakerOf(statement)
    const group = byKey.get(key) ?? { key, label, statements: [] }
    byKey.set(key, group)
    group.statements.push(statement)
  }
  const speakers = [...byKey.values()].map(({ key, label, statements }): Share => {
    const count = wordsIn(eachOnce(statements.flatMap(({ content }) => content)))
    return { key, label, words: count, share: shareOf(count), statements: statements.map(({ id }) => id) }
  })
  const others = wordsIn(eachOnce(reading.statements.flatMap(({ content }) => content)))
  const own = Math.max(0, words - others)
  return { words, speakers: speakers.sort((a, b) => b.words - a.words), own: { words: own, share: shareOf(own) } }
}

/** The same places, each stretch of text once. */
const eachOnce = (places: readonly Place[]): Place[] =>
  joined([...places].sort((a, b) => (a.block === b.block ? a.from - b.from : a.block < b.block ? -1 : 1)))
