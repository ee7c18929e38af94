/** The measures of `npm run score:attribution`: predicted statements against annotated attributions, by tokens. */
import type { Tokens } from '../src/reading/index.ts'
import type { AnnotatedText, Range } from './_attribution-corpus.ts'

export interface Predicted {
  content: Range[]
  speaker: Range | null
}

export interface Count {
  right: number
  found: number
  wanted: number
}

export interface Score {
  /** Tokens of content: all, inside quotation marks, outside them. */
  all: Count
  direct: Count
  indirect: Count
  /** Attributions that have a source: whose content was found (at least half of either side), and of those with the right speaker. */
  speaker: { attributions: number; found: number; right: number }
  /** The same for those that stand wholly in quotation marks. */
  directSpeaker: { attributions: number; found: number; right: number }
  /** Contents found to the token. */
  exact: Count
  /** Attributions with words outside quotation marks: how many, and how many were found (half of their tokens). */
  indirectFound: { wanted: number; found: number }
  /** Attributions without a source, by whether one was given. */
  sourceless: { wanted: number; kept: number }
}

const none = (): Count => ({ right: 0, found: 0, wanted: 0 })
export const emptyScore = (): Score => ({
  all: none(),
  direct: none(),
  indirect: none(),
  speaker: { attributions: 0, found: 0, right: 0 },
  directSpeaker: { attributions: 0, found: 0, right: 0 },
  exact: none(),
  indirectFound: { wanted: 0, found: 0 },
  sourceless: { wanted: 0, kept: 0 },
})

export const precision = ({ right, found }: Count) => (found === 0 ? 0 : right / found)
export const recall = ({ right, wanted }: Count) => (wanted === 0 ? 0 : right / wanted)
export const f1 = (count: Count) => {
  const [p, r] = [precision(count), recall(count)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

/** The tokens of a text as ranges of the whole text; `starts` are those of its paragraphs. */
export function tokenRanges(tokens: Tokens, starts: readonly number[]): Range[] {
  return Array.from({ length: tokens.count }, (_, i) => {
    const start = starts[tokens.paragraph[i] as number] as number
    return { from: start + (tokens.from[i] as number), to: start + (tokens.to[i] as number) }
  })
}

/** The numbers of the tokens that some ranges touch. */
export function tokensIn(ranges: readonly Range[], tokens: readonly Range[]): number[] {
  const found: number[] = []
  for (const { from, to } of ranges) {
    let [low, high] = [0, tokens.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tokens[middle] as Range).to <= from) low = middle + 1
      else high = middle
    }
    for (let i = low; i < tokens.length && (tokens[i] as Range).from < to; i++) found.push(i)
  }
  return [...new Set(found)].sort((a, b) => a - b)
}

const isWord = (text: string) => /[\p{L}\p{N}]/u.test(text)

/**
 * Adds one text to a score. `quoted[i]` is 1 where token i stands between
 * quotation marks; `head` is the head of a noun phrase, as a token. Punctuation does not count.
 */
export function addText(
  score: Score,
  { text, attributions }: AnnotatedText,
  predicted: readonly Predicted[],
  tokens: readonly Range[],
  quoted: Uint8Array,
  head: (tokens: number[]) => number,
): void {
  const word = tokens.map(({ from, to }) => isWord(text.slice(from, to)))
  const wordsIn = (ranges: readonly Range[]) => tokensIn(ranges, tokens).filter((i) => word[i])
  const gold = attributions.map(({ content, source }) => ({
    content: wordsIn(content),
    head: source.length > 0 ? head(tokensIn(source, tokens)) : -1,
  }))
  const mine = predicted.map(({ content, speaker }) => ({
    content: wordsIn(content),
    speaker: new Set(speaker ? tokensIn([speaker], tokens) : []),
  }))
  const wanted = new Set(gold.flatMap(({ content }) => content))
  const found = new Set(mine.flatMap(({ content }) => content))
  for (let i = 0; i < tokens.length; i++) {
    if (!word[i]) continue
    for (const count of [score.all, quoted[i] === 1 ? score.direct : score.indirect]) {
      if (wanted.has(i)) count.wanted++
      if (found.has(i)) count.found++
      if (wanted.has(i) && found.has(i)) count.right++
    }
  }
  const keys = new Set(mine.map(({ content }) => content.join()))
  score.exact.found += mine.length
  for (const { content, head } of gold) {
    if (content.length === 0) continue
    score.exact.wanted++
    if (keys.has(content.join())) score.exact.right++
    const isDirect = content.every((i) => quoted[i] === 1)
    const covered = content.filter((i) => found.has(i)).length
    if (!isDirect) {
      score.indirectFound.wanted++
      if (covered * 2 >= content.length) score.indirectFound.found++
    }
    const own = best(content, mine)
    if (head < 0) {
      if (own) {
        score.sourceless.wanted++
        if (own.speaker.size === 0) score.sourceless.kept++
      }
      continue
    }
    for (const tally of isDirect ? [score.speaker, score.directSpeaker] : [score.speaker]) {
      tally.attributions++
      if (!own) continue
      tally.found++
      if (own.speaker.has(head)) tally.right++
    }
  }
}

/** The prediction that shares most tokens with a content; null where none shares half of its own or of the content's. */
function best<T extends { content: number[] }>(content: number[], predicted: readonly T[]): T | null {
  const wanted = new Set(content)
  let found: T | null = null
  let most = 0
  for (const one of predicted) {
    const shared = one.content.filter((i) => wanted.has(i)).length
    if (shared > most && (shared * 2 >= content.length || shared * 2 >= one.content.length))
      [found, most] = [one, shared]
  }
  return found
}
