/** Which tokens stand between quotation marks. */
import { scanQuotations } from '../quotations.ts'
import type { Tokens } from '../tokens.ts'

export interface Marked {
  /** Of each token: the quotation it stands in (from 1; marks included), or 0. */
  quotation: Int32Array
  /** Of each quotation, from 1: its first and last token, and whether it was closed in its paragraph. */
  opens: number[]
  closes: number[]
  closed: boolean[]
}

/** Outermost quotations only; one that is never closed runs to its paragraph's end. Linear. */
export function markQuotations(tokens: Tokens): Marked {
  const marked: Marked = { quotation: new Int32Array(tokens.count), opens: [-1], closes: [-1], closed: [false] }
  for (let start = 0; start < tokens.count; ) {
    let end = start + 1
    while (end < tokens.count && tokens.paragraph[end] === tokens.paragraph[start]) end++
    markParagraph(tokens, marked, start, end)
    start = end
  }
  return marked
}

function markParagraph(tokens: Tokens, marked: Marked, start: number, end: number): void {
  let i = start
  for (const quotation of scanQuotations(textOf(tokens, start, end))) {
    while (i < end && (tokens.from[i] as number) < quotation.begin) i++
    const first = i
    while (i < end && (tokens.from[i] as number) < quotation.end) i++
    if (i === first) continue
    marked.quotation.fill(marked.opens.length, first, i)
    marked.opens.push(first)
    marked.closes.push(i - 1)
    marked.closed.push(!quotation.open)
  }
}

/** A paragraph's tokens where they stand in it, with spaces where nothing of it is a token. */
function textOf({ word, from, to }: Tokens, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end; i++) {
    const gap = (from[i] as number) - (i === start ? 0 : (to[i - 1] as number))
    text += gap > 0 ? ' '.repeat(gap) + word[i] : word[i]
  }
  return text
}
