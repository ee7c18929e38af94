import { foldedWords } from '../../text/index.ts'

/** What a moderator types to find comments: words, and "phrases in quotation marks", all of which have to be there. Pure. */

const LONGEST_TYPED = 400
const MOST_TERMS = 12
const LONGEST_WORD = 100

/** A term is the words that stand side by side; none where nothing typed is a word. */
export function searchTerms(typed: string): string[][] {
  const pieces = typed.slice(0, LONGEST_TYPED).match(/["“”][^"“”]*["“”]|[^\s"“”]+/gu) ?? []
  return pieces
    .map((piece) => foldedWords(piece).map((word) => word.slice(0, LONGEST_WORD)))
    .filter((words) => words.length > 0)
    .slice(0, MOST_TERMS)
}
