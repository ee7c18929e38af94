/** Where a name may stand: runs of words with a capital, and the small words that hold a name together. */

import { ADP, AUX, CCONJ, DET, NOUN, NUM, PRON, PROPN, SCONJ, VERB } from '../tokens.ts'
import { SYLLABLES } from './list-syllables.ts'
import { ALL_CAPS, bareLower, isHyphen, isPossessive, type Marked, nicknameEnd, PLAIN_CASE, touches } from './marked.ts'
import {
  CALENDAR,
  CAPITAL,
  CAPS,
  GIVEN,
  HONORIFIC,
  INITIAL,
  LETTERS,
  ORDINARY,
  ORGANIZATION,
  ORGANIZATION_HEAD,
  PARTICLE,
  PEOPLE,
  PHRASE,
  PLACE,
  PLACE_HEAD,
  phraseAt,
  ROLE,
  SURNAME,
  TOPIC,
} from './words.ts'

/** Tokens `from` to `to`. */
export interface Run {
  from: number
  to: number
}

const LONGEST_RUN = 24
const CLOSED = new Set([ADP, AUX, CCONJ, DET, PRON, SCONJ])
const LISTED = GIVEN | PLACE | ORGANIZATION | PEOPLE | HONORIFIC | ROLE | SURNAME | INITIAL
/** "US-Russian", "EU-Turkey": what a hyphen puts beside one another and does not join. */
const APART = PEOPLE | PLACE | ORGANIZATION
const HEADS = ORGANIZATION_HEAD | PLACE_HEAD

/** All runs of a text, in order; none crosses a sentence, none is longer than a name can be. */
export function findRuns(marked: Marked): Run[] {
  const { tokens } = marked
  const runs: Run[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (!isNameWord(marked, i, false)) continue
    const to = endOfRun(marked, i)
    runs.push({ from: i, to })
    i = to - 1
  }
  return runs
}

function endOfRun(marked: Marked, from: number): number {
  const { tokens, marks } = marked
  const limit = Math.min(from + LONGEST_RUN, tokens.starts[(tokens.sentence[from] as number) + 1] as number)
  let to = from + 1
  let bound = false
  while (to < limit && !isPossessive(marked, to - 1)) {
    if (isNameWord(marked, to, true)) {
      to++
      continue
    }
    const next = afterBond(marked, from, to, limit, bound)
    if (next === 0) break
    bound ||= isOf(tokens.lower[to] as string)
    to = next
  }
  const phrase = (marks[from] as number) & PHRASE ? phraseAt(tokens.lower, from, limit) : null
  return Math.max(to, phrase?.to ?? 0)
}

/** The token after a name word that a hyphen, "&", "van der", "of (the)" or "and" binds to the run before `at`; 0 where none does. */
function afterBond(marked: Marked, from: number, at: number, limit: number, bound: boolean): number {
  const { tokens, marks } = marked
  const lower = tokens.lower[at] as string
  const before = marks[at - 1] as number
  const capitalAt = (i: number) => i < limit && isNameWord(marked, i, true)
  if (isSyllables(marked, at)) return at + 2
  const nickname = nicknameEnd(tokens, at, limit)
  if (nickname > 0) return capitalAt(nickname) && before & LETTERS ? nickname + 1 : 0
  if (isHyphen(tokens, at))
    return capitalAt(at + 1) && !(before & HEADS) && !((before | (marks[at + 1] as number)) & APART) ? at + 2 : 0
  if (lower === '&') return capitalAt(at + 1) ? at + 2 : 0
  if (lower === ',' && /^(?:jr|sr)\.?$/.test(tokens.lower[at + 1] ?? '')) return at + 2 <= limit ? at + 2 : 0
  // "Department for Culture, Media and Sport"
  if (lower === ',' && bound && before & TOPIC && capitalAt(at + 1) && (marks[at + 1] as number) & TOPIC) return at + 2
  if ((marks[at] as number) & PARTICLE) {
    let last = at
    while (last < at + 3 && (marks[last] as number) & PARTICLE && !((marks[last] as number) & CAPITAL)) last++
    if (isHyphen(tokens, last)) last++
    // After a small word even a month is a name: "María del Mar".
    const named =
      capitalAt(last) ||
      (last > at && last < limit && ((marks[last] as number) & (CAPITAL | CALENDAR)) === (CAPITAL | CALENDAR))
    return named && !(before & (ROLE | HEADS)) ? last + 1 : 0
  }
  if (isOf(lower)) return afterOf(marked, at, limit)
  if (lower === 'and') return afterAnd(marked, from, at, limit, bound)
  return 0
}

