/** How much of a story is whose words, and what an editor has to look at in its reading. */
import type { CorrectedReading, CorrectedStatement } from '../../../archive/index.ts'
import { countWords, type Place, type ReadingBlock } from '../../../reading/index.ts'
import { speakersOf } from '../../site/said/speakers.ts'

/** What one speaker has of a story. */
export interface Share {
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
  const byKey = new Map<string, { label: string; statements: CorrectedStatement[] }>()
  for (const statement of reading.statements) {
    const { key, label } = speakerOf(statement)
    const group = byKey.get(key) ?? { label, statements: [] }
    byKey.set(key, group)
    group.statements.push(statement)
  }
  const speakers = [...byKey.values()].map(({ label, statements }): Share => {
    const count = wordsIn(joined(statements.flatMap(({ content }) => content)))
    return { label, words: count, share: shareOf(count), statements: statements.map(({ id }) => id) }
  })
  const others = wordsIn(joined(reading.statements.flatMap(({ content }) => content)))
  const own = Math.max(0, words - others)
  return { words, speakers: speakers.sort((a, b) => b.words - a.words), own: { words: own, share: shareOf(own) } }
}

/** The same places, each stretch of text once. */
function joined(places: readonly Place[]): Place[] {
  const sorted = [...places].sort((a, b) => (a.block === b.block ? a.from - b.from : a.block < b.block ? -1 : 1))
  const stretches: Place[] = []
  for (const place of sorted) {
    const last = stretches.at(-1)
    if (last && last.block === place.block && place.from <= last.to) last.to = Math.max(last.to, place.to)
    else stretches.push({ block: place.block, from: place.from, to: place.to })
  }
  return stretches
}

/** The ids of statements that want an editor's look. */
export interface ToLookAt {
  withoutSpeaker: string[]
  /** Nothing tells through whom or what they reached us, beyond the speaker. */
  withoutSource: string[]
  doubtful: string[]
  hostile: string[]
}

export function toLookAt({ statements }: CorrectedReading): ToLookAt {
  const idsOf = (wanted: (statement: CorrectedStatement) => boolean) => statements.filter(wanted).map(({ id }) => id)
  return {
    withoutSpeaker: idsOf(({ speaker }) => speaker === null),
    withoutSource: idsOf(({ sources }) => sources.length === 0),
    doubtful: idsOf(({ cue }) => cue?.polarity === 'doubtful'),
    hostile: idsOf(({ cue }) => cue?.polarity === 'hostile'),
  }
}

/** The same in figures, for the line on the story's edit page. */
export function countsOf(reading: CorrectedReading): {
  statements: number
  withoutSpeaker: number
  withoutSource: number
} {
  const { withoutSpeaker, withoutSource } = toLookAt(reading)
  return {
    statements: reading.statements.length,
    withoutSpeaker: withoutSpeaker.length,
    withoutSource: withoutSource.length,
  }
}
