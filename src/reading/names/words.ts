/** What is known about a word before its sentence is looked at: one number of marks a word, from the lists. */
import { normalForm } from '../../text/index.ts'
import { polarityOf } from '../cues.ts'
import { memoize } from '../hash.ts'
import { CURRENCY_CODES } from '../money-signs.ts'
import * as organizations from './list-organizations.ts'
import * as people from './list-people.ts'
import * as places from './list-places.ts'
import * as roles from './list-roles.ts'
import * as words from './list-words.ts'

/** Marks; a word has the sum of those that hold. */
export const CAPITAL = 1
/** Two letters or more, all capital. */
export const CAPS = 1 << 1
/** "J.", "W", "J.K." */
export const INITIAL = 1 << 2
export const MALE = 1 << 3
export const FEMALE = 1 << 4
export const SURNAME = 1 << 5
export const PLACE = 1 << 6
/** A people's, a faith's or a party's adjective or noun: no name. */
export const PEOPLE = 1 << 7
export const ORGANIZATION = 1 << 8
export const ORGANIZATION_HEAD = 1 << 9
export const PLACE_HEAD = 1 << 10
export const ROLE = 1 << 11
export const HONORIFIC = 1 << 12
export const CALENDAR = 1 << 13
export const ORDINARY = 1 << 14
export const PARTICLE = 1 << 15
export const TOPIC = 1 << 16
export const GENERATION = 1 << 17
export const KIN = 1 << 18
export const FORMER = 1 << 19
/** "Sen.": a title and nothing else. */
export const SHORT_TITLE = 1 << 20
export const LETTERS = 1 << 21
/** A phrase of several words may begin here. */
export const PHRASE = 1 << 22
/** A verb that attributes: said, told. */
export const SPEECH = 1 << 23
/** Holds its own "’s": the tokens were cut that way. */
export const POSSESSIVE = 1 << 24
export const THING_HEAD = 1 << 25
/** With HONORIFIC, ROLE or KIN: said of a man, of a woman. */
export const OF_MAN = 1 << 26
export const OF_WOMAN = 1 << 27
/** Letters that stand for no organization. */
export const PLAIN_ACRONYM = 1 << 28

export const GIVEN = MALE | FEMALE

const known = new Map<string, number>()

function mark(list: string, bits: number, separator: RegExp = / /): void {
  for (const word of list.split(separator)) known.set(word, (known.get(word) ?? 0) | bits)
}

mark(people.GIVEN_MALE, MALE)
mark(people.GIVEN_FEMALE, FEMALE)
mark(people.GIVEN_EITHER, MALE | FEMALE)
mark(people.SURNAMES, SURNAME)
mark(people.PARTICLES, PARTICLE)
mark(people.HONORIFICS_MALE, HONORIFIC | OF_MAN)
mark(people.HONORIFICS_FEMALE, HONORIFIC | OF_WOMAN)
mark(people.HONORIFICS_EITHER, HONORIFIC)
mark(people.PLURAL_TITLES, HONORIFIC)
mark(people.GENERATIONS, GENERATION)
mark(places.CITIES, PLACE)
mark(places.STATES, PLACE)
mark(places.PLACE_HEADS, PLACE_HEAD)
mark(places.PEOPLES, PEOPLE)
mark(organizations.ORGANIZATION_WORDS, ORGANIZATION)
mark(organizations.ORGANIZATION_HEADS, ORGANIZATION_HEAD)
mark(organizations.TOPICS, TOPIC)
mark(roles.ROLE_WORDS, ROLE)
mark(roles.SHORT_TITLES, ROLE | SHORT_TITLE)
mark(roles.ROLES_MALE, OF_MAN)
mark(roles.ROLES_FEMALE, OF_WOMAN)
mark(roles.KIN_MALE, KIN | OF_MAN)
mark(roles.KIN_FEMALE, KIN | OF_WOMAN)
mark(roles.KIN_EITHER, KIN)
mark(roles.FORMER, FORMER)
mark(words.CALENDAR, CALENDAR)
mark(words.ORDINARY, ORDINARY)
mark(words.THING_HEADS, THING_HEAD)
mark(words.PLAIN_ACRONYMS, PLAIN_ACRONYM)
mark(CURRENCY_CODES.join(' ').toLowerCase(), PLAIN_ACRONYM)

/** What a demonym's country is, so that "Russian president" and "president of Russia" are one role. */
const countryOf = new Map<string, string>()
for (const entry of places.COUNTRIES.split('|')) {
  const [country = '', demonyms] = entry.split(':')
  if (!country.includes(' ')) mark(country, PLACE)
  for (const demonym of demonyms?.split(',') ?? []) {
    countryOf.set(demonym, country)
    const last = demonym.slice(demonym.lastIndexOf(' ') + 1)
    mark(last, PEOPLE)
    mark(`${last}s`, PEOPLE)
  }
}
for (const people of places.PEOPLES.split(' ')) mark(`${people}s`, PEOPLE)

const aliases = new Map(places.PLACE_ALIASES.split('|').map((pair) => pair.split('=') as [string, string]))

