/** One number or two: "12", "3.5m", "10-12", "between 20 and 30", "$1.5-2bn", with what "million" at the end does to both. */
import { readNumber } from '../times/numbers.ts'
import { capital, glued, NUMBER, type Pieces } from '../times/pieces.ts'
import { CODES, DOLLARS_BY_PREFIX, DOUBTFUL_CODES, SHORT_SIGNS, SIGNS, SUFFIXES } from './currencies.ts'
import type { WhoseMoney } from './shared-currencies.ts'

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
  if (isCutOff(p, at)) return null
  const number = readGrouped(p, at, money) ?? readNumber(p, at)
  if (number === null) return null
  const { end } = number
  if (number.scale !== 1) return number
  const word = p.lower[end] ?? ''
  const by = SUFFIXES.get(word)
  // "5 m" and "5 b" may be anything; "5bn" is five billion even where it is no money.
  if (by !== undefined && ((money && (glued(p, end) || word.length > 1)) || (word === 'bn' && glued(p, end)))) {
    return scaled(number, by, end + 1)
  }
  if (word === '-' && glued(p, end) && (money || /^(?:lakh|crore)$/.test(p.lower[end + 1] ?? ''))) {
    const after = JOINED[p.lower[end + 1] ?? '']
    // "Rs 5-lakh-crore"
    const more =
      after === undefined || p.lower[end + 2] !== '-' || !glued(p, end + 2) ? undefined : JOINED[p.lower[end + 3] ?? '']
    if (after !== undefined) return scaled(number, after * (more ?? 1), more === undefined ? end + 2 : end + 4)
  }
  return number
}

const spaceBefore = (p: Pieces, at: number) => p.text.slice(p.to[at - 1] as number, p.from[at] as number)
const THREE = /^\d{3}$/

/** "1 250" and "1’250": figures that a space or an apostrophe groups, as other languages do. */
function readGrouped(p: Pieces, at: number, money: boolean): Figure | null {
  if (p.kind[at] !== NUMBER || !/^\d{1,3}$/.test(p.lower[at] as string)) return null
  let end = at + 1
  let digits = p.lower[at] as string
  while (end < at + 5 && p.kind[end] === NUMBER && THREE.test(p.lower[end] as string)) {
    // A plain space groups only a sum with its sign before it.
    if (!(money ? /^[\s\u00a0\u2009\u202f]$/ : /^[\u00a0\u2009\u202f]$/).test(spaceBefore(p, end))) break
    digits += p.lower[end++]
  }
  if (end === at + 1) return null
  const by = SCALE_WORDS[p.lower[end] ?? '']
  const value = Number(digits)
  return by === undefined
    ? { value, scale: 1, end, digits: true }
    : { value: value * by, scale: by, end: end + 1, digits: true }
}
const SCALE_WORDS: Record<string, number> = { million: 1e6, billion: 1e9, trillion: 1e12 }

/** The "250" of "1’250" and of "1 250" is no number of its own. */
function isCutOff(p: Pieces, at: number): boolean {
  if (p.kind[at] !== NUMBER || !THREE.test(p.lower[at] as string)) return false
  if (p.kind[at - 1] === NUMBER && /^\d{1,3}$/.test(p.lower[at - 1] as string))
    return /^[\s\u00a0\u2009\u202f]$/.test(spaceBefore(p, at))
  return /^['’]$/.test(p.lower[at - 1] ?? '') && glued(p, at) && p.kind[at - 2] === NUMBER && glued(p, at - 1)
}

const JOINED: Record<string, number> = {
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  crore: 1e7,
  billion: 1e9,
  trillion: 1e12,
}

const scaled = (number: Figure, scale: number, end: number): Figure => ({
  ...number,
  value: Number((number.value * scale).toPrecision(15)),
  scale,
  end,
})

/** The currency of a sign or code at a piece, and the piece after it: "$", "US$", "EUR", "Rs.". */
export function readSign(p: Pieces, at: number, whose: WhoseMoney | null = null): { unit: string; end: number } | null {
  const word = p.lower[at] ?? ''
  const sign = SIGNS.get(word)
  if (sign !== undefined) return { unit: sign, end: at + 1 }
  const prefix = DOLLARS_BY_PREFIX.get(word)
  if (prefix !== undefined && p.lower[at + 1] === '$' && glued(p, at + 1)) return { unit: prefix, end: at + 2 }
  if (p.kind[at + 1] !== NUMBER && p.lower[at + 1] !== '.') return null
  const short = SHORT_SIGNS.get(word)
  if (short !== undefined) return shortSign(p, at, short, whose)
  if (!CODES.has(word) || !isCode(p, at) || p.kind[at + 1] !== NUMBER) return null
  return DOUBTFUL_CODES.has(word) && !isPlainSum(p, at + 1) ? null : { unit: codeOf(word), end: at + 1 }
}

/** "Rs 500", "KSh 450", "Sh30,000", "R50m", "N5bn". */
function shortSign(
  p: Pieces,
  at: number,
  code: string | null,
  whose: WhoseMoney | null,
): { unit: string; end: number } | null {
  const word = p.lower[at] as string
  if (!capital(p, at) || (at > 0 && glued(p, at) && !/^[("'“‘[—–-]$/.test(p.lower[at - 1] as string))) return null
  const end = p.lower[at + 1] === '.' ? at + 2 : at + 1
  if (p.kind[end] !== NUMBER) return null
  // One letter alone is a route or a room as often: a sum has millions, thousands or hundredths, and stands right behind.
  if (word.length === 1 && (end > at + 1 || !glued(p, end) || !isPlainSum(p, end))) return null
  const unit = code ?? whose?.(word) ?? null
  // Whose it is nobody says: it is counted, in what it is called.
  return { unit: unit ?? (UNSURE.get(word) as string | undefined) ?? '', end }
}

/** What a sum is called whose country isn't named. */
const UNSURE = new Map([
  ['rs', 'rupees'],
  ['sh', 'shillings'],
  ['shs', 'shillings'],
])

/** "5 million", "30,000", "12.50": no number of a room or a version. */
const isPlainSum = (p: Pieces, at: number): boolean =>
  /,\d{3}|\.\d\d$/.test(p.lower[at] as string) ||
  /^(?:thousand|lakh|million|crore|billion|trillion|m|mn|bn|tn|k)$/.test(p.lower[at + 1] ?? '') ||
  (p.kind[at + 1] === NUMBER && /^\d{3}$/.test(p.lower[at + 1] as string))

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
  // "Rose 6% to 309,381 yen": a share, and what it came to.
  if (link > first.end && second !== null && afterPercent(p, second.end) === second.end) return one
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
const afterPercent = (p: Pieces, at: number) =>
  /^(?:%|percent|pct)$/.test(p.lower[at] ?? '')
    ? at + 1
    : p.lower[at] === 'per' && p.lower[at + 1] === 'cent'
      ? at + 2
      : at
