/** From runs of capitals to spans: a title taken off, a place or an organization cut out, a person kept whole. */
import type { NameKind } from '../reading.ts'
import { bareLower, inHeadline, isHyphen, isPossessive, type Marked, touches } from './marked.ts'
import type { Run } from './runs.ts'
import { NOUN, PROPN } from './tags.ts'
import {
  CAPITAL,
  CAPS,
  countryBehind,
  FEMALE,
  GENERATION,
  GIVEN,
  HONORIFIC,
  INITIAL,
  MALE,
  OF_MAN,
  OF_WOMAN,
  ORDINARY,
  ORGANIZATION,
  ORGANIZATION_HEAD,
  PARTICLE,
  PEOPLE,
  PLACE,
  PLACE_HEAD,
  PLAIN_ACRONYM,
  phraseAt,
  ROLE,
  SHORT_TITLE,
  SURNAME,
  THING_HEAD,
  TOPIC,
} from './words.ts'

export type Gender = 'man' | 'woman' | null

/** One mention before it is known whose. Tokens `from` to `to`. */
export interface Span {
  from: number
  to: number
  kind: NameKind | 'unknown'
  /** First token of the title or role that stands before it in capitals; `from` where there is none. */
  lead: number
  gender: Gender
  /** Its words in lower case, joined by hyphens where the text does. */
  words: string[]
}

type Class = 'role' | 'honorific' | 'place' | 'organization' | 'people' | 'given' | 'generation' | 'word'
interface Atom {
  from: number
  to: number
  class: Class
  bits: number
}

/** All spans of all runs, in order. */
export function findSpans(marked: Marked, runs: readonly Run[]): Span[] {
  const spans: Span[] = []
  for (const run of runs) parseRun(marked, run.from, run.to, spans)
  return spans
}

const HEADS = ORGANIZATION_HEAD | PLACE_HEAD

function parseRun(marked: Marked, first: number, end: number, spans: Span[]): void {
  const { tokens, marks } = marked
  let [from, to] = [first, end]
  // "Daniel Price QC": letters after a name are no part of it.
  while (
    to - from > 2 &&
    (marks[to - 1] as number) & PLAIN_ACRONYM &&
    (marks[to - 1] as number) & CAPS &&
    !((marks[to - 1] as number) & GENERATION)
  )
    to--
  const known = phraseAt(tokens.lower, from, to)
  if (known && known.to === to && known.kind !== 'role') {
    push(marked, spans, from, to, known.kind)
    return
  }
  // "Sport England", "Transport Scotland"
  if (to - from === 2 && (marks[from] as number) & TOPIC && (marks[to - 1] as number) & PLACE) {
    push(marked, spans, from, to, 'organization')
    return
  }
  // "the Obama White House": two names.
  if (to - from > 2 && tokens.lower[to - 2] === 'white' && tokens.lower[to - 1] === 'house') {
    parseRun(marked, from, to - 2, spans)
    push(marked, spans, to - 2, to, 'organization')
    return
  }
  const head = headOf(marked, from, to)
  if (head && to - from > 1 && !isPersonInspite(marked, from, to)) {
    if (head === 'place' && isAnyDistrict(marked, from, to)) return
    from = withoutParty(marked, from, to)
    const start = withOwner(marked, from, to, head)
    while (spans.length > 0 && (spans[spans.length - 1] as Span).to > start) spans.pop()
    push(marked, spans, start, to, head)
    return
  }
  const atoms = atomsOf(marked, from, to)
  const title = lastTitle(atoms)
  if (title < 0) {
    parsePlain(marked, atoms, spans)
    return
  }
  const before = atoms.slice(0, title + 1)
  const after = atoms.slice(title + 1)
  for (const atom of before)
    if (atom.class === 'place' || atom.class === 'organization') push(marked, spans, atom.from, atom.to, atom.class)
  const named = after.findIndex((atom) => atom.class !== 'people')
  if (named < 0) return
  const start = after[named] as Atom
  if (
    !(start.bits & (CAPITAL | PARTICLE)) ||
    start.class === 'organization' ||
    (start.class === 'place' && start.to - start.from > 1)
  ) {
    parsePlain(marked, after, spans)
    return
  }
  const span = push(marked, spans, start.from, to, 'person')
  span.lead = from
  span.gender = genderOf(before) ?? span.gender
}

