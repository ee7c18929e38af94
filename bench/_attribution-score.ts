/** The measures of `npm run score:attribution`: predicted statements against annotated attributions, by tokens. */
import type { AnnotatedText, Range } from './_attribution-corpus.ts'
import { tokensIn } from './_attribution-tokens.ts'

export interface Predicted {
  content: Range[]
  speaker: Range | null
}

export interface Count {
  right: number
  found: number
  wanted: number
}

/**
 * Attributions with a source; those of which a content was touched (it shares
 * half of its own words or of the attribution's) and of which it was found (half
 * of both), each with how many had the right speaker: the head of the source
 * stands in the speaker.
 */
export interface Tally {
  attributions: number
  touched: number
  touchedRight: number
  found: number
  foundRight: number
}

export interface Score {
  /** Tokens of content: all, inside quotation marks, outside them. */
  all: Count
  direct: Count
  indirect: Count
  /** Of attributions that have a source, and of those that stand wholly in quotation marks. */
  speaker: Tally
  directSpeaker: Tally
  /** Contents found to the token. */
  exact: Count
  /** Attributions with words outside quotation marks: how many, and how many were found (half of their tokens). */
  indirectFound: { wanted: number; found: number }
  /** Attributions without a source, by whether one was given. */
  sourceless: { wanted: number; kept: number }
  /** Statements: how many, those that are no attribution (half of both), and those that share no word with any. */
  statements: { found: number; unmarked: number; apart: number }
}

const none = (): Count => ({ right: 0, found: 0, wanted: 0 })
const nobody = (): Tally => ({ attributions: 0, touched: 0, touchedRight: 0, found: 0, foundRight: 0 })
export const emptyScore = (): Score => ({
  all: none(),
  direct: none(),
  indirect: none(),
  speaker: nobody(),
  directSpeaker: nobody(),
  exact: none(),
  indirectFound: { wanted: 0, found: 0 },
  sourceless: { wanted: 0, kept: 0 },
  statements: { found: 0, unmarked: 0, apart: 0 },
})

export const precision = ({ right, found }: Count) => (found === 0 ? 0 : right / found)
export const recall = ({ right, wanted }: Count) => (wanted === 0 ? 0 : right / wanted)
export const f1 = (count: Count) => {
  const [p, r] = [precision(count), recall(count)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
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
  for (const { content } of mine) {
    if (content.length === 0) continue
    score.statements.found++
    if (!content.some((i) => wanted.has(i))) score.statements.apart++
    if (!best(content, gold)?.found) score.statements.unmarked++
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
        if (own.prediction.speaker.size === 0) score.sourceless.kept++
      }
      continue
    }
    for (const tally of isDirect ? [score.speaker, score.directSpeaker] : [score.speaker]) {
      tally.attributions++
      if (!own) continue
      const right = own.prediction.speaker.has(head) ? 1 : 0
      tally.touched++
      tally.touchedRight += right
      if (!own.found) continue
      tally.found++
      tally.foundRight += right
    }
  }
}

/** The prediction that shares most tokens with a content, and whether that is half of both; null where it is half of neither. */
function best<T extends { content: number[] }>(
  content: number[],
  predicted: readonly T[],
): { prediction: T; found: boolean } | null {
  const wanted = new Set(content)
  let best: { prediction: T; found: boolean } | null = null
  let most = 0
  for (const prediction of predicted) {
    const shared = prediction.content.filter((i) => wanted.has(i)).length
    const [ofOurs, ofTheirs] = [shared * 2 >= prediction.content.length, shared * 2 >= content.length]
    if (shared > most && (ofOurs || ofTheirs)) {
      best = { prediction, found: ofOurs && ofTheirs }
      most = shared
    }
  }
  return best
}
