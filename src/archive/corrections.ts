/**
 * Corrections find their statement again when the story has changed. A
 * correction is tied to a block and to the statement's own words; in a reading
 * of other words it goes to
 *   1. the statement of the same words in the block (of several, the same in order);
 *   2. else the likest in the block, when enough word pairs are the same;
 *   3. else the statement of the same words elsewhere, as when a block was split.
 * Each goes to one statement at most, and each statement takes the newest that
 * is its by the first of these ways. Pure.
 */
import type { Name, NameKind, Reading, ReadingText, Statement } from '../reading/index.ts'
import { foldedWords, keyOf } from './fold.ts'
import type { CorrectedReading, CorrectedSpeaker, CorrectedStatement, Correction } from './records.ts'

/** Alike enough to be the same statement, edited: the share of word pairs in common (Dice). */
const ALIKE = 0.6
/** More of a statement is not compared; only the like of a statement this long is found by its beginning. */
const MOST_WORDS = 2000

export function applyCorrections(
  reading: Reading,
  text: ReadingText,
  corrections: readonly Correction[],
): CorrectedReading {
  const found = matchCorrections(reading.statements, text, corrections)
  const names = namesById(reading.names)
  const statements: CorrectedStatement[] = []
  const struck: CorrectedStatement[] = []
  for (const statement of reading.statements) {
    const correction = found.get(statement.id)
    if (correction?.state?.struck) struck.push(corrected(statement, correction, names))
    else statements.push(corrected(statement, correction, names))
  }
  return { ...reading, statements, struck }
}

/** The correction that each statement of a reading stands under, by the statement's id; those under none are not in it. */
export function matchCorrections(
  statements: readonly Statement[],
  text: ReadingText,
  corrections: readonly Correction[],
): Map<string, Correction> {
  const replaced = new Set(corrections.map(({ replaces }) => replaces))
  const left = new Set(corrections.filter(({ id }) => !replaced.has(id)))
  if (left.size === 0) return new Map()
  const places = placesOf(statements, text)
  const found = new Map<string, Correction>()
  /** The newest stays where two would have one statement; the other has found its own and looks no further. */
  const give = (place: Placed, correction: Correction) => {
    const other = found.get(place.id)
    if (!other || isNewer(correction, other)) found.set(place.id, correction)
    left.delete(correction)
  }

  const exact = grouped(places, ({ block, key }) => `${block} ${key}`)
  for (const correction of left) {
    const key = wordsOf(correction.words).join(' ')
    const place = nthOf(exact.get(`${correction.block} ${key}`), correction.nth)
    if (place) give(place, correction)
  }
  for (const { place, correction } of likePlaces(places, found, left)) {
    if (!found.has(place.id) && left.has(correction)) give(place, correction)
  }
  const elsewhere = new Map<string, Placed>()
  for (const place of places) {
    if (!found.has(place.id) && !elsewhere.has(place.key)) elsewhere.set(place.key, place)
  }
  for (const correction of left) {
    const place = elsewhere.get(wordsOf(correction.words).join(' '))
    if (place) give(place, correction)
  }
  return found
}

/** Where a correction made now would be tied to: what `Correction` keeps of a statement. Null where there is no such statement. */
export function placeOfStatement(
  reading: Reading,
  text: ReadingText,
  statementId: string,
): { block: string; words: string; nth: number } | null {
  const place = placesOf(reading.statements, text).find(({ id }) => id === statementId)
  return place ? { block: place.block, words: place.text, nth: place.nth } : null
}

interface Placed {
  id: string
  block: string
  /** Its words as they stand; folded; and folded in one string. */
  text: string
  words: string[]
  key: string
  nth: number
}

function placesOf(statements: readonly Statement[], text: ReadingText): Placed[] {
  const blocks = new Map(text.blocks.map(({ id, text: words }) => [id, words]))
  const times = new Map<string, number>()
  return statements.flatMap((statement) => {
    const block = statement.content[0]?.block
    if (block === undefined) return []
    const own = statement.content.map((place) => (blocks.get(place.block) ?? '').slice(place.from, place.to)).join(' ')
    const words = wordsOf(own)
    const key = words.join(' ')
    const nth = times.get(`${block} ${key}`) ?? 0
    times.set(`${block} ${key}`, nth + 1)
    return [{ id: statement.id, block, text: own, words, key, nth }]
  })
}

