/**
 * Where the words of a note stand now. A note keeps them as W3C's Web Annotation
 * does (TextQuoteSelector), with the line that they stood in and the number of
 * the draft: what became of them follows from that draft and the one of today,
 * so that nothing has to be written while a story is.
 */
import { diffArrays } from 'diff'
import { UNSPACED } from '../text/index.ts'
import type { Line } from './lines.ts'

export interface Quote {
  /** The line that they stood in, as `Line` names it; or a block's id where the note is on all of it. */
  place: string
  /** Empty where the note is on the whole place. */
  exact: string
  /** What stood before and behind it in its line, all of it. */
  prefix: string
  suffix: string
}

export interface Passage {
  place: string
  /** Offsets into the line's text, in UTF-16 code units. */
  from: number
  to: number
  /** Whether something was changed within the words. */
  isChanged: boolean
}

/**
 * Where the words are now; null where they are gone. Words that stand twice are
 * told apart by what stands around them, and where that doesn't tell them apart
 * they are gone: a note never points at a twin. Linear in both drafts.
 * @param then the lines of the draft that the note was made on
 */
export function findPassage(quote: Quote, then: readonly Line[], now: readonly Line[]): Passage | null {
  const here = findInPlace(quote, now)
  if (quote.exact === '' || (here && !here.isChanged)) return here
  return findMoved(quote, then, now) ?? here
}

/** The same where they stood, without a look elsewhere. */
export function findInPlace(quote: Quote, now: readonly Line[]): Passage | null {
  const { place, exact } = quote
  const line = now.find((one) => one.place === place)
  if (exact === '') {
    const isThere = line !== undefined || now.some(({ block }) => block === place)
    return isThere ? { place, from: 0, to: line?.text.length ?? 0, isChanged: false } : null
  }
  const found = line ? inLine(quote, line.text) : null
  return found && { place, ...found }
}

/** What stands at the same offsets apart from a shift: from `old` in the one text, from `now` in the other. */
interface Kept {
  old: number
  now: number
  length: number
}

