/** What people are, as the text gives it: before a name, and beside it between commas. */

import { ADJ, ADP, ADV, AUX, CCONJ, DET, NOUN, NUM, PRON, PROPN, SCONJ, VERB } from '../tokens.ts'
import { PLURAL_TITLES } from './list-people.ts'
import { bareLower, isHyphen, isPossessive, type Marked, touches } from './marked.ts'
import type { Person } from './people.ts'
import type { Gender, Span } from './span.ts'
import {
  CAPITAL,
  CAPS,
  countryBehind,
  FORMER,
  HONORIFIC,
  KIN,
  LETTERS,
  OF_MAN,
  OF_WOMAN,
  PEOPLE,
  phraseAt,
  ROLE,
} from './words.ts'

/** A role as it stands in the text: tokens `from` to `to`, without article; `head` is its last word, or phrase, before "of". */
export interface Role {
  from: number
  to: number
  headFrom: number
  headTo: number
}

const LONGEST = 14
const LONGEST_BEFORE = 9
/** Form a role together with nouns. */
const INSIDE = new Set([ADJ, NOUN, PROPN, NUM, ADV, 0])
/** Say how to address someone, or speak of several: no role of one's own. */
const NOT_ROLES = new Set(
  `mr mrs ms miss mx madam mme ${PLURAL_TITLES}`.split(' ').flatMap((title) => [title, `${title}.`]),
)

/** All roles that are given to a person, in order. */
export function rolesOf(marked: Marked, person: Person): Role[] {
  const found: Role[] = []
  for (const span of person.spans) {
    const before = roleBefore(marked, span)
    if (before) found.push(before)
    const beside = roleAfter(marked, span) ?? roleBeforeComma(marked, span)
    if (beside) found.push(beside)
    // "The chairman, a retired dentist named Colin Frayne": one more, in front of that.
    const more = beside && beside.to < span.from ? roleInFront(marked, beside) : null
    if (more) found.push(more)
  }
  return found
}

/** "Russian President", "then-Gov.", "former council leader", "Trump campaign manager": right before the name. */
export function roleBefore(marked: Marked, { lead, from }: Span): Role | null {
  const { tokens, marks } = marked
  const start = tokens.starts[tokens.sentence[from] as number] as number
  let head: { from: number; to: number } | null = null
  if (lead < from) {
    for (let i = lead; i < from; i++) {
      const phrase = phraseAt(tokens.lower, i, from)
      if (phrase?.kind === 'role') head = { from: i, to: phrase.to }
      else if (
        (marks[i] as number) & (ROLE | HONORIFIC) &&
        !NOT_ROLES.has(tokens.lower[i] as string) &&
        (head?.to ?? 0) <= i
      )
        head = { from: i, to: i + 1 }
    }
    if (!head) return null
  } else head = headEndingAt(marked, start, from)
  if (!head) return null
  const first = Math.max(start, head.from - LONGEST_BEFORE)
  let begin = Math.min(lead, head.from)
  while (begin > first && joinsBefore(marked, begin - 1)) begin--
  begin = withoutLead(marked, begin, head.from)
  return { from: begin, to: head.to, headFrom: head.from, headTo: head.to }
}

/** The role that ends right before a name: a known phrase, or one word without a capital. */
function headEndingAt(marked: Marked, start: number, end: number): { from: number; to: number } | null {
  const { tokens, marks } = marked
  for (let i = Math.max(start, end - 4); i < end - 1; i++) {
    const phrase = phraseAt(tokens.lower, i, end)
    if (phrase?.kind === 'role' && phrase.to === end) return { from: i, to: end }
  }
  const last = end - 1
  return last >= start && (marks[last] as number) & ROLE && !touches(tokens, end) ? { from: last, to: end } : null
}

function joinsBefore(marked: Marked, i: number): boolean {
  const { tokens, marks } = marked
  const word = tokens.word[i] as string
  if (isHyphen(tokens, i) || word === '’s' || word === "'s") return true
  const bits = marks[i] as number
  if (!(bits & LETTERS) || bits & KIN) return false
  const tag = tokens.tag[i] as number
  return INSIDE.has(tag) || (bits & (FORMER | CAPITAL | ROLE)) > 0
}

