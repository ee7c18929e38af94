/** One number or two: "12", "3.5m", "10-12", "between 20 and 30", "$1.5-2bn", with what "million" at the end does to both. */
import { readNumber } from '../times/numbers.ts'
import { glued, NUMBER, type Pieces } from '../times/pieces.ts'
import { CODES, DOLLARS_BY_PREFIX, SIGNS, SUFFIXES } from './currencies.ts'

export interface Figure {
  value: number
  scale: number
  end: number
  digits: boolean
}

export interface Figures {
  value: number
  /** The other end; null where there is one number only. */
  upTo: number | null
  /** What "million" and the like multiplied it by; 1 where nothing did. */
  scale: number
  from: number
  end: number
  digits: boolean
}

/** A number with the short form that multiplies it where it is money: "3.5m", "2 bn", "$2-billion". */
export function readFigure(p: Pieces, at: number, money: boolean): Figure | null {
  const number = readNumber(p, at)
  if (number === null) return null
  const { end } = number
  if (number.scale !== 1) return number
  const word = p.lower[end] ?? ''
  const by = SUFFIXES.get(word)
  // "5 m" and "5 b" may be anything; "5bn" is five billion even where it is no money.
  if (by !== undefined && ((money && (glued(p, end) || word.length > 1)) || (word === 'bn' && glued(p, end)))) {
    return scaled(number, by, end + 1)
  }
  if (word === '-' && glued(p, end) && money) {
    const after = { million: 1e6, billion: 1e9, trillion: 1e12 }[p.lower[end + 1] ?? '']
    if (after !== undefined) return scaled(number, after, end + 2)
  }
  return number
}

const scaled = (number: Figure, scale: number, end: number): Figure => ({
  ...number,
  value: Number((number.value * scale).toPrecision(15)),
  scale,
  end,
})

/** The currency of a sign or code at a piece, and the piece after it: "$", "US$", "EUR", "Rs.". */
export function readSign(p: Pieces, at: number): { unit: string; end: number } | null {
  const word = p.lower[at] ?? ''
  const sign = SIGNS.get(word)
  if (sign !== undefined) return { unit: sign, end: at + 1 }
  const prefix = DOLLARS_BY_PREFIX.get(word)
  if (prefix !== undefined && p.lower[at + 1] === '$' && glued(p, at + 1)) return { unit: prefix, end: at + 2 }
  if (p.kind[at + 1] !== NUMBER && p.lower[at + 1] !== '.') return null
  if (word === 'rs') return { unit: 'INR', end: p.lower[at + 1] === '.' ? at + 2 : at + 1 }
  return CODES.has(word) && isCode(p, at) && p.kind[at + 1] === NUMBER ? { unit: codeOf(word), end: at + 1 } : null
}

export const isCode = (p: Pieces, at: number): boolean => {
  const written = p.text.slice(p.from[at] as number, p.to[at] as number)
  return written === written.toUpperCase()
}
export const codeOf = (word: string): string => (word === 'rmb' ? 'CNY' : word.toUpperCase())

/**
 * One number, or two with what links them: a dash, "to", "or", or "and" after
 * "between". "From 3 to 5", unless something ranges so, tells of a change: two numbers, read one by one. Where
 * only the second is "million", the first is, too, if it is the smaller one.
 */
export function readAmountFigures(p: Pieces, at: number, money: boolean): Figures | null {
  const first = readFigure(p, at, money)
  if (first === null) return null
  const start = money && readSign(p, at - 1) ? at - 1 : at
  const before = p.lower[start - 1] ?? ''
  const changes = before === 'from' && !/^(?:rang(?:e|es|ed|ing)|anywhere)$/.test(p.lower[start - 2] ?? '')
  const one: Figures = {
    value: first.value,
    upTo: null,
    scale: first.scale,
    from: at,
    end: first.end,
    digits: first.digits,
  }
  const link = afterPercent(p, first.end)
  const word = p.lower[link] ?? ''
  const links = word === '-' || (word === 'to' && !changes) || word === 'or' || (word === 'and' && before === 'between')
  if (!links || (word === '-' && glued(p, link) !== glued(p, link + 1))) return one
  const sign = money ? readSign(p, link + 1) : null
  const second = readFigure(p, sign?.end ?? link + 1, money)
  if (second === null || second.digits !== first.digits) return one
  // "$20 to 30 people" are two amounts.
  if (money && sign === null && word !== '-' && second.scale === 1) return one
  if (!money && word === '-' && !glued(p, link)) return one
  const shares =
    first.scale === 1 && second.scale > 1 && first.value < 1000 && first.value < second.value / second.scale
  const low = shares ? Number((first.value * second.scale).toPrecision(15)) : first.value
  return low < second.value ? { ...one, value: low, upTo: second.value, scale: second.scale, end: second.end } : one
}

/** "3% to 5%": the sign between belongs to the first. */
const afterPercent = (p: Pieces, at: number) => (p.lower[at] === '%' || p.lower[at] === 'percent' ? at + 1 : at)