/** What the run as a whole is where its last word, or the word before "of", says so. */
function headOf(marked: Marked, from: number, to: number): NameKind | null {
  const { marks, tokens } = marked
  let bits = marks[to - 1] as number
  for (let i = from + 1; i + 1 < to; i++) {
    const lower = tokens.lower[i]
    if ((lower === 'of' || lower === 'for' || lower === 'on') && (marks[i - 1] as number) & HEADS)
      bits = marks[i - 1] as number
  }
  if (!(bits & HEADS)) return null
  // "Bristol City Council Leader Jane Marlow": what stands after the head is no part of it.
  return bits & ORGANIZATION_HEAD ? 'organization' : 'place'
}

/** "Graham Hill", "Mrs. Church", "Judge Young": ends as a street or a body does, and is a person. */
function isPersonInspite(marked: Marked, from: number, to: number): boolean {
  const { marks } = marked
  const [first, last] = [marks[from] as number, marks[to - 1] as number]
  if (first & (HONORIFIC | SHORT_TITLE)) return true
  const landscape = /^(?:bay|lake|castle|bridge|lane|farm|close|way|island|cape|garden|gardens)$/
  if (
    to - from === 2 &&
    first & GIVEN &&
    !(first & (PLACE | ROLE)) &&
    landscape.test(marked.tokens.lower[to - 1] as string)
  )
    return true
  if (!(last & SURNAME)) return false
  return (to - from <= 3 && (first & GIVEN) > 0 && !(first & PLACE)) || (first & ROLE) > 0
}

/** "Congressional District": none in particular. */
function isAnyDistrict({ marks, tokens }: Marked, from: number, to: number): boolean {
  if (!/^(?:district|county|state|city|province|region)$/.test(tokens.lower[to - 1] as string)) return false
  for (let i = from; i < to - 1; i++) if (!((marks[i] as number) & (ORDINARY | PEOPLE))) return false
  return true
}

/** "Democratic Senate" is the Senate, of which someone speaks. */
function withoutParty({ marks, tokens }: Marked, from: number, to: number): number {
  if (to - from !== 2 || !((marks[from] as number) & PEOPLE)) return from
  const country = countryBehind(tokens.lower[from] as string) !== tokens.lower[from]
  return !country && /^(?:senate|house|congress|administration)$/.test(tokens.lower[to - 1] as string) ? to - 1 : from
}

/** "China’s Foreign Ministry": a body that every country has is named with its owner. */
function withOwner(marked: Marked, from: number, to: number, head: NameKind): number {
  const { marks, tokens } = marked
  if (head !== 'organization' || from < 2) return from
  for (let i = from; i < to; i++) {
    if (!((marks[i] as number) & (TOPIC | ORGANIZATION_HEAD | ORDINARY | ROLE))) return from
  }
  const owner = (marks[from - 1] as number) & CAPITAL ? from - 1 : from - 2
  if (!isPossessive(marked, owner) || tokens.sentence[owner] !== tokens.sentence[from]) return from
  const bits = marks[owner] as number
  if (!(bits & CAPITAL)) return from
  if (/^st\.?$/.test(tokens.lower[owner - 1] ?? '')) return owner - 1
  if (bits & PLACE) return owner
  // "King’s College", "Women’s Institute"
  return bits & (ROLE | ORDINARY) &&
    /^(?:college|institute|hospital|school|party|republic|bench)$/.test(tokens.lower[to - 1] as string)
    ? owner
    : from
}

