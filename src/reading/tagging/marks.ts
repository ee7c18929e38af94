/** Which tokens stand between quotation marks, whatever marks a text uses and however it mixes them. */
import type { Tokens } from '../tokens.ts'

export interface Marked {
  /** Of each token: the quotation it stands in (from 1; marks included), or 0. */
  quotation: Int32Array
  /** Of each quotation, from 1: its first and last token, and whether it was closed in its paragraph. */
  opens: number[]
  closes: number[]
  closed: boolean[]
}

const OPENERS = new Set(['“', '"', '«', '„', '``', '‘', "'"])
const SINGLE = new Set(['‘', "'"])

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
  const { word, from, to } = tokens
  const spaceBefore = (i: number) => i === start || (from[i] as number) > (to[i - 1] as number)
  const spaceAfter = (i: number) => i === end - 1 || (from[i + 1] as number) > (to[i] as number)
  /** A mark that was looked for once to the end and is not there: it is not looked for again. */
  const never = new Set<string>()
  for (let i = start; i < end; i++) {
    const mark = word[i] as string
    // A closing mark at the beginning of a paragraph is a slip for an opening one.
    const opens = OPENERS.has(mark) || (mark === '”' && i === start)
    if (!opens) continue
    if (SINGLE.has(mark) && (!spaceBefore(i) || spaceAfter(i) || never.has(mark))) continue
    let last = never.has(mark) ? -1 : closeOf(tokens, i, end, spaceBefore, spaceAfter)
    if (last < 0) {
      never.add(mark)
      // A single mark that nothing closes is an apostrophe.
      if (SINGLE.has(mark)) continue
      last = end - 1
      marked.closed.push(false)
    } else marked.closed.push(true)
    marked.quotation.fill(marked.opens.length, i, last + 1)
    marked.opens.push(i)
    marked.closes.push(last)
    i = last
  }
}

type Space = (i: number) => boolean

/** Where the quotation that opens at `at` closes; -1 where it does not. */
function closeOf({ word }: Tokens, at: number, end: number, spaceBefore: Space, spaceAfter: Space): number {
  const mark = word[at] as string
  let inside = 0
  for (let i = at + 1; i < end; i++) {
    const here = word[i] as string
    switch (mark) {
      case '“':
      case '”':
      case '``':
        // Closed by its own mark, or by a straight one where the two are mixed.
        if (
          here === '”' ||
          here === "''" ||
          (here === '"' && !spaceBefore(i) && (spaceAfter(i) || closesHere(word[i + 1])))
        )
          return i
        break
      case '"':
        if (here === '“') inside++
        else if (here === '”' && inside > 0) inside--
        else if (here === '”' || (here === '"' && inside === 0)) return i
        else if (here === '"' && !spaceBefore(i)) return i
        break
      case '«':
        if (here === '»') return i
        break
      case '„':
        if (here === '“' || here === '”' || here === '"') return i
        break
      case '‘':
        if (here === '’' && !spaceBefore(i) && (spaceAfter(i) || closesHere(word[i + 1]))) return i
        break
      case "'":
        if (here === "'" && !spaceBefore(i) && (spaceAfter(i) || closesHere(word[i + 1]))) return i
    }
  }
  return -1
}

const closesHere = (next: string | undefined): boolean => next === undefined || /^[.,;:?!)\]”"—–-]/.test(next)
