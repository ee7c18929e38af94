/** What behind a figure makes it a share or a sum: "%", "basis points", "yen", "p", "pounds fifty". */
import { readNumber } from '../times/numbers.ts'
import { capital, glued, NUMBER, type Pieces, WORD } from '../times/pieces.ts'
import { BY_COUNTRY, CODES, DOUBTFUL_CODES, HUNDREDTHS, NAMES } from './currencies.ts'
import { codeOf, type Figures, isCode } from './figures.ts'
import type { WhoseMoney } from './shared-currencies.ts'

interface After {
  unit: string
  /** What the figure is divided by. */
  parts: number
  end: number
  /** Joined to the figure, by a hyphen or by nothing. */
  glued: boolean
}

/** 25 of a hundred parts are 0.25, whatever binary makes of it. */
export const divided = (value: number, parts: number): number =>
  parts === 1 ? value : Number((value / parts).toPrecision(15))

/** After the hyphen that joins a figure to what follows: "a 20-per-cent rise", "a 12-cent tax". */
const joined = (p: Pieces, at: number): number =>
  p.lower[at] === '-' && glued(p, at) && glued(p, at + 1) ? at + 1 : at

/** "%", "percent", "per cent", "percentage points", "basis points", with or without hyphens. */
export function readPercent(p: Pieces, at: number): After | null {
  const next = joined(p, at)
  const isGlued = next > at || glued(p, at)
  const word = p.lower[next] ?? ''
  if (word === '%') return { unit: '%', parts: 1, end: next + 1, glued: isGlued }
  if (/^(?:percent|pct)$/.test(word)) return { unit: '%', parts: 1, end: next + 1, glued: next > at }
  if (word === 'per') {
    const cent = p.lower[next + 1] === '-' ? next + 2 : next + 1
    return p.lower[cent] === 'cent' ? { unit: '%', parts: 1, end: cent + 1, glued: next > at } : null
  }
  // In capitals it is a company.
  if (/^bps?$/.test(word) && !capital(p, next))
    return { unit: 'percentage points', parts: 100, end: next + 1, glued: isGlued }
  if (word !== 'percentage' && word !== 'basis') return null
  const points = p.lower[next + 1] === '-' ? next + 2 : next + 1
  if (!/^points?$/.test(p.lower[points] ?? '')) return null
  return { unit: 'percentage points', parts: word === 'basis' ? 100 : 1, end: points + 1, glued: next > at }
}

/** A currency behind its figure. */
export function readCurrencyAfter(p: Pieces, figures: Figures, whose: WhoseMoney): After | null {
  const at = joined(p, figures.end)
  const hyphen = at > figures.end
  const word = p.lower[at] ?? ''
  if (word === '€' || word === '£')
    return { unit: word === '€' ? 'EUR' : 'GBP', parts: 1, end: at + 1, glued: glued(p, at) }
  if (isPence(p, at, figures)) return { unit: 'GBP', parts: 100, end: at + 1, glued: true }
  if (p.kind[at] !== WORD || (glued(p, at) && !hyphen)) return null
  const cents = HUNDREDTHS.get(word)
  if (cents !== undefined) return { unit: cents, parts: 100, end: at + 1, glued: hyphen }
  const byCountry = BY_COUNTRY.get(`${word} ${p.lower[at + 1] ?? ''}`)
  if (byCountry !== undefined) return { unit: byCountry, parts: 1, end: at + 2, glued: hyphen }
  // Bare "pounds" weigh more often than they pay; millions of them are money, and so are "two pounds fifty".
  const pays = figures.scale >= 1e6 || partsAfter(p, at + 1, figures) !== null
  if (/^pounds?$/.test(word)) return pays && !hyphen ? { unit: 'GBP', parts: 1, end: at + 1, glued: false } : null
  const isCoded = CODES.has(word) && isCode(p, at) && !(DOUBTFUL_CODES.has(word) && figures.scale === 1)
  const named = NAMES.get(word) ?? (isCoded ? codeOf(word) : whose(word))
  return named === null ? null : { unit: named, parts: 1, end: at + 1, glued: hyphen }
}

/** "12p", but not the lines of a screen nor "12p.m.". */
const isPence = (p: Pieces, at: number, { value }: Figures) =>
  p.lower[at] === 'p' &&
  glued(p, at) &&
  !capital(p, at) &&
  !(p.lower[at + 1] === '.' && p.lower[at + 2] === 'm') &&
  !SCREENS.has(value)
const SCREENS = new Set([240, 360, 480, 576, 720, 1080, 1440, 2160])

/** "50 cents" behind "3 dollars", "and forty-five cents", "fifty" behind "two pounds": what is added, and the piece after it. */
export function partsAfter(p: Pieces, at: number, figures: Figures): { value: number; end: number } | null {
  const and = p.lower[at] === 'and' || p.lower[at] === ','
  const number = readNumber(p, and ? at + 1 : at)
  if (number === null || number.scale !== 1 || !Number.isInteger(number.value) || number.value >= 100) return null
  const word = p.lower[number.end] ?? ''
  const value = number.value / 100
  if (HUNDREDTHS.has(word) || (word === 'p' && glued(p, number.end) && !capital(p, number.end)))
    return { value, end: number.end + 1 }
  // Without a name for the parts: two words right behind, and nothing that they count.
  const alone =
    word === '' ||
    /^[,.;:)?!”"’—]$/.test(word) ||
    /^(?:and|or|but|for|a|an|the|to|each|per|at|in|on|by|with|from|more|less)$/.test(word)
  return !and && !figures.digits && !number.digits && alone && number.value >= 5 ? { value, end: number.end } : null
}

/** "5p-a-bag", "50p-per-mile": what a hyphen says a sum is for. */
export const isEach = (p: Pieces, at: number): boolean =>
  p.lower[at] === '-' && /^(?:an?|per)$/.test(p.lower[at + 1] ?? '') && p.lower[at + 2] === '-'

/**
 * "1.250 Euro", "1.250 personas": with a point before three figures another language writes a thousand, and English
 * next to nobody: which it is can't be told, so neither is.
 */
export function isForeign(p: Pieces, { from, scale, digits }: Figures): boolean {
  return digits && scale === 1 && p.kind[from] === NUMBER && /^[1-9]\d{0,2}\.\d{3}$/.test(p.lower[from] as string)
}