function atomsOf(marked: Marked, from: number, to: number): Atom[] {
  const { marks, tokens } = marked
  const atoms: Atom[] = []
  for (let i = from; i < to; ) {
    const phrase = phraseAt(tokens.lower, i, to)
    if (phrase) {
      atoms.push({ from: i, to: phrase.to, class: phrase.kind, bits: 0 })
      i = phrase.to
      continue
    }
    // What a hyphen joins is one word, and no list has it; a particle belongs to what follows.
    let end = i + 1
    while (end + 1 < to && isHyphen(tokens, end)) end += 2
    const bits = end === i + 1 ? (marks[i] as number) : (marks[i] as number) & (GIVEN | ROLE | CAPITAL)
    atoms.push({ from: i, to: end, class: classOf(bits, atoms.at(-1), end === to), bits })
    i = end
  }
  return atoms
}

function classOf(bits: number, before: Atom | undefined, last: boolean): Class {
  const afterGiven = before !== undefined && (before.class === 'given' || (before.bits & (GIVEN | INITIAL)) > 0)
  if (bits & GENERATION && before) return 'generation'
  // "Ms. Boxer" and "Mr. Speaker".
  if (before?.class === 'honorific' && last && bits & SURNAME) return 'word'
  if (afterGiven && (bits & SURNAME || last) && !(bits & SHORT_TITLE)) return 'word'
  if (bits & HONORIFIC) return 'honorific'
  if (bits & ROLE && (bits & SHORT_TITLE || !(bits & GIVEN))) return 'role'
  if (bits & PEOPLE) return 'people'
  if (bits & PLACE) return 'place'
  if (bits & ORGANIZATION) return 'organization'
  if (bits & GIVEN) return 'given'
  return 'word'
}

/** The last title with a name after it, or -1. */
function lastTitle(atoms: readonly Atom[]): number {
  for (let k = atoms.length - 2; k >= 0; k--) {
    const { class: kind } = atoms[k] as Atom
    if (kind === 'role' || kind === 'honorific') {
      const next = (atoms[k + 1] as Atom).class
      return next === 'role' || next === 'honorific' ? -1 : k
    }
  }
  return -1
}

function genderOf(atoms: readonly Atom[]): Gender {
  for (const { bits } of atoms) {
    if (bits & OF_MAN) return 'man'
    if (bits & OF_WOMAN) return 'woman'
  }
  return null
}

function parsePlain(marked: Marked, atoms: readonly Atom[], spans: Span[]): void {
  let chunk: Atom[] = []
  const close = () => {
    if (chunk.length > 0) pushChunk(marked, chunk, spans)
    chunk = []
  }
  const headline = atoms[0] !== undefined && inHeadline(marked, atoms[0].from)
  for (const [k, atom] of atoms.entries()) {
    const next = atoms[k + 1]
    if (atom.class === 'role' || atom.class === 'honorific' || atom.class === 'people') {
      close()
    } else if (atom.class === 'place' || atom.class === 'organization') {
      const single = atom.to - atom.from === 1
      const named =
        next !== undefined &&
        (next.class === 'word' || next.class === 'given') &&
        !(next.bits & (ORDINARY | THING_HEAD))
      if (single && chunk.some(({ bits }) => bits & (GIVEN | INITIAL))) chunk.push(atom)
      else if (single && atom.bits & GIVEN && named) {
        close()
        chunk.push(atom)
      } else {
        close()
        const team = atom.class === 'place' && isTeam(marked, atoms, k)
        push(marked, spans, atom.from, team ? (atoms.at(-1) as Atom).to : atom.to, team ? 'organization' : atom.class)
        if (team) return
      }
    } else {
      // "Crooked Hillary Clinton": what stands before a given name and is an ordinary word is none of it.
      if (
        headline &&
        atom.class === 'given' &&
        chunk.length > 1 &&
        (chunk[chunk.length - 1] as Atom).bits & SURNAME &&
        next
      )
        close()
      if (atom.class === 'given' && chunk.every(({ bits }) => bits & ORDINARY && !(bits & GIVEN))) chunk = []
      chunk.push(atom)
    }
  }
  close()
}