/** A word, a letter where no space parts words, a run of white space, a sign. */
// linear: each character begins one of these.
const PIECES = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+|\\s+|.`, 'gsu')
/** With more changes than these in one line, only what stands before and behind all of them is known to be the same. */
const MOST_CHANGES = 400

function inLine({ exact, prefix, suffix }: Quote, text: string): Omit<Passage, 'place'> | null {
  const old = prefix + exact + suffix
  const [from, to] = [prefix.length, prefix.length + exact.length]
  const kept = keptOf(old, text)
  const whole = kept.find((one) => one.old <= from && to <= one.old + one.length)
  if (whole) return { from: from - whole.old + whole.now, to: to - whole.old + whole.now, isChanged: false }
  const within = kept
    .map((one) => {
      const [start, end] = [Math.max(from, one.old), Math.min(to, one.old + one.length)]
      return { start: start - one.old + one.now, end: end - one.old + one.now }
    })
    .filter(({ start, end }) => start < end)
  let [start, end] = [within[0]?.start ?? 0, within.at(-1)?.end ?? 0]
  // What was put in the place of its first or last words stands between what is still around them.
  const before = kept.findLast((one) => one.old + one.length <= from)
  const behind = kept.find((one) => one.old >= to)
  const isOpen = {
    start: !kept.some((one) => one.old <= from && from < one.old + one.length),
    end: !kept.some((one) => one.old < to && to <= one.old + one.length),
  }
  const outer = [
    isOpen.start ? (before?.now ?? 0) + (before?.length ?? 0) : start,
    isOpen.end ? (behind?.now ?? text.length) : end,
  ] as const
  // Where words beside them were put otherwise as well, what is whose can't be told.
  const isTheirs =
    (!isOpen.start || (before?.old ?? 0) + (before?.length ?? 0) === from) &&
    (!isOpen.end || (behind?.old ?? old.length) === to)
  if (isTheirs && outer[1] - outer[0] <= 2 * exact.length) [start, end] = outer
  else if (within.length === 0) {
    const between = text.slice(...outer)
    const [head, tail] = [commonStart(exact, between), commonEnd(exact, between, 0)]
    ;[start, end] = head < tail ? [outer[1] - tail, outer[1]] : [outer[0], outer[0] + head]
  }
  const words = text.slice(start, end)
  const left = kept.map((one) => old.slice(Math.max(from, one.old), Math.min(to, one.old + one.length))).join('')
  const alike = Math.max(letters(left), endsAlike(exact, words))
  // At an end that was put otherwise, others' words may have come as well: most of it has to be its own.
  const most = isOpen.start || isOpen.end ? Math.max(letters(exact), letters(words)) : letters(exact)
  if (words.trim() === '' || alike * 2 < most) return null
  const [lead, tail] = [words.length - words.trimStart().length, words.length - words.trimEnd().length]
  return { from: start + lead, to: end - tail, isChanged: true }
}

const letters = (text: string): number => text.replace(/\s+/g, '').length

/** How many letters two texts share at their beginning and their end. */
function endsAlike(a: string, b: string): number {
  const head = commonStart(a, b)
  const tail = commonEnd(a, b, head)
  return letters(a.slice(0, head)) + letters(a.slice(a.length - tail))
}

/** What two lines have in common, in order. Parts with one shift that touch are one. */
function keptOf(old: string, text: string): Kept[] {
  const head = commonStart(old, text)
  const tail = commonEnd(old, text, head)
  const all: Kept[] = [{ old: 0, now: 0, length: head }]
  const [a, b] = [old.slice(head, old.length - tail), text.slice(head, text.length - tail)]
  const between =
    a && b ? diffArrays(a.match(PIECES) ?? [], b.match(PIECES) ?? [], { maxEditLength: MOST_CHANGES }) : []
  let [at, to] = [head, head]
  for (const { added, removed, value } of between ?? []) {
    const { length } = value.join('')
    if (!added && !removed) all.push({ old: at, now: to, length })
    if (!added) at += length
    if (!removed) to += length
  }
  all.push({ old: old.length - tail, now: text.length - tail, length: tail })
  const joined: Kept[] = []
  for (const one of all.filter(({ length }) => length > 0)) {
    const last = joined.at(-1)
    if (last && last.old + last.length === one.old && last.now + last.length === one.now) last.length += one.length
    else joined.push({ ...one })
  }
  return joined
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a[at] === b[at]) at += 1
  return at
}

function commonEnd(a: string, b: string, before: number): number {
  const most = Math.min(a.length, b.length) - before
  let at = 0
  while (at < most && a[a.length - 1 - at] === b[b.length - 1 - at]) at += 1
  return at
}

/** Words that stand more often than this are not looked for elsewhere: which are which can't be told. */
const MOST_TWINS = 50
/** So many letters around them have to agree, on both sides together. */
const AGREEING = 12
/** So long words that stand nowhere else speak for themselves. */
const TELLING = 12
/** So far around is looked, in letters and in characters. */
const CONTEXT = 48
const CONTEXT_READ = 200

interface Occurrence {
  place: string
  from: number
  /** The letters before it, and those behind, over the ends of lines. */
  before: string
  behind: string
}

/** In what is new: a line that was not there, or what changed of one. What stood elsewhere before is another's words. */
function findMoved(quote: Quote, then: readonly Line[], now: readonly Line[]): Passage | null {
  const { place, exact, prefix } = quote
  const old = occurrencesOf(exact, then)
  const all = occurrencesOf(exact, now)
  const own = old?.find((one) => one.place === place && one.from === prefix.length)
  if (!old || !all || !own) return null
  const others = old.filter((one) => one !== own)
  const isAlone = others.length === 0 && all.length === 1 && exact.length >= TELLING
  const lines = new Map(then.map((line) => [line.place, line.text]))
  const texts = new Map(now.map((line) => [line.place, line.text]))
  const found = all
    .filter((one) => isNew(one, exact.length, lines.get(one.place), texts.get(one.place) ?? ''))
    .map((one) => ({ one, score: agreement(own, one), rival: Math.max(-1, ...others.map((x) => agreement(x, one))) }))
    .filter(({ score, rival }) => isAlone || (score > rival && score >= AGREEING))
    .sort((a, b) => b.score - a.score)
  const [best, next] = found
  if (!best || best.score === next?.score) return null
  return { place: best.one.place, from: best.one.from, to: best.one.from + exact.length, isChanged: false }
}

function isNew({ from }: Occurrence, length: number, before: string | undefined, text: string): boolean {
  if (before === undefined) return true
  const head = commonStart(before, text)
  const tail = commonEnd(before, text, head)
  return from + length > head && from < text.length - tail
}

/** Where it stands in the lines, in order; null where that is too often. */
function occurrencesOf(exact: string, lines: readonly Line[]): Occurrence[] | null {
  const found: Occurrence[] = []
  const whole = lines.map(({ text }) => text).join('\n')
  let start = 0
  for (const { place, text } of lines) {
    for (let from = text.indexOf(exact); from >= 0; from = text.indexOf(exact, from + 1)) {
      if (found.length === MOST_TWINS) return null
      const [head, tail] = [start + from, start + from + exact.length]
      const before = whole
        .slice(Math.max(0, head - CONTEXT_READ), head)
        .replace(/\s+/g, '')
        .slice(-CONTEXT)
      const behind = whole
        .slice(tail, tail + CONTEXT_READ)
        .replace(/\s+/g, '')
        .slice(0, CONTEXT)
      found.push({ place, from, before, behind })
    }
    start += text.length + 1
  }
  return found
}

const agreement = (a: Occurrence, b: Occurrence): number =>
  commonEnd(a.before, b.before, 0) + commonStart(a.behind, b.behind)

/** Words as they were selected, with some of what stands beside them. */
export interface Chosen {
  /** Empty where nobody has said which. */
  place: string
  exact: string
  prefix: string
  suffix: string
}

/**
 * The quote of words that somebody selected or typed; where they stand several
 * times, what stands around them decides. Null where they are not there;
 * 'several' where it can't be told which are meant.
 */
export function quoteOf(chosen: Chosen, lines: readonly Line[]): Quote | null | 'several' {
  const { place, exact } = chosen
  if (exact === '') {
    const isThere = place === '' || lines.some((line) => line.place === place || line.block === place)
    return isThere ? { place, exact, prefix: '', suffix: '' } : null
  }
  const among = place === '' ? lines : lines.filter((line) => line.place === place || line.block === place)
  const found = occurrencesOf(exact, among)
  if (!found) return 'several'
  const scored = found.map((one) => {
    const text = among.find((line) => line.place === one.place)?.text ?? ''
    const [prefix, suffix] = [text.slice(0, one.from), text.slice(one.from + exact.length)]
    const score = commonEnd(prefix, chosen.prefix, 0) + commonStart(suffix, chosen.suffix)
    return { quote: { place: one.place, exact, prefix, suffix }, score }
  })
  const best = Math.max(...scored.map(({ score }) => score))
  const [first, second] = scored.filter(({ score }) => score === best)
  if (!first) return null
  return second ? 'several' : first.quote
}