/** The one key of a place that has several names; lower case in and out. */
export const placeKey = (key: string): string => aliases.get(key) ?? key

/** The country behind an adjective ("russian" gives "russia"); any other word as it is. */
export const countryBehind = (lower: string): string => placeKey(countryOf.get(lower) ?? lower)

export type PhraseKind = 'place' | 'organization' | 'role'
interface Phrase {
  words: string[]
  kind: PhraseKind
}
const phrases = new Map<string, Phrase[]>()

function enter(list: string, kind: PhraseKind): void {
  for (const text of list.split('|')) {
    // As the tokens are cut: a hyphen is one of its own.
    const words = text.replaceAll('-', ' - ').split(' ')
    const [first = ''] = words
    const those = phrases.get(first)
    if (words.length < 2) mark(first, kind === 'place' ? PLACE : ORGANIZATION)
    else if (those) those.push({ words, kind })
    else phrases.set(first, [{ words, kind }])
  }
}
enter(places.PLACE_PHRASES, 'place')
enter(organizations.ORGANIZATION_PHRASES, 'organization')
enter(roles.ROLE_PHRASES, 'role')
for (const entry of places.COUNTRIES.split('|')) {
  const country = entry.split(':')[0] as string
  if (country.includes(' ')) enter(country, 'place')
}
for (const [first, those] of phrases) {
  those.sort((a, b) => b.words.length - a.words.length)
  mark(first, PHRASE)
}
for (const alias of aliases.keys()) if (!alias.includes(' ')) mark(alias, PLACE)

/** The longest known phrase that begins at `at` and ends before `end`. `lower` holds lower-case words. */
export function phraseAt(lower: readonly string[], at: number, end: number): { to: number; kind: PhraseKind } | null {
  for (const { words, kind } of phrases.get(lower[at] as string) ?? []) {
    if (at + words.length > end) continue
    let same = 1
    while (same < words.length && lower[at + same] === words[same]) same++
    if (same === words.length) return { to: at + same, kind }
  }
  return null
}

const nicknames = new Map<string, Set<string>>()
for (const line of people.NICKNAMES.split('|')) {
  const [full = '', ...short] = line.split(' ')
  for (const name of short) nicknames.set(name, (nicknames.get(name) ?? new Set()).add(full))
}

/** Whether two given names, in lower case, may be one person's: the same, an initial, a short form. */
export function sameGiven(a: string, b: string): boolean {
  if (a === b) return true
  const [one, two] = [a.replaceAll('.', ''), b.replaceAll('.', '')]
  if (one.length === 1 || two.length === 1) return one[0] === two[0]
  if (nicknames.get(a)?.has(b) || nicknames.get(b)?.has(a)) return true
  const [left, right] = [nicknames.get(a), nicknames.get(b)]
  if (left && right) for (const full of left) if (right.has(full)) return true
  return false
}

/** "lucía" is "lucia" on the lists. */
const withoutAccents = (lower: string) =>
  /[^\0-\x7f]/.test(lower) ? normalForm(lower, 'NFD').replace(/\p{M}/gu, '') : lower

/** The marks of a word as it stands in a text. */
export const marksOf = memoize((word): number => makeMarks(word, word.toLowerCase()))

function makeMarks(word: string, lower: string): number {
  if (word.length > 40) return 0
  if (/.[’']s$/iu.test(word)) {
    return POSSESSIVE | makeMarks(word.slice(0, -2), lower.slice(0, -2))
  }
  if (!/^[\p{L}\p{N}]/u.test(word)) return 0
  const dotted = /^(?:\p{Lu}\.){2,}$/u.test(word)
  let bits =
    known.get(lower) ??
    known.get(dotted ? lower.replaceAll('.', '') : lower.replace(/\.$/, '')) ??
    known.get(withoutAccents(lower)) ??
    0
  // "Philippines" is a country, though "Philippine" with an s as well.
  if (bits & PLACE) bits &= ~PEOPLE
  if (/\p{L}/u.test(word)) bits |= LETTERS
  const capital = /^\p{Lu}/u.test(word)
  if (capital) bits |= CAPITAL
  if (capital && (lower.match(/\p{L}/gu)?.length ?? 0) > 1 && word === word.toUpperCase()) bits |= CAPS
  if (/^(?:\p{Lu}\.?|(?:\p{Lu}\.){2,3})$/u.test(word) && !(bits & PLACE)) bits |= INITIAL
  // "who", "us", "mod" are organizations and countries in capitals only.
  if (lower.length <= 3 && lower !== 'fox' && !(bits & CAPS)) bits &= ~ORGANIZATION
  if ((lower === 'us' || lower === 'la') && !(bits & CAPS)) bits &= ~PLACE
  // Without its full stop, "sen" or "col" is only a word.
  if (
    bits & SHORT_TITLE &&
    !word.endsWith('.') &&
    !/^(?:cllr|gov|insp|supt|sgt|det|gen|lt|col|maj|brig|capt|cpl|cmdr|adm)$/.test(lower)
  )
    bits &= ~(SHORT_TITLE | ROLE)
  if (polarityOf(lower) !== undefined) bits |= SPEECH
  return bits
}
