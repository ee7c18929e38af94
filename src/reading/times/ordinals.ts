/** Days of the month: "16", "16th", "sixteenth", "twenty-second". */
import { glued, NUMBER, type Pieces } from './pieces.ts'

const ORDINALS = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, i) => [word, i + 1]),
)
const TENS = new Map([
  ['twenty', 20],
  ['thirty', 30],
])

/** "sixteenth", "twenty-second", "thirtieth" at a piece, and the piece after it; null where there is none. */
export function readOrdinalWord(p: Pieces, at: number): { day: number; end: number } | null {
  const word = p.lower[at] ?? ''
  if (word === 'thirtieth') return { day: 30, end: at + 1 }
  const named = ORDINALS.get(word)
  if (named !== undefined) return { day: named, end: at + 1 }
  return readTens(p, at)
}

/** The same of two words only. */
export function readTens(p: Pieces, at: number): { day: number; end: number } | null {
  const tens = TENS.get(p.lower[at] ?? '')
  if (tens === undefined) return null
  const next = p.lower[at + 1] === '-' ? at + 2 : at + 1
  const ones = ORDINALS.get(p.lower[next] ?? '')
  return ones !== undefined && ones < 10 && tens + ones <= 31 ? { day: tens + ones, end: next + 1 } : null
}

/** A day of the month at a piece, with or without "th"; the piece after it. */
export function readDayOfMonth(p: Pieces, at: number): { day: number; end: number } | null {
  const named = readOrdinalWord(p, at)
  if (named !== null) return named
  const word = p.lower[at] ?? ''
  if (p.kind[at] !== NUMBER || word.length > 2) return null
  const day = Number(word)
  if (day < 1 || day > 31) return null
  const ending = glued(p, at + 1) ? (p.lower[at + 1] as string) : ''
  if (/^(?:st|nd|rd|th)$/.test(ending)) return { day, end: at + 2 }
  // "3pm", "5:30", "2.5%", "10km" begin with no day.
  return ending === '' || /^[-,.;)\]”"’'?!—/]$/.test(ending) ? { day, end: at + 1 } : null
}

/** What may follow a day without its month. */
export const AFTER_DAYS = new Set(
  'in at on by for from with to and or but when as while after before the a he she it they we i of last this next was were is are will would'.split(
    ' ',
  ),
)

/** Whether a number that may be a day counts nothing: a mark, the end or a small word follows it. */
export function endsAsDay(p: Pieces, end: number): boolean {
  const next = p.lower[end] ?? ''
  const ends = next === '' || /^[,.;:)\]”"’?!—-]$/.test(next) || AFTER_DAYS.has(next)
  return ends && !(glued(p, end + 1) && p.kind[end + 1] === NUMBER)
}
