/** A piece of a text with the words that were found in it marked. */

import type { Child } from 'hono/jsx'
import { foldedWords } from '../../../text/index.ts'

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘ʼ]*/gu
/** In characters: what stands before the first find, and the whole piece. */
const BEFORE = 120
const PIECE = 480

interface Span {
  from: number
  to: number
}

/** `found` holds the places of words among the text's folded words. */
export const MarkedText = ({ text, found }: { text: string; found: ReadonlySet<number> }) => {
  const spans = foundSpansOf(text, found)
  const { from, to } = pieceOf(text, spans[0]?.from ?? 0)
  return (
    <p class="found-text" dir="auto">
      {from > 0 ? '… ' : ''}
      {marked(text, spans, from, to)}
      {to < text.length ? ' …' : ''}
    </p>
  )
}

/** Where the found words stand in the text, in their order. One pass: what stands between spaces folds by itself. */
export function foundSpansOf(text: string, found: ReadonlySet<number>): Span[] {
  const spans: Span[] = []
  if (found.size === 0) return spans
  let place = 0
  for (const { 0: piece, index } of text.matchAll(/\S+/g)) {
    const folded = foldedWords(piece)
    const words = [...piece.matchAll(WORD)].map((word) => ({
      from: index + word.index,
      to: index + word.index + word[0].length,
      folded: foldedWords(word[0]),
    }))
    // Signs that fold into letters (Ⓐ) are parts of no word here; then the whole of it is marked.
    const isPlain = words.flatMap((word) => word.folded).join(' ') === folded.join(' ')
    let at = place
    for (const word of isPlain ? words : [{ from: index, to: index + piece.length, folded }]) {
      if (word.folded.some((_, i) => found.has(at + i))) spans.push({ from: word.from, to: word.to })
      at += word.folded.length
    }
    place += folded.length
  }
  return spans
}

function marked(text: string, spans: readonly Span[], from: number, to: number): Child[] {
  const parts: Child[] = []
  let done = from
  for (const span of spans) {
    if (span.from < from || span.to > to) continue
    if (span.from > done) parts.push(text.slice(done, span.from))
    parts.push(<mark>{text.slice(span.from, span.to)}</mark>)
    done = span.to
  }
  parts.push(text.slice(done, to))
  return parts
}

/** Where the piece that is shown begins and ends: around the first find, cut between words. */
function pieceOf(text: string, first: number): Span {
  const start = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1
  const from = Math.min(start, first)
  if (text.length - from <= PIECE) return { from, to: text.length }
  const end = text.lastIndexOf(' ', from + PIECE)
  const cut = end > first ? end : from + PIECE
  // A character outside the basic plane is two units, and stays whole.
  return { from, to: /^[\udc00-\udfff]/.test(text.slice(cut, cut + 1)) ? cut - 1 : cut }
}
