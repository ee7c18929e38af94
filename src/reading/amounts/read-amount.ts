/** One amount at a piece: money, a percentage or a count. */
import { readNumber } from '../times/numbers.ts'
import { capital, glued, NUMBER, type Pieces, WORD } from '../times/pieces.ts'
import { divided, isEach, isForeign, partsAfter, readCurrencyAfter, readPercent } from './after-figures.ts'
import { boundAfter, boundBefore } from './bounds.ts'
import { NAMES } from './currencies.ts'
import { type Figures, readAmountFigures, readSign } from './figures.ts'
import { isNoAmount } from './guards.ts'
import { countedAfter, isMeasure, isPlural, nounRun, stuffOf, type TimedPieces, whatRun } from './nouns.ts'
import type { WhoseMoney } from './shared-currencies.ts'

export interface AmountRead {
  kind: 'money' | 'percentage' | 'count'
  value: number
  upTo: number | null
  unit: string
  of: string | null
  bound: string | null
  /** Pieces: the first, and the one after the last. */
  from: number
  end: number
}

export interface Around extends TimedPieces {
  /** The block is a headline: every word has a capital, so that capitals tell nothing. */
  titled: boolean
  whose: WhoseMoney
}

export function readAmount(around: Around, at: number): AmountRead | null {
  const read = readMoney(around, at) ?? readFraction(around, at) ?? readOneIn(around, at) ?? readPlain(around, at)
  return read === null ? null : withBounds(around.p, read)
}

/** Widened by the words that bound it: "at least", "between", "or more". */
function withBounds(p: Pieces, read: AmountRead): AmountRead {
  const after = boundAfter(p, read.end)
  const end = after?.end ?? read.end
  if (p.lower[read.from - 1] === 'between' && read.upTo !== null) return { ...read, from: read.from - 1, end }
  const before = boundBefore(p, read.from)
  // "Over three days" is how long, "some $5" is about.
  const lasting =
    before?.bound === 'more than' &&
    p.lower[read.from - 1] === 'over' &&
    /^(?:day|week|month|year|hour)s?$/.test(read.unit)
  if (before === null || lasting) return { ...read, bound: read.bound ?? after?.bound ?? null, end }
  return { ...read, bound: before.bound, from: before.from, end }
}

function readMoney(around: Around, at: number): AmountRead | null {
  const { p } = around
  const sign = readSign(p, at, around.whose)
  if (sign === null || sign.unit === '') return null
  const figures = readAmountFigures(p, sign.end, true)
  if (figures === null || (glued(p, figures.end) && p.kind[figures.end] === WORD)) return null
  if (isForeign(p, figures)) return null
  // "$1.3 million dollars" says it twice.
  const said = NAMES.has(p.lower[figures.end] ?? '') ? figures.end + 1 : figures.end
  const plus = boundAfter(p, said)
  const end = plus?.end ?? said
  return {
    kind: /^[A-Z]{3}$/.test(sign.unit) ? 'money' : 'count',
    value: figures.value,
    upTo: figures.upTo,
    unit: sign.unit,
    of: moneyOf(around, at, end),
    bound: plus?.bound ?? null,
    from: at,
    end,
  }
}

const NOT_OF = new Set('total all addition order exchange part response return advance fact court just'.split(' '))
const HELD = new Set(['a', 'an', 'the', 'its', 'his', 'her', 'their', 'another', 'this', 'that', 'our'])

/** "$2 billion in foreign military financing", "$5m worth of arms", "a $2 billion aid package". */
function moneyOf(around: Around, from: number, end: number): string | null {
  const { p, isTime } = around
  const held = boundBefore(p, from)?.from ?? from
  if (HELD.has(p.lower[held - 1] ?? '')) {
    const run = nounRun(around, end)
    // "The $5 million raised last year": what was done with it is not what it is of.
    const done = run !== null && (isDone(p.lower[end] ?? '') || isDone(p.lower[run.end - 1] ?? ''))
    if (run !== null && !done && !HELD.has(p.lower[end] ?? '')) return run.words
  }
  const start = p.lower[end] === 'worth' && p.lower[end + 1] === 'of' ? end + 2 : end + 1
  if (!/^(?:in|of|worth)$/.test(p.lower[end] ?? '') || isTime(start) || NOT_OF.has(p.lower[start] ?? '')) return null
  if (p.lower[end] === 'in' && HELD.has(p.lower[start] ?? '')) return null
  const run = nounRun(around, start) ?? whatRun(around, start)
  // "In Iowa" is where, not what: what money is of has a word in lower case.
  return run !== null && /(?:^|[\s-])\p{Ll}/u.test(run.words) ? run.words : null
}