/** "Texas Rangers", "Iowa Electronic Markets": a place with a plural of its own. */
function isTeam(marked: Marked, atoms: readonly Atom[], place: number): boolean {
  const rest = atoms.slice(place + 1)
  const last = rest.at(-1)
  if (!last || rest.length > 3 || rest.some((atom) => atom.class !== 'word')) return false
  return /[^s']s$/.test(bareLower(marked, last.to - 1)) && !(last.bits & (ORDINARY | SURNAME | THING_HEAD))
}

function pushChunk(marked: Marked, chunk: Atom[], spans: Span[]): void {
  while (chunk.length > 0 && !((chunk[0] as Atom).bits & (CAPITAL | PARTICLE))) chunk.shift()
  if (chunk.length === 0) return
  while (chunk.length > 1 && (chunk[0] as Atom).bits & ORDINARY && !((chunk[0] as Atom).bits & GIVEN)) chunk.shift()
  const [first, last] = [chunk[0] as Atom, chunk[chunk.length - 1] as Atom]
  const given = first.class === 'given' || (first.bits & (GIVEN | INITIAL)) > 0
  const size = chunk.filter((atom) => atom.class !== 'generation').length
  if (last.bits & THING_HEAD && !(given && last.bits & SURNAME)) return
  if (size === 1) {
    if (first.bits & (ORDINARY | PLAIN_ACRONYM | INITIAL) && !(first.bits & (GIVEN | SURNAME | HEADS))) return
    const administration = bodyAfter(marked, last.to)
    if (administration) push(marked, spans, first.from, last.to + 1, 'organization')
    else push(marked, spans, first.from, last.to, chunk.length > 1 ? 'person' : 'unknown')
    return
  }
  if (chunk.every(({ bits }) => bits & ORDINARY) || size > 5) return
  if (chunk.every(({ bits }) => bits & (ORDINARY | TOPIC))) return
  if (size <= 4 && marked.tokens.word.slice(first.from, last.to).includes('&'))
    push(marked, spans, first.from, last.to, 'organization')
  else if (bodyAfter(marked, last.to)) push(marked, spans, first.from, last.to + 1, 'organization')
  else push(marked, spans, first.from, last.to, given ? 'person' : 'unknown')
}

/** "the Biden administration", "the Clinton campaign said": a name with a small word that makes it a body. */
function bodyAfter(marked: Marked, at: number): boolean {
  const { tokens } = marked
  if (tokens.lower[at] !== 'administration' && tokens.lower[at] !== 'campaign') return false
  if (tokens.word[at] !== tokens.lower[at] || touches(tokens, at) || tokens.sentence[at] !== tokens.sentence[at - 1])
    return false
  const next = tokens.tag[at + 1]
  return next === undefined || (next !== NOUN && next !== PROPN) || touches(tokens, at + 1)
}

function push(marked: Marked, spans: Span[], from: number, to: number, kind: Span['kind']): Span {
  const words = wordsOf(marked, from, to)
  const bits = marked.marks[from] as number
  let gender: Gender = null
  if (kind === 'person' && words.length > 1) {
    if ((bits & GIVEN) === MALE) gender = 'man'
    else if ((bits & GIVEN) === FEMALE) gender = 'woman'
  }
  const span: Span = { from, to, kind, lead: from, gender, words }
  spans.push(span)
  return span
}

function wordsOf(marked: Marked, from: number, to: number): string[] {
  const { tokens } = marked
  const words: string[] = []
  for (let i = from; i < to; i++) {
    if (isHyphen(tokens, i) && i > from && i + 1 < to) {
      words.push(`${words.pop()}-${bareLower(marked, ++i)}`)
    } else if (tokens.lower[i] !== ',') words.push(bareLower(marked, i))
  }
  return words
}
