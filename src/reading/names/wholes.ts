/** Runs that are one name as a whole, because their last word, or the word before "of", says so. */
import type { NameKind } from '../reading.ts'
import { ADP } from '../tokens.ts'
import { isPossessive, type Marked } from './marked.ts'
import {
  CAPITAL,
  countryBehind,
  GIVEN,
  HONORIFIC,
  ORDINARY,
  ORGANIZATION_HEAD,
  PEOPLE,
  PLACE,
  PLACE_HEAD,
  phraseAt,
  ROLE,
  SHORT_TITLE,
  SURNAME,
  TOPIC,
} from './words.ts'

export interface Whole {
  from: number
  to: number
  kind: NameKind
}

/** What tokens `from` to `to` are as a whole; null where they have to be cut; 'nothing' where they name nothing. */
export function wholeOf(marked: Marked, from: number, to: number): Whole | 'nothing' | null {
  const { tokens, marks } = marked
  const known = phraseAt(tokens.lower, from, to)
  if (known && known.to === to && known.kind !== 'role') return { from, to, kind: known.kind }
  const size = to - from
  const first = marks[from] as number
  // "St Bride’s Hospice": the run is the last word alone; but "China’s Parliament" is two names.
  const start = size === 1 && first & ORGANIZATION_HEAD ? withOwner(marked, from, to) : from
  if (start < from && !((marks[start] as number) & PLACE)) return { from: start, to, kind: 'organization' }
  if (size < 2) return null
  // "Sport England", "Transport Scotland"
  if (size === 2 && first & TOPIC && (marks[to - 1] as number) & PLACE) return { from, to, kind: 'organization' }
  // "Mount Everest", "Fort Hood"
  if (size === 2 && /^(?:mt\.?|mount|lake|fort|ft\.?|port|cape)$/.test(tokens.lower[from] as string)) {
    return { from, to, kind: 'place' }
  }
  // "Marks & Spencer"; but "Jim & Sarah"
  if (tokens.word.slice(from, to).includes('&') && !(first & (GIVEN | HONORIFIC | ROLE))) {
    return { from, to, kind: 'organization' }
  }
  const head = headOf(marked, from, to)
  if (!head || isPersonInspite(marked, from, to)) return null
  if (isNoneInParticular(marked, from, to)) return 'nothing'
  const own = withoutParty(marked, from, to)
  return { from: head === 'organization' ? withOwner(marked, own, to) : own, to, kind: head }
}

const HEADS = ORGANIZATION_HEAD | PLACE_HEAD

function headOf({ marks, tokens }: Marked, from: number, to: number): 'organization' | 'place' | null {
  let bits = marks[to - 1] as number
  for (let i = from + 1; i + 1 < to; i++) {
    if (/^(?:of|for|on)$/.test(tokens.lower[i] as string) && (marks[i - 1] as number) & HEADS) {
      bits = marks[i - 1] as number
    }
  }
  if (!(bits & HEADS)) return null
  return bits & ORGANIZATION_HEAD ? 'organization' : 'place'
}

/** Last words of landscapes that are family names as well, where a given name stands before them. */
const LANDSCAPE = /^(?:bay|lake|castle|bridge|lane|farm|close|way|island|cape|garden|gardens)$/

/** Last words that nobody is called by. */
const STREET =
  /^(?:street|road|avenue|boulevard|square|park|airport|station|county|region|province|district|borough|city|town|village|coast|ocean|sea|gulf|desert|peninsula|strait|tower|plaza|highway|drive|terrace|crescent|canal|beach|mountains?|islands|hills|heights)$/

/** Whether a preposition or "the" right before a name makes it a place. */
const isWhere = ({ tag, lower, sentence }: Marked['tokens'], from: number): boolean =>
  from > 0 &&
  sentence[from - 1] === sentence[from] &&
  (lower[from - 1] === 'the' ||
    (tag[from - 1] === ADP && !/^(?:by|for|with|against|like)$/.test(lower[from - 1] as string)))

/** "Graham Hill", "Mrs. Church", "Judge Young", "Michael Bay": ends as a street or a body does, and is a person. */
function isPersonInspite({ marks, tokens }: Marked, from: number, to: number): boolean {
  const [first, last, size] = [marks[from] as number, marks[to - 1] as number, to - from]
  if (first & (HONORIFIC | SHORT_TITLE)) return true
  const given = (first & GIVEN) > 0 && !(first & PLACE)
  if (size === 2 && given && !(first & ROLE) && LANDSCAPE.test(tokens.lower[to - 1] as string)) return true
  // "Ada Harbour said", but "in Ada Harbour" and "Ada Street".
  const named = size === 2 && given && !(first & ROLE) && !STREET.test(tokens.lower[to - 1] as string)
  if (named && (last & PLACE_HEAD) > 0 && !(last & ORGANIZATION_HEAD)) return !isWhere(tokens, from)
  return (last & SURNAME) > 0 && ((size <= 3 && given) || (first & ROLE) > 0)
}

/** "Congressional District", "Super PAC". */
function isNoneInParticular({ marks, tokens }: Marked, from: number, to: number): boolean {
  if (!/^(?:district|county|state|city|province|region|pac)$/.test(tokens.lower[to - 1] as string)) return false
  for (let i = from; i < to - 1; i++) if (!((marks[i] as number) & (ORDINARY | PEOPLE))) return false
  return true
}

/** "Democratic Senate" is the Senate, of which someone speaks. */
function withoutParty({ marks, tokens }: Marked, from: number, to: number): number {
  if (to - from !== 2 || !((marks[from] as number) & PEOPLE)) return from
  const country = countryBehind(tokens.lower[from] as string) !== tokens.lower[from]
  return !country && /^(?:senate|house|congress)$/.test(tokens.lower[to - 1] as string) ? to - 1 : from
}

/** "China’s Foreign Ministry", "St Mark’s School": a body that there are many of is named with its owner. */
function withOwner(marked: Marked, from: number, to: number): number {
  const { marks, tokens } = marked
  if (from < 2) return from
  for (let i = from; i < to; i++) {
    if (!((marks[i] as number) & (TOPIC | ORGANIZATION_HEAD | ORDINARY | ROLE))) return from
  }
  const owner = from - 2
  const bits = marks[owner] as number
  if (!(bits & CAPITAL) || !isPossessive(marked, owner) || tokens.sentence[owner] !== tokens.sentence[from]) return from
  if (/^st\.?$/.test(tokens.lower[owner - 1] ?? '')) return owner - 1
  if (bits & PLACE) return owner
  // "King’s College", "Women’s Institute"
  const many = /^(?:college|institute|hospital|school|party|republic)$/.test(tokens.lower[to - 1] as string)
  return bits & (ROLE | ORDINARY) && many ? owner : from
}
