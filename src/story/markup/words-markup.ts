/**
 * A block's words as text with signs, and back: **strong**, *emphasis*,
 * [words](https://address). A backslash keeps a sign from meaning anything.
 */
import { isLinkAddress, type Mark } from '../content.ts'

export interface Words {
  text: string
  marks?: Mark[] | undefined
}

/** A line's text with nothing in it that would be read as a sign. */
export const guardSigns = (text: string): string => text.replace(/\n/g, ' ').replace(/[\\*[\]]/g, '\\$&')

const SIGNS = { strong: '**', emphasis: '*' } as const
const ORDER: Record<Mark['type'], number> = { link: 0, strong: 1, emphasis: 2 }

const outerFirst = (a: Mark, b: Mark): number => a.from - b.from || b.to - a.to || ORDER[a.type] - ORDER[b.type]

/**
 * Words with their signs. The text comes back from `markupToWords` as it is,
 * whatever the marks; they come back tidied (see `tidyMarks`).
 */
export function wordsToMarkup({ text, marks = [] }: Words): string {
  const open: Mark[] = []
  let out = ''
  let at = 0
  const goTo = (place: number) => {
    out += guardSigns(text.slice(at, place))
    at = place
  }
  const closeUntil = (place: number) => {
    for (let mark = open.at(-1); mark && mark.to <= place; mark = open.at(-1)) {
      goTo(mark.to)
      out += mark.type === 'link' ? `](${guardAddress(mark.href)})` : SIGNS[mark.type]
      open.pop()
    }
  }
  for (const mark of nested(text, tidyMarks(text, marks))) {
    closeUntil(mark.from)
    goTo(mark.from)
    out += mark.type === 'link' ? '[' : SIGNS[mark.type]
    open.push(mark)
  }
  closeUntil(text.length)
  goTo(text.length)
  return out
}

const guardAddress = (href: string): string =>
  href.replace(/[()\s\\]/g, (c) => (c === '(' ? '%28' : c === ')' ? '%29' : encodeURIComponent(c)))

/** Marks in pieces that lie within one another or apart, since signs cannot cross. */
function nested(text: string, marks: readonly Mark[]): Mark[] {
  const of = (type: Mark['type']) => marks.filter((mark) => mark.type === type)
  const links = of('link')
  const strong = trimmed(text, cut(text, of('strong'), links))
  let emphasis = of('emphasis')
  // A cut at one kind can leave a piece that crosses the other.
  for (let before = -1; before !== emphasis.length; ) {
    before = emphasis.length
    emphasis = cut(text, cut(text, emphasis, links), strong)
  }
  return trimmed(text, [...links, ...strong, ...emphasis])
}

/**
 * The marks, cut where they cross an edge of a wall; both come in order, and
 * none overlaps its own kind. Emphasis that begins with strong words and goes
 * on after them is cut too: "***" always opens the strong ones first.
 */
function cut(text: string, marks: readonly Mark[], walls: readonly Mark[]): Mark[] {
  const pieces: Mark[] = []
  let first = 0
  for (const mark of marks) {
    while (first < walls.length && (walls[first] as Mark).to <= mark.from) first++
    let rest = mark
    for (let i = first; i < walls.length && (walls[i] as Mark).from < mark.to; i++) {
      const { type, from, to } = walls[i] as Mark
      const goesOn = to < rest.to && to > rest.from
      const beginsWithin = from < rest.from || (from === rest.from && type === 'strong')
      const edge = from > rest.from && to > rest.to ? from : goesOn && beginsWithin ? to : null
      if (edge === null) continue
      pieces.push({ ...rest, to: edge })
      const space = /^\s*/.exec(text.slice(edge, mark.to))?.[0].length ?? 0
      rest = { ...rest, from: edge + space }
    }
    pieces.push(rest)
  }
  return pieces
}

/** Marks without the spaces at their ends, where a sign would not be one; those around nothing else are gone. */
const trimmed = (text: string, marks: readonly Mark[]): Mark[] =>
  marks
    .map((mark) => {
      const words = text.slice(mark.from, mark.to)
      const from = mark.from + (words.length - words.trimStart().length)
      return { ...mark, from, to: Math.max(from, mark.to - (words.length - words.trimEnd().length)) }
    })
    .filter(({ from, to }) => to > from)
    .sort(outerFirst)

