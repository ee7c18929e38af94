/**
 * What the model sees of a comment: a short list of hashed features, each with
 * a weight of its own. Groups are brought to a length one by one, so that a
 * long text's many letters don't drown the one link in it.
 */

import { spamMessages as m } from '../messages/index.ts'
import { hashOf } from '../reading/index.ts'
import { ownLines } from '../text/index.ts'
import { LONGEST_READ, type SpamText } from './comment.ts'
import { formOf, timeOf } from './form.ts'
import { finish, PRIME } from './hash.ts'
import { kindsOf, nameOfKind, pairName, TALK, tradeWordsIn } from './kinds-of-words.ts'
import { type FoundLink, findLinks } from './links.ts'
import { normalise, readSigns } from './normalise.ts'
import { ALONE, LINK, OWN_LINK, type Tokens, tokensOf, wholeWordsAt } from './tokens.ts'

/** Features are told from one another up to here: two to the power of this many. */
export const FEATURE_BITS = 16
const MASK = (1 << FEATURE_BITS) - 1

/** Of a long text only its beginning is looked at letter by letter (UTF-16 units); its words all count. */
const LETTERS_READ = 600

type Group = 'words' | 'letters' | 'kinds' | 'form' | 'name' | 'time'

/** How long each group's part of the vector is; how they were chosen stands in docs/decisions/010. */
const LENGTHS: Record<Group, number> = { words: 1, letters: 0.5, kinds: 0.8, form: 0.5, name: 0.2, time: 0.2 }

const SEEDS: Record<Group, number> = {
  words: 0x1b873593,
  letters: 0x2545f491,
  kinds: 0x51ab2f6d,
  form: 0x3c6ef372,
  name: 0x4cf5ad43,
  time: 0x6a09e667,
}

/** What is found in a comment, as it can be handed to another thread. */
export interface FoundFeatures {
  /** Places in the table, 0 to 2^16 - 1, each once. */
  ids: Uint16Array
  /** How strongly each is there, in 1/256. */
  values: Uint8Array
  /** Of the text's words, in its order: their places in the table. Numbers and single letters are none. */
  words: Uint16Array
  hasLink: boolean
}

export interface Features extends FoundFeatures {
  /** What the i-th is, in words for a person; made when it is asked for, because of few of them it is. */
  nameOf(i: number): string
}

type Add = (hash: number, name: () => string) => void

/** Pure. The work is in line with the text's length, and bounded by `LONGEST_READ`. */
export function featuresOf(said: SpamText): Features {
  // What somebody quotes is not theirs.
  const comment = { ...said, text: ownLines(said.text) }
  const sum = new Map<number, number>()
  // Two features that the hash throws together can't be told apart: the first one's name stands for both.
  const names: (() => string)[] = []
  const raw = shortened(comment.text.replace(/\s+/g, ' ').trim())
  const { text, changes } = normalise(raw)
  const links = findLinks(text)
  const tokens = tokensOf(text, links, comment.ownDomains)
  changes.spread = tokens.spread.length
  const read = (group: Group, find: (add: Add) => void) => {
    const found = new Set<number>()
    find((hash, name) => {
      const id = finish(hash) & MASK
      if (found.has(id)) return
      found.add(id)
      if (!sum.has(id)) {
        sum.set(id, 0)
        names.push(name)
      }
    })
    const each = LENGTHS[group] / Math.sqrt(found.size)
    for (const id of found) sum.set(id, (sum.get(id) as number) + each)
  }
  const keyed = (group: Group, add: Add) => (key: string, name: () => string) => add(hashOf(key, SEEDS[group]), name)
  read('words', (add) => {
    changes.signs = addWords(tokens, keyed('words', add))
  })
  read('letters', (add) => addLetters(tokens.letters.slice(0, LETTERS_READ), add))
  const name = ` ${normalise(comment.name.slice(0, 80)).text.trim()} `
  const trade = tradeWordsIn(name.match(WORDS) ?? [])
  read('kinds', (add) => addKinds([...tokens.words, ...tokens.spread], trade, keyed('kinds', add)))
  read('form', (add) => {
    addLinks(links, keyed('form', add))
    for (const [key, name] of formOf(raw, links, comment.ownDomains, changes)) keyed('form', add)(key, name)
  })
  read('time', (add) => {
    for (const [key, name] of timeOf(comment)) keyed('time', add)(key, name)
  })
  read('name', (add) => addName(name, keyed('name', add)))
  const [ids, values] = [new Uint16Array(sum.size), new Uint8Array(sum.size)]
  let i = 0
  for (const [id, value] of sum) {
    ids[i] = id
    values[i++] = Math.min(255, Math.max(1, Math.round(value * 256)))
  }
  return { ids, values, words: placesOf(tokens.words), hasLink: links.length > 0, nameOf: (at) => names[at]?.() ?? '' }
}