/** "Ji-min", "Mei-ling": two syllables of one given name, the second without a capital. */
function isSyllables({ tokens }: Marked, at: number): boolean {
  if (!isHyphen(tokens, at)) return false
  return SYLLABLES.has(tokens.lower[at - 1] as string) && SYLLABLES.has(tokens.lower[at + 1] as string)
}

const isOf = (lower: string) => lower === 'of' || lower === 'for' || lower === 'on'

/** "Secretary of State", "Bank of England", "Centre for the Arts", "Commission on Presidential Debates". */
function afterOf(marked: Marked, at: number, limit: number): number {
  const { tokens, marks } = marked
  const [lower, before] = [tokens.lower[at], marks[at - 1] as number]
  const after = tokens.lower[at + 1] === 'the' ? at + 2 : at + 1
  if (after >= limit || !isNameWord(marked, after, true)) return 0
  if (phraseAt(tokens.lower, at - 1, limit)) return after + 1
  if (!(before & HEADS) || before & (ROLE | ORGANIZATION)) return 0
  const head = tokens.lower[at - 1] as string
  if (lower === 'on' && !/^(?:commission|committee|council)$/.test(head)) return 0
  // "the party for Clinton", "police for London" are no names.
  const apart = !(before & ORGANIZATION_HEAD) || /^(?:party|house|times|post|campaign|police)$/.test(head)
  return lower === 'for' && (apart || after > at + 1) ? 0 : after + 1
}

/** "Health and Human Services", "Bosnia and Herzegovina", "Avon and Somerset Police"; not "Leeds and York". */
function afterAnd(marked: Marked, from: number, at: number, limit: number, bound: boolean): number {
  const { tokens, marks } = marked
  if (at + 1 >= limit || !isNameWord(marked, at + 1, true)) return 0
  const [before, after] = [marks[at - 1] as number, marks[at + 1] as number]
  const topics = (before & TOPIC ? 1 : 0) + (after & TOPIC ? 1 : 0)
  if (topics === 2 || (bound && topics === 1 && !(after & GIVEN))) return at + 2
  if (bound && !(after & (LISTED | CALENDAR)) && !(before & PLACE)) return at + 2
  if (from !== at - 1) return 0
  if (phraseAt(tokens.lower, from, limit)) return at + 2
  const plain = !(before & (GIVEN | SURNAME | ROLE | ORGANIZATION | HEADS))
  const shared = at + 2 < limit && /^(?:police|council|constabulary)$/.test(tokens.lower[at + 2] as string)
  return plain && shared && isNameWord(marked, at + 2, true) ? at + 3 : 0
}

