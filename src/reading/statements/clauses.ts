/** What a rule needs to see of a sentence: clauses, "that", subjects. All look at a few tokens only. */
import type { Context } from '../tagging/context.ts'
import { headOfPhrase } from '../tagging/spans.ts'
import { AUX, NOUN, PRON, PROPN, VERB } from '../tokens.ts'

/** How far a subject is looked for before its verb, over an apposition or a clause between commas. */
const FARTHEST = 30

/** A noun phrase and then a verb: "the report had left out …". */
export function isClause({ tokens }: Context, from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 9); i++) {
    if (tokens.tag[i] === AUX || tokens.tag[i] === VERB) return i > from
    if (tokens.lower[i] === ',' || tokens.lower[i] === '“' || tokens.lower[i] === '"') return false
  }
  return false
}

/** "that" right after the verb, or after a few words that say through whom: the token of it, or -1. */
export function thatAfter({ tokens }: Context, verb: number, end: number): number {
  for (let i = verb + 1; i < Math.min(end - 2, verb + 6); i++) {
    if (tokens.lower[i] === 'that' && tokens.tag[i + 1] !== VERB && tokens.tag[i + 1] !== AUX) return i
    if (tokens.lower[i] === ',' || (tokens.tag[i] === VERB && i > verb)) return -1
  }
  return -1
}

/** The head of the noun phrase before the verb, over what stands between commas: "Rao, who leads the opposition, said"; or -1. */
export function subjectOf({ tokens }: Context, start: number, verb: number): number {
  let i = verb - 1
  while (
    i > start &&
    (tokens.tag[i] === AUX || /ly$|^(?:also|then|later|not|never|n[’']t)$/.test(tokens.lower[i] as string))
  )
    i--
  const who = tokens.lower[i] === ',' ? -1 : whoBefore(tokens, start, i)
  if (who > start) return firstHead(tokens, start, who - 1)
  if (tokens.lower[i] === ',') {
    const first = Math.max(start, i - FARTHEST)
    let open = i - 1
    while (open > first && tokens.lower[open] !== ',') open--
    if (open <= first) return -1
    i = open - 1
  }
  const tag = tokens.tag[i]
  return tag === NOUN || tag === PROPN || tag === PRON ? firstHead(tokens, start, i) : -1
}

/** "Residents who had come to listen said": where the clause begins that stands between a subject and its verb; or -1. */
function whoBefore({ lower, tag }: Context['tokens'], start: number, last: number): number {
  for (let i = last; i > Math.max(start, last - FARTHEST / 2); i--) {
    if (/^[,;:“”"]$/.test(lower[i] as string)) return -1
    if (lower[i] === 'who') return tag[i - 1] === NOUN || tag[i - 1] === PROPN ? i : -1
  }
  return -1
}

/** "A lawyer for the residents": the head is the lawyer. */
function firstHead(tokens: Context['tokens'], start: number, last: number): number {
  const phrase = { from: Math.max(start, last - 12), to: last + 1 }
  for (let i = last; i > phrase.from; i--) {
    const word = tokens.lower[i] as string
    if (/^(?:[,“”"«»„:;]|that|which|who)$/.test(word) || tokens.tag[i] === VERB || tokens.tag[i] === AUX) {
      phrase.from = i + 1
      break
    }
  }
  return headOfPhrase(tokens, phrase)
}
