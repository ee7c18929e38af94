/** Joins the mentions of people: "Vladimir Putin", "Putin" and "Mr. Putin" are one man; two Clintons are two. */

import { ADP } from '../tokens.ts'
import { type Evidence, kindFrom, weigh } from './evidence.ts'
import { inHeadline, type Marked } from './marked.ts'
import type { Gender, Span } from './span.ts'
import { GENERATION, marksOf, PARTICLE, sameGiven } from './words.ts'

export interface Person {
  /** Lower case: what stands before the family name, the family name, and "jr" or "". */
  given: string[]
  surname: string
  generation: string
  gender: Gender
  /** Mentions by name, in order. */
  spans: Span[]
  /** How often named in full up to where the joining has come, and in which paragraph last. */
  full: number
  lastFull: number
  lastParagraph: number
  /** Last words of the titles it was given right before its name. */
  titles: Set<string>
}

/** A story where more than this many people share a name is no story; looking at all of them would not be linear. */
const MOST_NAMESAKES = 8

/** So many words before a family name are looked at: "María del Carmen Ruiz Ortega" is Ruiz for short. */
const MOST_GIVEN = 5

interface Index {
  bySurname: Map<string, Person[]>
  byGiven: Map<string, Person[]>
}

/**
 * The people of a text, in order of their first mention. Takes from `spans` what is a person's, sets its kind, and
 * leaves the rest.
 */
export function joinPeople(marked: Marked, spans: Span[]): Person[] {
  const evidence = weighUnknown(marked, spans)
  const people: Person[] = []
  const index: Index = { bySurname: new Map(), byGiven: new Map() }
  const owners = new Map<Span, Person>()
  const sumOf = (span: Span) => evidence.get(span.words.join(' '))
  for (const span of spans) {
    if (span.kind === 'unknown' && span.words.length > 1) {
      const sum = sumOf(span) as Evidence
      const alone = evidence.get(span.words.at(-1) as string)
      // Named alone elsewhere as a person is: "Conway said".
      const kind = kindFrom(marked, span, alone ? { ...sum, person: sum.person + Math.max(0, alone.person) } : sum)
      if (kind) span.kind = kind
    }
    if (span.kind === 'person' && isFull(span)) owners.set(span, findOrMake(people, index, span))
  }
  for (const span of spans) {
    const full = owners.get(span)
    if (full) {
      take(marked, full, span)
      full.full++
      full.lastFull = span.from
      full.lastParagraph = marked.tokens.paragraph[span.from] as number
      continue
    }
    if (!mayBeShort(marked, span)) continue
    const known = choose(marked, namesakes(index, span), span)
    if (known) {
      span.kind = 'person'
      withParticles(marked, span, known)
      take(marked, known, span)
      continue
    }
    if (span.kind === 'unknown' && span.words.length === 1) {
      const kind = kindFrom(marked, span, sumOf(span) as Evidence)
      if (kind) span.kind = kind
    }
    if (span.kind === 'person') take(marked, make(people, index, span), span)
  }
  return people
    .filter((person) => person.spans.length > 0)
    .sort((a, b) => (a.spans[0] as Span).from - (b.spans[0] as Span).from)
}

function weighUnknown(marked: Marked, spans: readonly Span[]): Map<string, Evidence> {
  const evidence = new Map<string, Evidence>()
  for (const span of spans) {
    if (span.kind !== 'unknown') continue
    const key = span.words.join(' ')
    const sum = evidence.get(key) ?? { person: 0, organization: 0, place: 0, count: 0 }
    weigh(marked, span, sum)
    evidence.set(key, sum)
  }
  return evidence
}

interface Parts {
  given: string[]
  surname: string
  generation: string
}

function partsOf({ words }: Span): Parts {
  const last = words[words.length - 1] as string
  const generation = words.length > 1 && marksOf(last) & GENERATION ? last.replaceAll('.', '') : ''
  const rest = generation ? words.slice(0, -1) : words
  const given = rest.slice(0, -1)
  while (given.length > 0 && isParticle(given[given.length - 1] as string)) given.pop()
  return { given, surname: rest[rest.length - 1] as string, generation }
}

const isParticle = (word: string) => (marksOf(word) & PARTICLE) > 0
const isFull = (span: Span) => partsOf(span).given.length > 0

/** "al-assad" is found by "assad" as well. */
function surnameKeys(surname: string): string[] {
  const hyphen = surname.indexOf('-')
  return hyphen > 0 && isParticle(surname.slice(0, hyphen)) ? [surname, surname.slice(hyphen + 1)] : [surname]
}

