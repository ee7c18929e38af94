/** Numbers as newsrooms write them: "1,200", "3.5 million", "twenty-one", "two hundred and fifty", "half a dozen". */
import { glued, NUMBER, type Pieces, WORD } from './pieces.ts'

export interface NumberRead {
  value: number
  /** The piece after it. */
  end: number
  /** Written in digits. */
  digits: boolean
  /** What "million" and the like multiplied it by; 1 where nothing did. */
  scale: number
}

const SMALL = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 1]),
)
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
)
const SCALES = new Map([
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const AFTER_A = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion', 'dozen', 'lakh', 'crore'])
/** More pieces than this make no number: keeps "million million million …" linear. */
const LONGEST = 14

/**
 * A number in digits with its commas, or null where the commas do not group it:
 * "1,200", "1,00,000" and "3.5" are numbers; "1,2", "1.2.3" and fifty digits are not.
 */
export function readDigits(text: string): number | null {
  if (text.length > 20) return null
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  return /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null
}

/** Words that a number may begin with; "a" and "half" only may. */
export const NUMBER_WORDS: readonly string[] = [...SMALL.keys(), ...TENS.keys(), 'a', 'half', 'hundred']
const numberWords = new Set(NUMBER_WORDS)
export const beginsNumber = (word: string): boolean => numberWords.has(word)

/** The number that begins at a piece, or null. */
export function readNumber(p: Pieces, at: number): NumberRead | null {
  if (p.kind[at] === NUMBER) {
    const value = readDigits(p.lower[at] as string)
    return value === null ? null : scaled(p, value, at + 1, true)
  }
  return p.kind[at] === WORD ? readWords(p, at) : null
}

function scaled(p: Pieces, value: number, end: number, digits: boolean): NumberRead {
  let scale = 1
  let next = end
  // "half a million" was read already; "2.5 million", "two and a half million", "2 million" come here.
  for (const stop = end + 2; next < stop; next++) {
    const by = p.lower[next] === 'hundred' ? 100 : p.lower[next] === 'dozen' ? 12 : SCALES.get(p.lower[next] ?? '')
    if (by === undefined) break
    scale *= by
  }
  // 2.3 × 1,000,000 is 2299999.9999999995 in binary.
  return { value: Number((value * scale).toPrecision(15)), end: next, digits, scale }
}

function readWords(p: Pieces, at: number): NumberRead | null {
  const word = p.lower[at] as string
  if (word === 'half') {
    const by = p.lower[at + 1] === 'a' ? sizeOf(p.lower[at + 2] ?? '') : undefined
    return by === undefined ? null : { value: by / 2, end: at + 3, digits: false, scale: by }
  }
  if (word === 'a') {
    if (!AFTER_A.has(p.lower[at + 1] ?? '')) return null
    return scaled(p, 1, at + 1, false)
  }
  if (!SMALL.has(word) && !TENS.has(word)) return null
  return readSum(p, at)
}

const sizeOf = (word: string) => (word === 'dozen' ? 12 : word === 'hundred' ? 100 : SCALES.get(word))

/** "two hundred and fifty thousand": groups, each multiplied by what follows it, added up. */
function readSum(p: Pieces, from: number): NumberRead {
  let [total, group, scale] = [0, 0, 1]
  let at = from
  let end = from
  /** What may still follow within the group: anything under this. */
  let room = Number.POSITIVE_INFINITY
  while (at < p.count && at < from + LONGEST) {
    const word = p.lower[at] as string
    const small = SMALL.get(word) ?? TENS.get(word)
    const by = sizeOf(word)
    if (small !== undefined && small < room) {
      group += small
      room = TENS.has(word) ? 10 : 1
    } else if (by !== undefined && by < 1000 && group > 0 && room <= 10) {
      group *= by
      scale = by
      room = by === 100 ? 100 : 0
    } else if (by !== undefined && by >= 1000 && group > 0) {
      total += group * by
      scale = by
      group = 0
      room = 1000
    } else break
    end = ++at
    const joins = p.lower[at] === '-' || (p.lower[at] === 'and' && room >= 100)
    if (joins && SMALL.get(p.lower[at + 1] ?? '') !== undefined && SMALL.get(p.lower[at + 1] ?? '')! < room) at++
    else if (p.lower[at] === 'and' && room >= 100 && TENS.has(p.lower[at + 1] ?? '')) at++
  }
  const half = readHalf(p, end)
  if (half === null) return { value: total + group, end, digits: false, scale }
  return scaled(p, total + group + 0.5, half, false)
}

/** "and a half" after a number, with or without hyphens; the piece after it. */
function readHalf(p: Pieces, at: number): number | null {
  const step = p.lower[at] === '-' && glued(p, at) ? 1 : 0
  if (p.lower[at + step] !== 'and' || p.lower[at + step * 2 + 1] !== 'a') return null
  const half = at + step * 3 + 2
  return p.lower[half] === 'half' ? half + 1 : null
}
