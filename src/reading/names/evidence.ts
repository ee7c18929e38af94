/** What the words around a span say about its kind: points, summed over all spans with the same words. */

import { ADP, AUX, DET, NUM, PROPN, VERB } from '../tokens.ts'
import { inHeadline, isPossessivePair, type Marked } from './marked.ts'
import type { Span } from './span.ts'
import {
  CAPITAL,
  CAPS,
  FEMALE,
  HONORIFIC,
  INITIAL,
  KIN,
  MALE,
  marksOf,
  ORDINARY,
  PARTICLE,
  PLACE,
  PLACE_HEAD,
  PLAIN_ACRONYM,
  ROLE,
  SPEECH,
  SURNAME,
  TOPIC,
} from './words.ts'

export interface Evidence {
  person: number
  organization: number
  place: number
  /** How many spans say so, headlines left out. */
  count: number
}

const PLACE_BEFORE = new Set(['in', 'near', 'across', 'outside', 'throughout', 'around'])
const MAYBE_PLACE_BEFORE = new Set(['at', 'from', 'to', 'into', 'through', 'via', 'toward', 'towards'])
const OF_PLACE =
  /^(?:mayor|mayors|governor|mp|bishop|archbishop|city|town|village|port|region|county|people|outskirts|streets|north|south|east|west|centre|center|suburb|island|district)$/
/** "The firm, Greenway Haulage": what an organization is called before or after its name. */
const A_BODY =
  /^(?:firm|company|charity|group|agency|newspaper|club|team|band|union|think-tank|publisher|retailer|bank)$/
const PARTY_LETTERS = new Set(['r', 'd', 'i', 'd-', 'r-'])

/** Adds what stands around `span` to `sum`. */
export function weigh(marked: Marked, span: Span, sum: Evidence): void {
  if (inHeadline(marked, span.from)) return
  const { tokens, marks } = marked
  const { lead, from, to } = span
  sum.count++
  const sentence = tokens.sentence[from]
  const within = (i: number) => i >= 0 && i < tokens.count && tokens.sentence[i] === sentence
  const before = within(lead - 1) ? (tokens.lower[lead - 1] as string) : ''
  const beforeBits = within(lead - 1) ? (marks[lead - 1] as number) : 0
  // “Safe Hands”: nothing else between the marks, so a title and nobody.
  if (/^[“‘"]$/.test(before) && within(to) && /^[”’"]$/.test(tokens.word[to] as string)) sum.person -= 4
  if (before === 'the') {
    sum.person -= 3
    sum.organization += 1
  }
  if (lead > 1 && within(lead - 2)) {
    const second = marks[lead - 2] as number
    // "of Mill Lane, Thornbury" and "his wife, Alice"
    if (before === ',' && second & PLACE_HEAD && second & CAPITAL) sum.place += 3
    if (before === ',' && second & KIN) sum.person += 3
    if (before === ',' && A_BODY.test(tokens.lower[lead - 2] as string)) sum.organization += 4
    // "at the Regal"
    if (before === 'the' && tokens.lower[lead - 2] === 'at') sum.place += 2
    if (before === 'of' && OF_PLACE.test(tokens.lower[lead - 2] as string)) sum.place += 3
  }
  if (PLACE_BEFORE.has(before)) sum.place += 2
  else if (MAYBE_PLACE_BEFORE.has(before)) sum.place += 1
  // "candidate Imran Sadiq", "his brother Tariq": nothing between.
  if (beforeBits & (ROLE | KIN | HONORIFIC)) sum.person += 3
  if (beforeBits & SPEECH && tokens.tag[lead - 1] === VERB && saysBefore(marked, lead - 1)) sum.person += 1
  const owned = isPossessivePair(marked, to - 1)
  const at = owned ? to + 1 : to
  if (!within(at)) return
  const next = tokens.lower[at] as string
  const nextBits = marks[at] as number
  if (owned) {
    if (nextBits & (ROLE | KIN)) sum.person += 1
    return
  }
  const nextTag = tokens.tag[at]
  if (nextTag === VERB || nextTag === AUX) sum.person += 1
  if (next === 'who' || next === 'himself' || next === 'herself') sum.person += 3
  if (next === ',' && within(at + 2)) afterComma(marked, at + 1, sum)
  if (next === '(' && within(at + 1) && PARTY_LETTERS.has(tokens.lower[at + 1] as string)) sum.person += 3
  const only = marks[from] as number
  if (
    to - from === 1 &&
    only & CAPS &&
    !(only & PLAIN_ACRONYM) &&
    (tokens.word[from] as string).length <= 6 &&
    next !== ':' &&
    !isShouted(marked, from)
  )
    sum.organization += 3
}

/** One of several words in capitals: no acronym. */
const isShouted = ({ marks }: Marked, i: number) => (((marks[i - 1] ?? 0) | (marks[i + 1] ?? 0)) & CAPS) > 0