/** Without words that do not belong to a role at its beginning: "-", "’s", an adverb of time. */
function withoutLead(marked: Marked, from: number, head: number): number {
  const { tokens, marks } = marked
  let at = from
  while (at < head) {
    const tag = tokens.tag[at] as number
    const bits = marks[at] as number
    const then = tokens.lower[at] === 'then' && !isHyphen(tokens, at + 1)
    if (bits & (FORMER | PEOPLE | CAPS) && tag !== ADP && tag !== SCONJ && !then) break
    if (
      !(bits & LETTERS) ||
      (at + 1 === head && NOT_ROLES.has(tokens.lower[at] as string)) ||
      tag === ADV ||
      tag === DET ||
      tag === NUM ||
      tag === ADP ||
      tag === SCONJ ||
      tag === CCONJ
    )
      at++
    else break
  }
  return at
}

/** "Jane Marlow, 43, the council’s leader,": beside the name, up to a comma or the end. */
export function roleAfter(marked: Marked, { to }: Span): Role | null {
  const { tokens } = marked
  if (tokens.word[to] !== ',' && tokens.word[to] !== '(') return null
  let at = to + 1
  if (tokens.tag[at] === NUM && tokens.word[at + 1] === ',') at += 2
  const role = parseRole(marked, at)
  return role && isClosed(marked, role.to) ? role : null
}

/** "The council’s leader, Jane Marlow, said": beside the name, before it; also "a retired dentist named Colin Frayne". */
export function roleBeforeComma(marked: Marked, { lead, to }: Span): Role | null {
  const word = marked.tokens.lower[lead - 1]
  if (word === ',' && isClosed(marked, to)) return roleEndingAt(marked, lead - 1)
  return word === 'named' || word === 'called' ? roleEndingAt(marked, lead - 1) : null
}

/** The role before ", a retired dentist named"; but of "the president, the vice president, Susan Rice" one only is hers. */
function roleInFront(marked: Marked, { from, to }: Role): Role | null {
  const { word } = marked.tokens
  return word[to] !== ',' && word[from - 2] === ',' ? roleEndingAt(marked, from - 2) : null
}

/** The role that a noun phrase before token `end` gives; the phrase begins with its article, or its sentence. */
function roleEndingAt(marked: Marked, end: number): Role | null {
  const { tokens } = marked
  const start = tokens.starts[tokens.sentence[end] as number] as number
  for (let at = end - 1; at >= Math.max(start, end - LONGEST); at--) {
    if (tokens.word[at] === ',') return null
    if (at > start && tokens.tag[at] !== DET && tokens.tag[at] !== PRON) continue
    const role = parseRole(marked, at)
    if (role?.to === end) return role
  }
  return null
}

function isClosed(marked: Marked, at: number): boolean {
  const word = marked.tokens.word[at]
  return (
    word === undefined || /^[,.;:)!?—–]$/.test(word) || marked.tokens.sentence[at] !== marked.tokens.sentence[at - 1]
  )
}

/**
 * A noun phrase whose head is a role, with what "of", "for", "at" and "in" add; without its article. With `owner`, the
 * phrase may go on with what belongs to its head: "the mayor" of "the mayor’s wife".
 */
export function parseRole(marked: Marked, start: number, owner = false): Role | null {
  const { tokens, marks } = marked
  const limit = Math.min(start + LONGEST, tokens.starts[(tokens.sentence[start] ?? -1) + 1] ?? 0)
  let from = start
  while (from < limit && isArticle(tokens.tag[from] as number, marks[from] as number)) from++
  const head = headFrom(marked, from, limit, owner)
  if (!head) return null
  from = withoutLead(marked, from, head.from)
  const to = owner ? head.to : afterHead(marked, head.to, limit)
  return { from, to, headFrom: head.from, headTo: head.to }
}

const isArticle = (tag: number, bits: number) => tag === DET || (tag === PRON && !(bits & CAPS))

