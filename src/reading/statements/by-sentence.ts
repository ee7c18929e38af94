/** What was said ends with its sentence, unless a quotation goes on over it. */
import type { Context } from '../tagging/context.ts'
import type { Segment } from '../tagging/spans.ts'
import { type Draft, isWord, sentenceOf, some } from './draft.ts'

/**
 * Of a piece over several sentences the one beside the cue is kept, and each quotation that stands by itself, as a
 * draft of its own without a cue.
 */
export function bySentence(context: Context, draft: Draft): Draft[] {
  const { quotation } = context
  const pieces = draft.content.flatMap((piece) => sentencesOf(context, piece))
  if (pieces.length === draft.content.length) return [draft]
  const home = sentenceOf(context, (draft.cue ?? (pieces[0] as Segment)).from)
  const isQuoted = (piece: Segment) => piece.direct || !some(piece, (i) => isWord(context, i) && quotation[i] === 0)
  const own = pieces.filter((piece) => sentenceOf(context, piece.from) === home)
  const others = pieces.filter((piece) => sentenceOf(context, piece.from) !== home && isQuoted(piece))
  if (own.length === 0) return [{ ...draft, content: others }]
  const alone = (piece: Segment): Draft => ({ ...draft, content: [{ ...piece, direct: true }], cue: null, sources: [] })
  return [{ ...draft, content: own }, ...others.map(alone)]
}

function sentencesOf({ tokens, quotation }: Context, piece: Segment): Segment[] {
  const pieces: Segment[] = []
  let from = piece.from
  for (let i = piece.from + 1; i < piece.to; i++) {
    const inside = quotation[i] !== 0 && quotation[i] === quotation[i - 1]
    if (tokens.sentence[i] === tokens.sentence[i - 1] || inside) continue
    pieces.push({ ...piece, from, to: i })
    from = i
  }
  return [...pieces, { ...piece, from }]
}
