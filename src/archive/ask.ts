/** What people type into a search, as words to look for. Pure; whatever is typed, what comes out are folded words. */
import { foldedWords } from './fold.ts'

/** More words than this are not looked for. */
const MOST_WORDS = 12
/** Of each only so many characters. */
const LONGEST_WORD = 200
const LONGEST_TYPED = 1000

/** Words that say nothing about what is asked; PostgreSQL leaves most of them out, so they are left out for both. */
const SAY_NOTHING = new Set(
  `a about after again all am an and any are as at be because been before being below between both but by can did do
  does doing down during each few for from further had has have having he her here hers him his how i if in into is it
  its itself just me more most my no nor not now of off on once only or other our out over own same she should so some
  such than that the their them then there these they this those through to too under until up very was we were what
  when where which while who whom why will with you your`.split(/\s+/),
)

/**
 * What is asked about, as terms to find by their stems: a word each, or the
 * words of a "quoted phrase" or of a hyphened one, which stand side by side.
 */
export function termsOf(typed: string): string[][] {
  const pieces = typed.slice(0, LONGEST_TYPED).match(/["“”][^"“”]*["“”]|[^\s"“”]+/gu) ?? []
  const terms = pieces
    .map((piece) => foldedWords(piece).map(cut).slice(0, MOST_WORDS))
    .filter((words) => words.some((word) => !SAY_NOTHING.has(word)))
  return distinct(terms).slice(0, MOST_WORDS)
}

/** The words of a name that is asked for; words that say nothing only where there are no others. */
export function nameWordsOf(typed: string): string[] {
  const words = [...new Set(foldedWords(typed.slice(0, LONGEST_TYPED)).map(cut))]
  const telling = words.filter((word) => !SAY_NOTHING.has(word))
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS)
}

const cut = (word: string): string => word.slice(0, LONGEST_WORD)

const distinct = (terms: readonly string[][]): string[][] => [
  ...new Map(terms.map((words) => [words.join(' '), words])).values(),
]