/** ", who", ", 43,", ", a teacher", ", D-", ", Michigan". */
function afterComma(marked: Marked, at: number, sum: Evidence): void {
  const { tokens, marks } = marked
  const lower = tokens.lower[at] as string
  if (lower === 'who' || lower === 'whose') sum.person += 3
  else if (tokens.tag[at] === NUM && tokens.lower[at + 1] === ',' && /^\d{1,3}$/.test(lower)) sum.person += 3
  else if (PARTY_LETTERS.has(lower) && tokens.word[at + 1] === '-') sum.person += 3
  else if ((marks[at] as number) & PLACE && (marks[at] as number) & CAPITAL) sum.place += 3
  else if (tokens.tag[at] === DET) {
    for (let i = at + 1; i < at + 5 && i < tokens.count; i++) {
      if (tokens.tag[i] === ADP || tokens.lower[i] === ',') break
      if (A_BODY.test(tokens.lower[i] as string)) {
        sum.organization += 4
        break
      }
      if ((marks[i] as number) & (ROLE | KIN)) {
        sum.person += 2
        break
      }
    }
  }
}

/** “…,” said Xi: the verb stands after a quotation or a comma. */
function saysBefore(marked: Marked, verb: number): boolean {
  const before = marked.tokens.word[verb - 1]
  return before === '”' || before === '"' || before === ','
}

/** What a span of unknown kind is, by what was summed for its words; null where it is no name. */
export function kindFrom(marked: Marked, span: Span, sum: Evidence): 'person' | 'organization' | 'place' | null {
  return span.words.length > 1 ? decideLong(marked, span, sum) : decideOne(marked, span, sum)
}

function decideLong(
  marked: Marked,
  span: Span,
  { person, organization, place, count }: Evidence,
): ReturnType<typeof kindFrom> {
  const { tokens, marks } = marked
  if (organization >= 4 && organization > person) return 'organization'
  if (place >= 3 && place > person) return 'place'
  let [ordinary, proper, topics] = [0, 0, 0]
  for (let i = span.from; i < span.to; i++) {
    const bits = marks[i] as number
    if (bits & ORDINARY) ordinary++
    if (bits & TOPIC) topics++
    if (tokens.tag[i] === PROPN) proper++
  }
  const last = marks[span.to - 1] as number
  if (person < 0) return organization >= 2 && person > -3 * count ? 'organization' : null
  if (ordinary + topics > 0) return person >= 3 && ordinary + topics < span.words.length ? 'person' : null
  for (let i = span.from; i < span.to; i++) {
    if (isAcronym(marked, i) && !(i === span.from && (tokens.word[i] as string).length === 2)) return null
  }
  if (last & SURNAME || person >= 2) return 'person'
  const words = span.words.filter((word) => !(marksOf(word) & PARTICLE))
  return proper >= 2 && words.length <= 3 && count > 0 && words.every((word) => isLikeName(marked, word))
    ? 'person'
    : null
}

/** In capitals and no initial; "JD" before a name may be one. */
const isAcronym = ({ marks }: Marked, i: number) => ((marks[i] as number) & (CAPS | INITIAL)) === CAPS

const WORDY = /(?:ing|ed|tion|sion|ment|ness|ity|ers|ors|ists|ism|ies|ance|ence|ship|hood|ful|less|ous|ive|ical)$/

/** Not a word that the text has without a capital, nor one made as words are and names are not. */
const isLikeName = (marked: Marked, word: string) =>
  !marked.seenLower.has(word) && !(word.endsWith('s') && marked.seenLower.has(word.slice(0, -1))) && !WORDY.test(word)

function decideOne(
  marked: Marked,
  span: Span,
  { person, organization, place, count }: Evidence,
): ReturnType<typeof kindFrom> {
  const bits = marked.marks[span.from] as number
  if (bits & ORDINARY && !(bits & (SURNAME | MALE | FEMALE) && person > 3)) return null
  const word = span.words[0] as string
  if (!(bits & (SURNAME | MALE | FEMALE)) && (marked.seenLower.has(word) || /(?:ians|ists|ers|ors)$/.test(word)))
    return null
  if (bits & PLAIN_ACRONYM && bits & CAPS) return null
  // "EgyptAir", "LinkedIn": a capital inside is no way to write people, but for "McCain" and "DeVos".
  if (/^\p{Lu}\p{Ll}{3,}\p{Lu}/u.test(marked.tokens.word[span.from] as string)) return 'organization'
  if (organization >= 4 && organization > person) return 'organization'
  if (bits & CAPS && organization >= 3 && !(bits & SURNAME)) return 'organization'
  if (bits & SURNAME && person >= 0 && place <= person + 2) return count > 0 || person > 0 ? 'person' : null
  if (person >= 3 && person > place) return 'person'
  if (bits & (MALE | FEMALE)) return person > 0 || (count >= 2 && person >= 0 && place === 0) ? 'person' : null
  if (place >= 2 && person <= 1) return 'place'
  return null
}
