/** From runs of capitals to spans: a title taken off, a place or an organization cut out, a person kept whole. */
import { NOUN, PROPN } from '../tokens.ts'
import { type Atom, atomsOf, genderOf, lastTitle } from './atoms.ts'
import { SYLLABLES } from './list-syllables.ts'
import { bareLower, inHeadline, type Marked, touches } from './marked.ts'
import type { Run } from './runs.ts'
import { makeSpan, type Span } from './span.ts'
import { wholeOf } from './wholes.ts'
import {
  CAPITAL,
  CAPS,
  GENERATION,
  GIVEN,
  INITIAL,
  ORDINARY,
  ORGANIZATION_HEAD,
  PARTICLE,
  PLACE_HEAD,
  PLAIN_ACRONYM,
  SURNAME,
  THING_HEAD,
  TOPIC,
} from './words.ts'

/** All spans of all runs, in order. */
export function findSpans(marked: Marked, runs: readonly Run[]): Span[] {
  const spans: Span[] = []
  for (const { from, to } of runs) parseRun(marked, from, to, spans)
  return spans.filter(({ words }) => words.length > 1 || (words[0] as string).length > 1)
}

const HEADS = ORGANIZATION_HEAD | PLACE_HEAD

function parseRun(marked: Marked, from: number, end: number, spans: Span[]): void {
  const { tokens } = marked
  const to = withoutLetters(marked, from, end)
  // "the Obama White House": two names.
  if (to - from > 2 && tokens.lower[to - 2] === 'white' && tokens.lower[to - 1] === 'house') {
    parseRun(marked, from, to - 2, spans)
    spans.push(makeSpan(marked, to - 2, to, 'organization'))
    return
  }
  const whole = wholeOf(marked, from, to)
  if (whole === 'nothing') return
  if (whole) {
    // Its owner was a span of its own.
    while (spans.length > 0 && (spans[spans.length - 1] as Span).to > whole.from) spans.pop()
    spans.push(makeSpan(marked, whole.from, whole.to, whole.kind))
    return
  }
  const atoms = atomsOf(marked, from, to)
  const title = lastTitle(atoms)
  if (title < 0) parsePlain(marked, atoms, spans)
  else parseTitled(marked, atoms.slice(0, title + 1), atoms.slice(title + 1), spans)
}

/** "Daniel Price QC": letters after a name are no part of it. */
function withoutLetters({ marks }: Marked, from: number, end: number): number {
  let to = end
  while (to - from > 2) {
    const last = marks[to - 1] as number
    if (!(last & PLAIN_ACRONYM) || !(last & CAPS) || last & (GENERATION | HEADS)) break
    to--
  }
  return to
}

function parseTitled(marked: Marked, title: readonly Atom[], after: readonly Atom[], spans: Span[]): void {
  for (const { from, to, class: kind } of title) {
    if (kind === 'place' || kind === 'organization') spans.push(makeSpan(marked, from, to, kind))
  }
  const start = after.find((atom) => atom.class !== 'people')
  if (!start) return
  // "EVEN HIS BOSS THINKS": words cried out, and nobody.
  const cried = (start.bits & CAPS) > 0 && ((title.at(-1) as Atom).bits & CAPS) > 0
  if (cried && start.class === 'word' && !(start.bits & SURNAME) && !inHeadline(marked, start.from)) return
  const phrase = start.class === 'place' && start.to - start.from > 1
  if (phrase || start.class === 'organization' || !(start.bits & (CAPITAL | PARTICLE))) {
    parsePlain(marked, after, spans)
    return
  }
  const span = makeSpan(marked, start.from, (after.at(-1) as Atom).to, 'person')
  span.lead = (title[0] as Atom).from
  span.gender = genderOf(title) ?? span.gender
  spans.push(span)
}