function findOrMake(people: Person[], index: Index, span: Span): Person {
  const parts = partsOf(span)
  for (const person of (index.bySurname.get(parts.surname) ?? []).toReversed()) {
    // "Wasserman Schultz" after "Debbie Wasserman Schultz"
    if (parts.given.length === 1 && person.given.length > 1 && person.given.at(-1) === parts.given[0]) return person
    if (person.given.length > 0 && isSame(person, parts)) {
      if (parts.given.length > person.given.length) person.given = parts.given
      return person
    }
  }
  return make(people, index, span)
}

/** "William Clinton" and "Bill Clinton"; not "George W." and "George H.W.", nor a father and his "Jr.". */
function isSame(person: Person, { given, generation }: Parts): boolean {
  if (person.generation !== generation) return false
  const [a, b] = [person.given, given]
  if (!sameGiven(a[0] as string, b[0] as string)) return false
  return a.length < 2 || b.length < 2 || sameGiven(a[1] as string, b[1] as string)
}

function make(people: Person[], index: Index, span: Span): Person {
  const person: Person = {
    ...partsOf(span),
    gender: null,
    spans: [],
    full: 0,
    lastFull: -1,
    lastParagraph: -1,
    titles: new Set(),
  }
  people.push(person)
  for (const key of surnameKeys(person.surname)) enter(index.bySurname, key, person)
  for (const given of person.given.slice(0, MOST_GIVEN))
    if (!/^.\.?$/.test(given) && !isParticle(given)) enter(index.byGiven, given, person)
  return person
}

function enter(map: Map<string, Person[]>, key: string, person: Person): void {
  const those = map.get(key)
  if (!those) map.set(key, [person])
  else if (those.push(person) > MOST_NAMESAKES) those.shift()
}

function take(marked: Marked, person: Person, span: Span): void {
  person.gender ??= span.gender
  person.spans.push(span)
  if (span.lead < span.from) person.titles.add(titleOf(marked, span))
}

/** One word, or a family name with its particles; also a place or an organization that is somebody's name here. */
function mayBeShort(marked: Marked, span: Span): boolean {
  if (span.kind === 'person' || (span.kind === 'unknown' && !isFull(span))) return true
  if (span.words.length > 1 || span.kind === 'unknown') return false
  // "in Washington" stays a city where a Denzel Washington is in the story; "Washington said" does not.
  const before = span.from > 0 && marked.tokens.sentence[span.from - 1] === marked.tokens.sentence[span.from]
  return !(before && (marked.tokens.tag[span.from - 1] === ADP || marked.tokens.lower[span.from - 1] === 'the'))
}

function namesakes({ bySurname, byGiven }: Index, span: Span): Person[] {
  const { surname, generation } = partsOf(span)
  const family = bySurname.get(surname) ?? []
  if (family.length > 0) {
    const exact = family.filter((person) => person.generation === generation)
    return exact.length > 0 || generation ? exact : family
  }
  return (byGiven.get(surname) ?? []).filter((person) => !generation || person.generation === generation)
}

/** Whom a short form means: by title, else who was last named in full in this paragraph, else who mostly was. */
function choose(marked: Marked, candidates: readonly Person[], span: Span): Person | null {
  // Mr Brown and Mrs Brown are two.
  const fitting = candidates.filter(({ gender }) => !span.gender || !gender || gender === span.gender)
  if (fitting.length < 2) return fitting[0] ?? null
  if (span.lead < span.from) {
    const title = titleOf(marked, span)
    const titled = fitting.filter(({ titles }) => titles.has(title))
    if (title && titled.length === 1) return titled[0] as Person
  }
  const paragraph = marked.tokens.paragraph[span.from] as number
  let best = fitting[0] as Person
  for (const person of fitting) if (isCloser(person, best, paragraph)) best = person
  return best
}

function isCloser(a: Person, b: Person, paragraph: number): boolean {
  const [here, there] = [a.lastParagraph === paragraph, b.lastParagraph === paragraph]
  if (here !== there) return here
  if (!here && a.full !== b.full) return a.full > b.full
  return a.lastFull > b.lastFull
}

/** The last word of the title before a span, in lower case; "" where there is none. */
function titleOf(marked: Marked, { lead, from }: Span): string {
  return lead < from ? (marked.tokens.lower[from - 1] as string) : ''
}

/** "von der Leyen" after "Ursula von der Leyen": the small words belong to the mention. */
function withParticles(marked: Marked, span: Span, person: Person): void {
  if (inHeadline(marked, span.from)) return
  const first = person.spans[0]
  if (!first || first.words.length < 3 || span.lead < span.from) return
  let words = first.words.length - 2
  while (
    words > 0 &&
    span.from > 0 &&
    isParticle(first.words[words] as string) &&
    marked.tokens.lower[span.from - 1] === first.words[words]
  ) {
    span.from--
    span.lead = span.from
    words--
  }
}
