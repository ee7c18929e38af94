/** Where words stand in a story: found as a reader copied them, kept as a text-quote selector, found again later. Pure. */
import { type StoryContent, wordsOfBlock } from '../story/index.ts'

/** So much is kept of what stands before and behind the words, in characters. */
const AROUND = 32

/** A passage of a story that words can be looked for in. */
export interface Passage {
  /** A block's id, or @headline, @standfirst, @picture for what stands around the body. */
  id: string
  /** With single spaces, and nothing that draws nothing. */
  text: string
}

/** Words and where they stand (W3C Web Annotation, TextQuoteSelector). */
export interface Place {
  /** The passage where they begin; null where they could not be found. */
  blockId: string | null
  exact: string
  prefix: string
  suffix: string
  /** The whole sentences that they are part of; empty where they could not be found. */
  sentence: string
}

/** Runs of white space are one, and what draws nothing is not there: a page and a clipboard differ in both. */
const squeezed = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Quotes, apostrophes and dashes as keyboards have them, each for one: a place in one text is the same in the other. */
const plain = (text: string): string =>
  text
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')

/** What stands in a story, in the order in which readers meet it. */
export function passagesOf(content: StoryContent): Passage[] {
  return [
    { id: '@headline', text: content.headline },
    { id: '@standfirst', text: content.standfirst },
    { id: '@picture', text: content.picture?.caption ?? '' },
    ...content.body.map((block) => ({ id: block.id, text: wordsOfBlock(block) })),
  ]
    .map(({ id, text }) => ({ id, text: squeezed(text) }))
    .filter(({ text }) => text !== '')
}

/**
 * The place of words that a reader copied or typed; of a whole passage where none were, but it was chosen. Looked for
 * in the chosen passage first, then everywhere, across passages too.
 */
export function locate(
  passages: readonly Passage[],
  typed: string,
  { chosen, language }: { chosen: string; language: string },
): Place {
  const words = squeezed(typed)
  const passage = passages.find(({ id }) => id === chosen)
  if (words === '')
    return passage
      ? { blockId: passage.id, exact: passage.text, prefix: '', suffix: '', sentence: passage.text }
      : { blockId: null, exact: '', prefix: '', suffix: '', sentence: '' }
  for (const wanted of [words, withoutFrame(words)]) {
    if (wanted === '') continue
    const found = passage && find(passage.text, wanted)
    if (passage && found) return placeIn([passage], passage.text, found, language)
    const whole = passages.map(({ text }) => text).join(' ')
    const anywhere = find(whole, wanted)
    if (anywhere) return placeIn(passages, whole, anywhere, language)
  }
  return { blockId: null, exact: words, prefix: '', suffix: '', sentence: '' }
}

interface Span {
  /** In UTF-16 units; `to` is not in it. */
  from: number
  to: number
}

function find(text: string, words: string): Span | null {
  const from = plain(text).indexOf(plain(words))
  return from < 0 ? null : { from, to: from + words.length }
}

/** Without the quotes and dots that people put around what they copy. */
function withoutFrame(words: string): string {
  const isFrame = (at: number) => '"\'“”‘’„«».… '.includes(words.charAt(at))
  let [from, to] = [0, words.length]
  while (from < to && isFrame(from)) from++
  while (to > from && isFrame(to - 1)) to--
  return words.slice(from, to)
}

function placeIn(passages: readonly Passage[], whole: string, { from, to }: Span, language: string): Place {
  let start = 0
  for (const { id, text } of passages) {
    const end = start + text.length
    if (from <= end)
      return {
        blockId: id,
        exact: whole.slice(from, to),
        prefix: whole.slice(Math.max(0, from - AROUND), from),
        suffix: whole.slice(to, to + AROUND),
        sentence: sentencesIn(text, { from: from - start, to: to - start }, language),
      }
    start = end + 1
  }
  return { blockId: null, exact: whole.slice(from, to), prefix: '', suffix: '', sentence: '' }
}

/** So much of a passage is looked at before and behind a span for where its sentences begin and end, in UTF-16 units. */
const LOOKED_AT = 1000

/**
 * The sentences that a span is part of, as far as they are looked at: Intl.Segmenter makes a copy of the whole text for
 * each of them, so that a long passage of short ones would cost the square of its length.
 */
function sentencesIn(text: string, { from, to }: Span, language: string): string {
  const start = Math.max(0, from - LOOKED_AT)
  const near = text.slice(start, to + LOOKED_AT)
  const sentences = new Intl.Segmenter(language || undefined, { granularity: 'sentence' })
  return [...sentences.segment(near)]
    .filter(({ index, segment }) => start + index < to && start + index + segment.length > from)
    .map(({ segment }) => segment)
    .join('')
    .trim()
}

/** A passage as it is shown: its words, those that are meant marked. */
export interface ShownPassage {
  before: string
  /** Empty where the words don't stand in it. */
  marked: string
  after: string
}

/** The passage of a place in some version of the story, the words marked where they still stand there; null where it is gone. */
export function showPlace(
  content: StoryContent,
  { blockId, exact, prefix }: Pick<Place, 'blockId' | 'exact' | 'prefix'>,
): ShownPassage | null {
  const passage = passagesOf(content).find(({ id }) => id === blockId)
  if (!passage) return null
  const { text } = passage
  // Where the same words stand twice, the ones behind the same words.
  const behind = prefix === '' ? -1 : text.indexOf(prefix + exact)
  const from = behind < 0 ? text.indexOf(exact) : behind + prefix.length
  if (exact !== '' && from < 0) {
    // They may go on in the passage behind.
    const start = overlap(text, exact)
    return { before: text.slice(0, start), marked: text.slice(start), after: '' }
  }
  return { before: text.slice(0, from), marked: exact, after: text.slice(from + exact.length) }
}

/** Where a passage's end is the beginning of the words; its length where it is not. */
function overlap(text: string, exact: string): number {
  // What is longer than three words is found by its first three; an end that is shorter, by all it has.
  for (const words of [3, 2, 1]) {
    const at = text.lastIndexOf(exact.split(' ', words).join(' '))
    if (at >= 0 && exact.startsWith(text.slice(at))) return at
  }
  return text.length
}
