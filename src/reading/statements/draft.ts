/** A statement while it is being made, in tokens. */
import type { Source } from '../reading.ts'
import type { Context } from '../tagging/context.ts'
import type { Segment, TokenSpan } from '../tagging/spans.ts'

export interface Draft {
  /** In order. */
  content: Segment[]
  cue: (TokenSpan & { verb: number }) | null
  speaker: (TokenSpan & { head: number }) | null
  sources: (TokenSpan & { kind: Source['kind'] })[]
  /** By a construction that leaves no doubt (beside.ts). */
  sure?: boolean
  /** Of what was tagged (attributions.ts). */
  likely?: number
}

export const paragraphOf = ({ tokens }: Context, token: number): number => tokens.paragraph[token] as number
export const sentenceOf = ({ tokens }: Context, token: number): number => tokens.sentence[token] as number

/** Whether a token is a word rather than a mark. */
export const isWord = ({ tokens }: Context, token: number): boolean => /[\p{L}\p{N}]/u.test(tokens.word[token] ?? '')

/** First and last token of a draft's content. */
export const extent = ({ content }: Draft): TokenSpan => ({
  from: (content[0] as Segment).from,
  to: (content.at(-1) as Segment).to,
})

/** Whether something holds for some token of a span. */
export function some({ from, to }: TokenSpan, is: (token: number) => boolean): boolean {
  for (let i = from; i < to; i++) if (is(i)) return true
  return false
}
