/** Between the corpus, which counts in the whole text, and the reading, which counts in paragraphs. */
import { type Tokens, tokenize } from '../src/reading/index.ts'
import type { Range } from './_attribution-corpus.ts'

/** A text's tokens, paragraph by paragraph, and where each stands in the whole text. */
export function tokensOf(text: string): { tokens: Tokens; ranges: Range[]; starts: number[] } {
  const paragraphs = text.split('\n')
  const starts: number[] = []
  let at = 0
  for (const { length } of paragraphs) {
    starts.push(at)
    at += length + 1
  }
  const tokens = tokenize(paragraphs)
  const ranges = Array.from({ length: tokens.count }, (_, i) => {
    const start = starts[tokens.paragraph[i] as number] as number
    return { from: start + (tokens.from[i] as number), to: start + (tokens.to[i] as number) }
  })
  return { tokens, ranges, starts }
}

/** The numbers of the tokens that some ranges touch. */
export function tokensIn(ranges: readonly Range[], tokens: readonly Range[]): number[] {
  const found = new Set<number>()
  for (const { from, to } of ranges) {
    let [low, high] = [0, tokens.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tokens[middle] as Range).to <= from) low = middle + 1
      else high = middle
    }
    for (let i = low; i < tokens.length && (tokens[i] as Range).from < to; i++) found.add(i)
  }
  return [...found].sort((a, b) => a - b)
}