const isDone = (word: string) => /(?:ed|^spent|^paid|^given|^made|^lent)$/.test(word)

const PARTS = new Map(
  'half third quarter fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, i) => [word, [2, 3, 4, 4, 5, 6, 7, 8, 9, 10][i] as number]),
)
const SMALL = new Map(
  ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((word, i) => [
    word,
    Math.max(1, i),
  ]),
)

/** "Two-thirds of voters", "half of the homes": a percentage, to one decimal. Only with "of", or it is no share. */
function readFraction(around: Around, at: number): AmountRead | null {
  const { p } = around
  const over = SMALL.get(p.lower[at] ?? '')
  let next = at
  if (over !== undefined) next = p.lower[at + 1] === '-' ? at + 2 : at + 1
  const word = p.lower[next] ?? ''
  const under = PARTS.get(over !== undefined && over > 1 && word.endsWith('s') ? word.slice(0, -1) : word)
  if (under === undefined || (over === undefined && word !== 'half') || p.lower[next + 1] !== 'of') return null
  const share = (over ?? 1) / under
  const run = nounRun(around, next + 2) ?? whatRun(around, next + 2)
  // "A quarter of an hour" is a duration, "a quarter of a million" a number.
  if (share >= 1 || run === null || /^an?$/.test(p.lower[next + 2] as string)) return null
  return {
    kind: 'percentage',
    value: Math.round(share * 1000) / 10,
    upTo: null,
    unit: '%',
    of: run.words,
    bound: null,
    from: at,
    end: next + 1,
  }
}

/** "Six in 10 Democrats", "one in five": a percentage. */
function readOneIn(around: Around, at: number): AmountRead | null {
  const { p, isTime, titled } = around
  const first = readNumber(p, at)
  if (first === null || p.lower[first.end] !== 'in' || isTime(first.end + 1)) return null
  const second = readNumber(p, first.end + 1)
  if (second === null || !/^(?:[3-9]|10|20|100|1000)$/.test(String(second.value)) || first.value >= second.value)
    return null
  // "Two in 10 years" tells how often.
  if (/^(?:hour|day|week|month|year|minute)s?$/.test(p.lower[second.end] ?? '')) return null
  if (isNoAmount(p, at, first.end, titled, true) || isNoAmount(p, first.end + 1, second.end, true, true)) return null
  const run = nounRun(around, p.lower[second.end] === 'of' ? second.end + 1 : second.end)
  const counted = run !== null && isPlural((run.words.split(' ').at(-1) as string).toLowerCase())
  const value = Math.round((first.value / second.value) * 1000) / 10
  return {
    kind: 'percentage',
    value,
    upTo: null,
    unit: '%',
    of: counted ? run.words : null,
    bound: null,
    from: at,
    end: second.end,
  }
}

function readPlain(around: Around, at: number): AmountRead | null {
  const { p } = around
  const figures = readAmountFigures(p, at, false)
  if (figures === null) return null
  const { end } = figures
  const base = { value: figures.value, upTo: figures.upTo, bound: null, of: null, from: at }
  const percent = readPercent(p, end)
  if (percent !== null) {
    if (isNoAmount(p, at, percent.glued ? percent.end : end, true, true)) return null
    const [value, upTo] = [
      divided(figures.value, percent.parts),
      figures.upTo === null ? null : divided(figures.upTo, percent.parts),
    ]
    const run =
      percent.unit === '%' && p.lower[percent.end] === 'of' && !around.isTime(percent.end + 1)
        ? (nounRun(around, percent.end + 1) ?? whatRun(around, percent.end + 1))
        : null
    return { ...base, value, upTo, kind: 'percentage', unit: percent.unit, of: run?.words ?? null, end: percent.end }
  }
  const currency = readCurrencyAfter(p, figures, around.whose)
  if (currency !== null) {
    const joined = currency.glued && isEach(p, currency.end)
    const refused = joined
      ? isNoAmount(p, at, currency.end + 4, around.titled, true)
      : isNoAmount(p, at, currency.glued ? currency.end : end, around.titled, true)
    if (refused || isForeign(p, figures)) return null
    const more = figures.upTo === null && currency.parts === 1 ? partsAfter(p, currency.end, figures) : null
    const [value, upTo] = [
      divided(figures.value, currency.parts) + (more?.value ?? 0),
      figures.upTo === null ? null : divided(figures.upTo, currency.parts),
    ]
    const last = more?.end ?? currency.end
    return { ...base, value, upTo, kind: 'money', unit: currency.unit, of: moneyOf(around, at, last), end: last }
  }
  return isForeign(p, figures) ? null : readCount(around, figures)
}