/** Whether a word may be part of a name. `inside`: a name word stands right before it. */
function isNameWord(marked: Marked, i: number, inside: boolean): boolean {
  const { tokens, marks, style } = marked
  const bits = marks[i] as number
  if (!(bits & CAPITAL) || tokens.word[i] === 'I') return false
  // "@someone", "#something"
  if (touches(tokens, i) && /^[@#]$/.test(tokens.word[i - 1] as string)) return false
  const phrase = bits & PHRASE ? phraseAt(tokens.lower, i, Math.min(i + 8, tokens.count)) : null
  if (bits & CALENDAR && !phrase) return isSomeone(marked, i, inside)
  const tag = tokens.tag[i] as number
  // "AT&T"
  if (bits & CAPS && tokens.word[i + 1] === '&' && touches(tokens, i + 1) && touches(tokens, i + 2)) return true
  if (bits & ORDINARY && !(bits & LISTED) && CLOSED.has(tag) && !phrase) return false
  if (style[tokens.sentence[i] as number] !== PLAIN_CASE) return isNameInHeadline(marked, i, inside)
  if (marked.initial[i] === 0 || inside) return true
  const next = i + 1 < tokens.count ? (marks[i + 1] as number) : 0
  const capitalNext =
    (next & CAPITAL) > 0 &&
    !(next & CALENDAR) &&
    tokens.sentence[i + 1] === tokens.sentence[i] &&
    !isPossessive(marked, i)
  if (phrase) return true
  if (bits & ORDINARY) {
    if (!capitalNext)
      return (bits & (GIVEN | PEOPLE | PLACE)) > 0 && tag === PROPN && marked.seenName.has(bareLower(marked, i))
    if (marked.seenName.has(bareLower(marked, i)) && !CLOSED.has(tag)) return true
    return (bits & (HEADS | TOPIC | ROLE | PEOPLE | GIVEN | SURNAME)) > 0 && !CLOSED.has(tag)
  }
  const bare = bareLower(marked, i)
  if (marked.seenName.has(bare)) return true
  if (bits & (PLACE | ORGANIZATION | PEOPLE | HONORIFIC | ROLE)) return true
  if (bits & LISTED) return capitalNext || (tag === PROPN && !marked.seenLower.has(bare))
  if (marked.seenLower.has(bare)) return false
  // "Celebrities Julianne Moore": a noun before a given name.
  if (tag === NOUN && next & GIVEN) return false
  return tag === PROPN || (capitalNext && tag !== VERB && !CLOSED.has(tag))
}

/** "Theresa May" and, where there is one, "May said"; "June Whitfield": a month that is somebody's name. */
function isSomeone({ tokens, marks, someMay }: Marked, i: number, inside: boolean): boolean {
  const bits = marks[i] as number
  const [before, next] = [inside ? (marks[i - 1] as number) : 0, marks[i + 1] ?? 0]
  if (bits & GIVEN && next & SURNAME && next & CAPITAL && tokens.sentence[i + 1] === tokens.sentence[i]) return true
  if (tokens.word[i] !== 'May' || !someMay) return false
  if (before & (GIVEN | ROLE | HONORIFIC)) return true
  if (tokens.tag[i + 1] === NUM) return false
  const word = tokens.sentence[i - 1] === tokens.sentence[i] ? (tokens.lower[i - 1] as string) : ''
  return !/^(?:in|since|until|till|by|of|on|from|last|next|this|early|late|mid|during|before|after|\d+)$/.test(word)
}

/** In a headline a capital says nothing: only what the lists or the rest of the story know is taken. */
function isNameInHeadline(marked: Marked, i: number, inside: boolean): boolean {
  const { tokens, marks, style } = marked
  const bits = marks[i] as number
  const tag = tokens.tag[i] as number
  if (bits & PHRASE && phraseAt(tokens.lower, i, Math.min(i + 8, tokens.count))) return true
  const before = inside ? (marks[i - 1] as number) : 0
  if (bits & ORDINARY) return inside && (before & (GIVEN | PLACE | PEOPLE)) > 0 && (bits & HEADS) > 0 && tag !== VERB
  const bare = bareLower(marked, i)
  if (marked.seenName.has(bare)) return !marked.seenLower.has(bare) || (bits & LISTED) > 0
  if (marked.seenLower.has(bare)) return false
  if (bits & (PLACE | ORGANIZATION | PEOPLE | HONORIFIC | INITIAL | ROLE)) return true
  if (bits & (GIVEN | SURNAME))
    return tag === PROPN || style[tokens.sentence[i] as number] === ALL_CAPS || (before & GIVEN) > 0
  if (bits & HEADS) return inside && tag !== VERB
  return inside && (before & (GIVEN | INITIAL)) > 0 && (tag === PROPN || tag === NOUN) && !touches(tokens, i)
}
