/** "About", "at least", "more than": how a number is meant, by the words before and after it. */
import { glued, NUMBER, type Pieces } from '../times/pieces.ts'

export type Bound = 'about' | 'at least' | 'more than' | 'up to' | 'nearly' | 'less than'

/** By their last word, the longer ones first: "no more than" is looked for before "more than". */
const BEFORE = new Map<string, [string[], Bound][]>()
for (const [words, bound] of [
  ['at least', 'at least'],
  ['no fewer than', 'at least'],
  ['no less than', 'at least'],
  ['not less than', 'at least'],
  ['a minimum of', 'at least'],
  ['no more than', 'up to'],
  ['not more than', 'up to'],
  ['a maximum of', 'up to'],
  ['up to', 'up to'],
  ['as many as', 'up to'],
  ['as much as', 'up to'],
  ['at most', 'up to'],
  ['more than', 'more than'],
  ['in excess of', 'more than'],
  ['upwards of', 'more than'],
  ['upward of', 'more than'],
  ['just over', 'more than'],
  ['well over', 'more than'],
  ['over', 'more than'],
  ['above', 'more than'],
  ['exceeding', 'more than'],
  ['just under', 'nearly'],
  ['just shy of', 'nearly'],
  ['close to', 'nearly'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['fewer than', 'less than'],
  ['less than', 'less than'],
  ['under', 'less than'],
  ['below', 'less than'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['about', 'about'],
  ['around', 'about'],
  ['approximately', 'about'],
  ['roughly', 'about'],
  ['some', 'about'],
  ['circa', 'about'],
  ['~', 'about'],
] as [string, Bound][]) {
  const list = words.split(' ')
  const last = list.at(-1) as string
  BEFORE.set(last, [...(BEFORE.get(last) ?? []), [list, bound]])
}
for (const list of BEFORE.values()) list.sort(([a], [b]) => b.length - a.length)

/** The bound that ends right before a piece, and the piece that it begins at. */
export function boundBefore(p: Pieces, at: number): { bound: Bound; from: number } | null {
  for (const [words, bound] of BEFORE.get(p.lower[at - 1] ?? '') ?? []) {
    const from = at - words.length
    if (from >= 0 && words.every((word, i) => p.lower[from + i] === word)) return { bound, from }
  }
  return null
}

/** "100+", "100 or more", "10 people or so": the bound that begins at a piece, and the piece after it. */
export function boundAfter(p: Pieces, at: number): { bound: Bound; end: number } | null {
  const sum = glued(p, at + 1) && p.kind[at + 1] === NUMBER
  if (p.lower[at] === '+' && glued(p, at) && !sum) return { bound: 'at least', end: at + 1 }
  // "$1 billion or more than $2 billion" are two amounts.
  if (p.lower[at] === 'or' && p.lower[at + 2] !== 'than') {
    const word = p.lower[at + 1] ?? ''
    if (word === 'more') return { bound: 'at least', end: at + 2 }
    if (word === 'so') return { bound: 'about', end: at + 2 }
    if (word === 'fewer' || word === 'less') return { bound: 'up to', end: at + 2 }
  }
  return null
}