const DONE = new Set('were dead killed injured wounded died arrested missing hurt'.split(' '))

/**
 * A count with what it counts. Without a noun near it a number is kept only where
 * it is plainly an amount (bounded, in thousands, or of the dead and hurt), and its
 * unit is '' then.
 */
function readCount(around: Around, figures: Figures): AmountRead | null {
  const { p, titled } = around
  const { from: at, end } = figures
  const base = { kind: 'count' as const, value: figures.value, upTo: figures.upTo, bound: null, of: null, from: at }
  const measure = p.lower[end] === '-' && glued(p, end) && isMeasure(p.lower[end + 1] ?? '')
  if (measure) {
    if (isNoAmount(p, at, end, titled, false)) return null
    return { ...base, unit: p.lower[end + 1] as string, end: end + 2 }
  }
  // "One" alone is a pronoun more often than a number.
  if (figures.value <= 1 && figures.upTo === null) return null
  const after = boundAfter(p, end)
  const start = nounStart(p, after?.end ?? end)
  if (p.lower[start] === 'times') return readTimes(around, figures, start)
  const noun = countedAfter(around, start)
  if (isNoAmount(p, at, end, titled, noun !== null)) return null
  if (noun !== null) {
    const stuff = stuffOf(around, noun)
    // "12 of the 28 members" leaves the 28 members to be read, too.
    const to = p.kind[start - 1] === NUMBER && start > end + 1 ? end : noun.end
    return { ...base, bound: after?.bound ?? null, unit: noun.word, of: stuff?.words ?? null, end: to }
  }
  const large =
    p.kind[at] === NUMBER && figures.value >= 1000 && (figures.scale > 1 || (p.lower[at] as string).includes(','))
  const plain = figures.upTo === null && DONE.has(p.lower[end] ?? '')
  const bounded = after !== null || (boundBefore(p, at) !== null && !isAgeLimit(p, at, figures))
  if (!(large || plain || bounded)) return null
  return { ...base, bound: after?.bound ?? null, unit: '', end: after?.end ?? end }
}

/** How often, as in "forty times"; "forty times as many" and "ten times larger" compare. */
function readTimes({ p, titled, isTime }: Around, figures: Figures, at: number): AmountRead | null {
  const { value, upTo, from, end } = figures
  const next = p.lower[at + 1] ?? ''
  const larger = COMPARING.has(next) || p.kind[at + 1] === NUMBER || (/er$/.test(next) && !NOT_COMPARING.has(next))
  // "Two Times reporters"; "five times that night" is of a night.
  if ((larger && !isTime(at + 1)) || (capital(p, at) && !titled) || isNoAmount(p, from, end, titled, true)) return null
  const bound = boundAfter(p, end)?.bound ?? null
  return { kind: 'count', value, upTo, unit: 'times', of: null, bound, from, end: at + 1 }
}

const COMPARING = new Set('as more less fewer the that its their his her my our your what those over worse'.split(' '))
const NOT_COMPARING = new Set('after per under never ever however together later earlier either whenever'.split(' '))

/** "Voters under 30", "people over 65". */
const isAgeLimit = (p: Pieces, at: number, { value }: Figures) =>
  /^(?:under|over)$/.test(p.lower[at - 1] ?? '') && value <= 100

/** After "12 of the 28", "three of his": where the noun that is counted begins. */
function nounStart(p: Pieces, end: number): number {
  if (p.lower[end] !== 'of' || !/^(?:the|his|her|its|their|these|those|our|my|your)$/.test(p.lower[end + 1] ?? ''))
    return end
  return p.kind[end + 2] === NUMBER ? end + 3 : end + 2
}