const wordsOf = (text: string): string[] => foldedWords(text).slice(0, MOST_WORDS)

const isNewer = (a: Correction, b: Correction): boolean => a.at > b.at || (a.at === b.at && a.id > b.id)

/** The nth statement of these words in the block; the last of them where there are fewer by now. */
const nthOf = (same: readonly Placed[] | undefined, nth: number): Placed | undefined =>
  same?.find((place) => place.nth === nth) ?? same?.at(-1)

/** Statements and corrections of the same block that are still alone and alike enough, the likest first. */
function likePlaces(
  places: readonly Placed[],
  taken: ReadonlyMap<string, Correction>,
  left: ReadonlySet<Correction>,
): { place: Placed; correction: Correction; score: number }[] {
  if (left.size === 0) return []
  const free = places.filter(({ id }) => !taken.has(id)).map((place) => ({ place, pairs: pairsOf(place.words) }))
  const byBlock = grouped(free, ({ place }) => place.block)
  return [...left]
    .flatMap((correction) => {
      const own = pairsOf(wordsOf(correction.words))
      const near = byBlock.get(correction.block) ?? []
      return near.map(({ place, pairs }) => ({ place, correction, score: likeness(own, pairs) }))
    })
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (isNewer(a.correction, b.correction) ? -1 : 1))
}

function grouped<T>(items: readonly T[], keyOfItem: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOfItem(item))
    if (group) group.push(item)
    else groups.set(keyOfItem(item), [item])
  }
  return groups
}

function likeness(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  if (one.size === 0 || two.size === 0) return 0
  let shared = 0
  for (const pair of one) if (two.has(pair)) shared++
  return (2 * shared) / (one.size + two.size)
}

const pairsOf = (words: readonly string[]): Set<string> =>
  new Set(words.length === 1 ? words : words.slice(1).map((word, i) => `${words[i]} ${word}`))

function corrected(statement: Statement, correction: Correction | undefined, names: NamesById): CorrectedStatement {
  const { speaker, sources } = statement
  const asRead: CorrectedStatement = {
    ...statement,
    speaker: speaker && {
      text: speaker.text,
      name: speaker.name,
      kind: (speaker.name !== null && names.byId.get(speaker.name)?.kind) || null,
      collective: speaker.collective,
      place: { block: speaker.block, from: speaker.from, to: speaker.to },
    },
    sources: sources.map(({ text, kind, block, from, to }) => ({ text, kind, place: { block, from, to } })),
    corrected: null,
  }
  if (!correction?.state) return asRead
  const { state } = correction
  return {
    ...asRead,
    ...(state.speaker === undefined ? {} : { speaker: state.speaker && speakerAs(state.speaker, names) }),
    ...(state.sources === undefined ? {} : { sources: state.sources.map((source) => ({ ...source, place: null })) }),
    corrected: { by: correction.by, at: correction.at },
  }
}

interface NamesById {
  byId: ReadonlyMap<string, Name>
  byKey: ReadonlyMap<string, Name[]>
}

function namesById(names: readonly Name[]): NamesById {
  return { byId: new Map(names.map((name) => [name.id, name])), byKey: grouped(names, ({ name }) => keyOf(name)) }
}

/** Words that an editor gave, joined to the name of the reading that they are, where there is one. */
function speakerAs(given: { kind: NameKind | null; words: string }, names: NamesById): CorrectedSpeaker {
  const name = names.byKey.get(keyOf(given.words))?.find(({ kind }) => given.kind === null || kind === given.kind)
  const kind = name?.kind ?? given.kind
  return {
    text: given.words,
    name: name?.id ?? null,
    kind,
    collective: kind !== null && kind !== 'person',
    place: null,
  }
}
