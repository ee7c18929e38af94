/** A piece of a text with the words that were found in it marked. */
import type { Child } from 'hono/jsx'
import { foldedWords } from '../../store/index.ts'

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘ʼ]*/gu
/** In characters: what stands before the first find, and the whole piece. */
const BEFORE = 120
const PIECE = 480

/** `found` holds folded words, as foldedWords makes them. One pass over the text. */
export const MarkedText = ({ text, found }: { text: string; found: ReadonlySet<string> }) => {
  const piece = pieceOf(text, found)
  return (
    <p class="found-text" dir="auto">
      {piece.from > 0 ? '… ' : ''}
      {marked(text.slice(piece.from, piece.to), found)}
      {piece.to < text.length ? ' …' : ''}
    </p>
  )
}

function marked(text: string, found: ReadonlySet<string>): Child[] {
  const parts: Child[] = []
  let done = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isFound(word, found)) continue
    if (index > done) parts.push(text.slice(done, index))
    parts.push(<mark>{word}</mark>)
    done = index + word.length
  }
  parts.push(text.slice(done))
  return parts
}

/** Where the piece that is shown begins and ends: around the first find, cut between words. */
function pieceOf(text: string, found: ReadonlySet<string>): { from: number; to: number } {
  let first = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isFound(word, found)) continue
    first = index
    break
  }
  const start = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1
  const from = Math.min(start, first)
  if (text.length - from <= PIECE) return { from, to: text.length }
  const end = text.lastIndexOf(' ', from + PIECE)
  const cut = end > first ? end : from + PIECE
  // A character outside the basic plane is two units, and stays whole.
  return { from, to: /^[\udc00-\udfff]/.test(text.slice(cut, cut + 1)) ? cut - 1 : cut }
}

const isFound = (word: string, found: ReadonlySet<string>): boolean => foldedWords(word).some((one) => found.has(one))