/** The last role of a noun phrase, where no noun stands after it: "mayor", but not "mayor campaign". */
function headFrom(marked: Marked, from: number, limit: number, owner: boolean): { from: number; to: number } | null {
  const { tokens, marks } = marked
  let head: { from: number; to: number } | null = null
  for (let at = from; at < limit; ) {
    const phrase = phraseAt(tokens.lower, at, limit)
    if (phrase?.kind === 'role' || (marks[at] as number) & ROLE) {
      head = { from: at, to: phrase?.kind === 'role' ? phrase.to : at + 1 }
      at = head.to
      continue
    }
    const tag = tokens.tag[at] as number
    if (head && (tag === ADV || tag === ADJ || (marks[at] as number) & FORMER)) return head
    if (head && owner && isPossessive(marked, at - 1)) return head
    if (!isInside(marked, at)) return head
    // A noun, a hyphen or a "’s" after the role: it was not the head.
    head = null
    at++
  }
  return head
}

function isInside(marked: Marked, i: number): boolean {
  const { tokens, marks } = marked
  const word = tokens.word[i] as string
  if (isHyphen(tokens, i) || word === '’s' || word === "'s" || word === '&') return true
  const bits = marks[i] as number
  return (bits & LETTERS) > 0 && (INSIDE.has(tokens.tag[i] as number) || (bits & (FORMER | HONORIFIC)) > 0)
}

/** The end of "of the council", "for Bristol West", "and chief executive of …" after a role's head. */
function afterHead(marked: Marked, at: number, limit: number): number {
  const { tokens } = marked
  let to = at
  let open = false
  for (let i = at; i < limit; i++) {
    const [lower, tag] = [tokens.lower[i] as string, tokens.tag[i] as number]
    if (
      lower === 'of' ||
      lower === 'for' ||
      lower === 'at' ||
      (lower === 'in' && (tokens.tag[i + 1] as number) !== NUM)
    )
      open = true
    else if (open && (tag === DET || isInside(marked, i))) to = i + 1
    else if (tag === CCONJ && i + 1 < limit && isInside(marked, i + 1)) open = true
    else break
    if (tag === VERB || tag === AUX) break
  }
  return to
}

/** The text of a role as given. */
export function roleText(marked: Marked, { from, to }: Pick<Role, 'from' | 'to'>): string {
  const { tokens, blocks } = marked
  const text = blocks[tokens.paragraph[from] as number]?.text.slice(tokens.from[from], tokens.to[to - 1]) ?? ''
  return text.replace(/\s+/g, ' ')
}

export function genderOfRole(marked: Marked, { headFrom, headTo }: Role): Gender {
  for (let i = headFrom; i < headTo; i++) {
    if ((marked.marks[i] as number) & OF_MAN) return 'man'
    if ((marked.marks[i] as number) & OF_WOMAN) return 'woman'
  }
  return null
}

/** What two roles are compared by: the head, whether it is past, and the words that say more. */
export interface RoleKey {
  head: string
  former: boolean
  more: Set<string>
}

const LONG_TITLES: Record<string, string> = {
  'sen.': 'senator',
  'rep.': 'representative',
  'gov.': 'governor',
  cllr: 'councillor',
  'cllr.': 'councillor',
}
const SMALL = /^(?:of|for|at|in|the|a|an|’s|'s|and|’|')$/

export function keyOfRole(marked: Marked, { from, to, headFrom, headTo }: Role): RoleKey {
  const { tokens, marks } = marked
  const head = tokens.lower.slice(headFrom, headTo).join(' ')
  const more = new Set<string>()
  let former = false
  for (let i = from; i < to; i++) {
    if (i >= headFrom && i < headTo) continue
    const bits = marks[i] as number
    if (bits & FORMER) former = true
    else if (bits & LETTERS && !SMALL.test(tokens.lower[i] as string)) more.add(sameWord(bareLower(marked, i)))
  }
  return { head: LONG_TITLES[head] ?? head, former, more }
}

const sameWord = (lower: string) => (lower === 'gop' ? 'republican' : countryBehind(lower))