/** What was found in this very comment in another thread: read again here only where somebody asks what it is called. */
export function withNames(said: SpamText, found: FoundFeatures): Features {
  let again: Features | undefined
  const nameOf = (at: number) => {
    again ??= featuresOf(said)
    return again.nameOf(at)
  }
  return { ...found, nameOf }
}

const WORD = /^(?:\p{L}[\p{L}\p{M}']+|[ai])$/u

/** Where the words stand in the table; those disguised by signs where they stand undisguised. */
function placesOf(words: readonly string[]): Uint16Array {
  const read = words
    .filter((word) => word !== LINK && word !== OWN_LINK)
    .map((word) => readSigns(word) ?? word)
    .filter((word) => WORD.test(word) || ALONE.test(word))
  return Uint16Array.from(read, (word) => finish(hashOf(word, SEEDS.words)) & MASK)
}

/** Of the longest texts the first three quarters of what is read, and the last: advertising likes to stand at an end. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_READ) return text
  const end = LONGEST_READ / 4
  return `${text.slice(0, LONGEST_READ - end)} ${text.slice(text.length - end)}`
}

type AddKey = (key: string, name: () => string) => void

/** Words, pairs of words, and what signs among letters may stand for; the answer counts the last. */
function addWords({ words, spread }: Tokens, add: AddKey): number {
  let signs = 0
  let before = '^'
  for (const word of words) {
    add(word, () => shown(word))
    const meant = readSigns(word)
    if (meant) {
      signs++
      add(meant, () => m.disguised(meant, word))
    }
    const first = before
    add(`${first} ${word}`, () => (first === '^' ? m.begins(shown(word)) : shown(first, word)))
    before = word
  }
  const last = before
  add(`${last} $`, () => (last === '^' ? m.noWords : m.ends(shown(last))))
  for (const word of spread) add(word, () => m.spaced(word))
  return signs
}

function shown(...words: readonly string[]): string {
  const written = words.map((word) => (word === LINK ? m.linkHere : word === OWN_LINK ? m.ownLinkHere : word))
  return `“${written.join(' ')}”`
}

/** Whether a reason tells a person little: where a link stood, or how many marks of advertising there are. */
export const tellsLittle = (words: string): boolean => words.includes(m.linkHere) || marks().has(words)

let made: Set<string> | null = null
function marks(): Set<string> {
  made ??= new Set(Array.from({ length: 40 }, (_, count) => m.marks(count)))
  return made
}

/** Runs of three to five letters, across words. */
function addLetters(text: string, add: Add): void {
  for (let from = 0; from + 3 <= text.length; from++) {
    let hash = SEEDS.letters
    for (let to = from; to < text.length && to < from + 5; to++) {
      hash = Math.imul(hash ^ text.charCodeAt(to), PRIME)
      if (to - from >= 2) add(hash, () => `“${wholeWordsAt(text, from, to + 1)}”`)
    }
  }
}

/** Kinds of words, how many there are, which two come together anywhere, and which one after the other within three words. */
function addKinds(words: readonly string[], trade: number, add: AddKey): void {
  const kinds = words.map((word) => (word === LINK || word === OWN_LINK ? [word] : kindsOf(word)))
  const present = [
    ...new Set(kinds.flat()),
    ...Array<string>(Math.min(2, trade))
      .fill('')
      .map((_, i) => `trade ${i + 1}`),
  ].sort()
  const count = present.filter((kind) => !TALK.has(kind)).length
  add(`count ${Math.min(6, count)}`, () => m.marks(count))
  for (const [i, kind] of present.entries()) {
    add(kind, () => nameOfKind(kind))
    for (const other of present.slice(i + 1)) add(`${kind} and ${other}`, () => pairName(kind, other))
  }
  for (const [i, some] of kinds.entries()) {
    for (const first of some) {
      for (const second of kinds.slice(i + 1, i + 4).flat()) {
        add(`${first} ${second}`, () => pairName(first, second))
      }
    }
  }
}

function addLinks(links: readonly FoundLink[], add: AddKey): void {
  for (const { domain, page } of links) {
    add(`link ${domain}`, () => m.theLink(domain))
    if (page !== '') add(`page ${domain}/${page}`, () => m.theLink(`${domain}/${page}`))
    const end = domain.slice(domain.indexOf('.'))
    add(`end ${end}`, () => m.linkEnding(end))
  }
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu

function addName(name: string, add: AddKey): void {
  if (findLinks(name).length > 0) add('link', () => m.linkInName)
  for (const [word] of name.matchAll(WORDS)) add(`word ${word}`, () => m.inName(word))
  for (let from = 0; from + 4 <= name.length; from++) {
    add(name.slice(from, from + 4), () => m.inName(wholeWordsAt(name, from, from + 4)))
  }
}