/**
 * Marks as the program keeps them: within the text, around words and not the
 * spaces beside them, those of one kind joined where they meet, and no link in
 * another (the one that begins first stays).
 */
function tidyMarks(text: string, marks: readonly Mark[]): Mark[] {
  const within = marks.map((mark) => ({ ...mark, from: Math.max(0, mark.from), to: Math.min(text.length, mark.to) }))
  const last: Partial<Record<Mark['type'], Mark>> = {}
  const tidy: Mark[] = []
  for (const mark of trimmed(text, within)) {
    const before = last[mark.type]
    const meets = before !== undefined && mark.from <= before.to
    if (meets && (mark.type !== 'link' || (before.type === 'link' && before.href === mark.href))) {
      before.to = Math.max(before.to, mark.to)
      continue
    }
    if (meets && mark.from < before.to) {
      if (mark.to <= before.to) continue
      mark.from = before.to
    }
    last[mark.type] = mark
    tidy.push(mark)
  }
  return trimmed(text, tidy)
}

const PLAIN = /[^\\*[\]]+/y
const ADDRESS = /\]\(((?:https?:\/\/|mailto:|\/)[^()\s]+)\)/iy

/** One pass from left to right, in time linear in the length; a sign that is never closed stays what it is. */
export function markupToWords(source: string): Words {
  const pieces: string[] = []
  const open: { sign: '**' | '*' | '['; piece: number }[] = []
  const found: { mark: Mark; from: number; to: number }[] = []
  /** Takes a sign that was opened, if there is one with words after it; those opened within it stay what they are. */
  const close = (sign: '**' | '*' | '[', mark: Mark): boolean => {
    const opener = open.findLastIndex((one) => one.sign === sign)
    const piece = open[opener]?.piece ?? pieces.length
    if (piece + 1 >= pieces.length) return false
    open.length = opener
    pieces[piece] = ''
    found.push({ mark, from: piece, to: pieces.length })
    return true
  }
  for (let i = 0; i < source.length; ) {
    PLAIN.lastIndex = i
    const plain = PLAIN.exec(source)?.[0]
    if (plain !== undefined) {
      pieces.push(plain)
      i += plain.length
      continue
    }
    const character = source[i] as string
    if (character === '\\' && /[\\*[\]#>\-—!{.|]/.test(source[i + 1] ?? '')) {
      pieces.push(source[i + 1] as string)
      i += 2
      continue
    }
    if (character === '*') {
      const innermost = open.findLast(({ sign }) => sign !== '[')?.sign
      // "***" closes the inner sign first.
      const sign = source[i + 1] === '*' && !(innermost === '*' && source[i + 2] === '*') ? '**' : '*'
      if (!close(sign, { type: sign === '**' ? 'strong' : 'emphasis', from: 0, to: 0 })) {
        const isOpen = open.some((one) => one.sign === sign)
        if (!isOpen && /\S/.test(source[i + sign.length] ?? ' ')) open.push({ sign, piece: pieces.length })
        pieces.push(sign)
      }
      i += sign.length
      continue
    }
    if (character === '[' && !open.some(({ sign }) => sign === '[')) open.push({ sign: '[', piece: pieces.length })
    if (character === ']') {
      ADDRESS.lastIndex = i
      const [whole, href] = ADDRESS.exec(source) ?? []
      if (whole && href && isLinkAddress(href) && close('[', { type: 'link', from: 0, to: 0, href })) {
        i += whole.length
        continue
      }
    }
    pieces.push(character)
    i++
  }
  let length = 0
  const starts = pieces.map((piece) => {
    length += piece.length
    return length - piece.length
  })
  const text = pieces.join('')
  const place = (piece: number): number => starts[piece] ?? length
  const marks = tidyMarks(
    text,
    found.map(({ mark, from, to }) => ({ ...mark, from: place(from), to: place(to) })),
  )
  return marks.length > 0 ? { text, marks } : { text }
}