/** A run without a title: known places and organizations, and between them chunks that may be people. */
function parsePlain(marked: Marked, atoms: readonly Atom[], spans: Span[]): void {
  let chunk: Atom[] = []
  const close = () => {
    pushChunk(marked, chunk, spans)
    chunk = []
  }
  const headline = atoms[0] !== undefined && inHeadline(marked, atoms[0].from)
  for (const [k, atom] of atoms.entries()) {
    const next = atoms[k + 1]
    switch (atom.class) {
      case 'role':
      case 'honorific':
      case 'people':
        close()
        break
      case 'place':
      case 'organization': {
        if (atom.to - atom.from === 1 && chunk.some(({ bits }) => bits & (GIVEN | INITIAL))) {
          chunk.push(atom)
          break
        }
        close()
        if (atom.bits & GIVEN && next && isNameAfter(next)) {
          chunk.push(atom)
          break
        }
        const team = atom.class === 'place' && isTeam(marked, atoms, k)
        const to = team ? (atoms.at(-1) as Atom).to : atom.to
        spans.push(makeSpan(marked, atom.from, to, team ? 'organization' : atom.class))
        if (team) return
        break
      }
      default:
        if (atom.class === 'given' && isNewPerson(chunk, headline && next !== undefined)) close()
        // "Crooked Hillary Clinton": ordinary words before a given name are none of it.
        if (atom.class === 'given' && chunk.every(({ bits }) => bits & ORDINARY && !(bits & GIVEN))) chunk = []
        chunk.push(atom)
    }
  }
  close()
}

const isNameAfter = ({ class: kind, bits }: Atom) =>
  (kind === 'word' || kind === 'given') && !(bits & (ORDINARY | THING_HEAD))

/** "Bernie Sanders Beats Hillary Clinton": in a headline a given name after a family name begins another person. */
const isNewPerson = (chunk: readonly Atom[], headline: boolean) =>
  headline && chunk.length > 1 && ((chunk.at(-1) as Atom).bits & SURNAME) > 0

/** "Texas Rangers", "Iowa Electronic Markets": a place with a plural of its own. */
function isTeam(marked: Marked, atoms: readonly Atom[], place: number): boolean {
  const rest = atoms.slice(place + 1)
  const last = rest.at(-1)
  if (!last || rest.length > 3 || rest.some((atom) => atom.class !== 'word')) return false
  return /[^s']s$/.test(bareLower(marked, last.to - 1)) && !(last.bits & (ORDINARY | SURNAME | THING_HEAD))
}

function pushChunk(marked: Marked, atoms: readonly Atom[], spans: Span[]): void {
  const chunk = trimmed(atoms)
  const [first, last] = [chunk[0], chunk.at(-1)]
  if (!first || !last) return
  const given =
    first.class === 'given' || (first.bits & (GIVEN | INITIAL)) > 0 || chunk.some((atom) => isSyllables(marked, atom))
  const size = chunk.filter(
    (atom) => atom.class !== 'generation' && (atom.bits & (PARTICLE | CAPITAL)) !== PARTICLE,
  ).length
  if (last.bits & THING_HEAD && !(given && last.bits & SURNAME)) return
  const plain = size === 1 ? ORDINARY | PLAIN_ACRONYM | INITIAL : ORDINARY | TOPIC
  if (size > 5 || chunk.every(({ bits }) => bits & plain && !(bits & (GIVEN | SURNAME | HEADS)))) return
  if (isBodyAfter(marked, last.to)) spans.push(makeSpan(marked, first.from, last.to + 1, 'organization'))
  else {
    const person = size === 1 ? chunk.length > 1 : given
    spans.push(makeSpan(marked, first.from, last.to, person ? 'person' : 'unknown'))
  }
}

/** "Mei-ling": a given name of two syllables. */
const isSyllables = ({ tokens }: Marked, { from, to }: Atom): boolean =>
  to - from === 3 && SYLLABLES.has(tokens.lower[from] as string) && SYLLABLES.has(tokens.lower[to - 1] as string)

/** Without words at either end that are no part of a name: "and", "New" before a name, "Super" after one. */
function trimmed(atoms: readonly Atom[]): readonly Atom[] {
  let [from, to] = [0, atoms.length]
  const bitsAt = (k: number) => (atoms[k] as Atom).bits
  while (from < to && !(bitsAt(from) & (CAPITAL | PARTICLE))) from++
  while (to - from > 1 && bitsAt(from) & ORDINARY && !(bitsAt(from) & GIVEN)) from++
  while (to > from && !(bitsAt(to - 1) & CAPITAL)) to--
  while (to - from > 2 && bitsAt(to - 1) & ORDINARY && !(bitsAt(to - 1) & (SURNAME | GIVEN))) to--
  return atoms.slice(from, to)
}

/** "the Biden administration", "the Clinton campaign said": a name with a small word that makes it a body. */
function isBodyAfter({ tokens }: Marked, at: number): boolean {
  const word = tokens.word[at]
  if ((word !== 'administration' && word !== 'campaign') || touches(tokens, at)) return false
  if (tokens.sentence[at] !== tokens.sentence[at - 1]) return false
  const next = tokens.tag[at + 1]
  return next === undefined || (next !== NOUN && next !== PROPN) || touches(tokens, at + 1)
}
