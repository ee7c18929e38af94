/**
 * A tagger that looks at a few words at a time cuts what was said at commas.
 * Here it grows to what it should be, as far as nothing else is said there.
 */
import { stemOf } from '../cues.ts'
import type { Context } from '../tagging/context.ts'
import type { Segment } from '../tagging/spans.ts'
import { ADP, NOUN, PRON, PROPN } from '../tokens.ts'
import { isClause } from './clauses.ts'
import { type Draft, isWord, sentenceOf } from './draft.ts'
import { freeDownTo, freeUpTo, type Used, use } from './used.ts'
import { SAYS, SAYS_THAT } from './verbs.ts'

/** So many tokens at most between a verb and what it says. */
const NEAR = 3
/** So many that may have been missed between a verb and what was found. */
const MISSED = 12

export function grow(context: Context, draft: Draft, used: Used): void {
  fillGaps(context, draft, used)
  wholeQuotations(context, draft, used)
  toTheEnd(context, draft, used)
  fromTheBeginning(context, draft, used)
}

const COPULAS = new Set(['is', 'are', 'was', 'were', "'s", '’s'])

/** "what they believe is substantial support": what was said comes after the copula, and "believe" is its cue. */
export function afterCopula(context: Context, draft: Draft, used: Used): void {
  const { tokens } = context
  for (const piece of draft.content) {
    for (let i = piece.from; i < Math.min(piece.to - 4, piece.from + 8); i++) {
      const verb = i + 2
      const subject = tokens.tag[i + 1]
      if (tokens.lower[i] !== 'what' || context.cue[verb] !== 2 || !COPULAS.has(tokens.lower[verb + 1] as string))
        continue
      if (subject !== PRON && subject !== PROPN && subject !== NOUN) continue
      piece.from = verb + 2
      piece.to = Math.max(piece.to, freeEnd(context, piece.to, used))
      use(used, piece)
      draft.cue = { from: verb, to: verb + 1, verb }
      if (subject !== PRON || !draft.speaker) draft.speaker = { from: i + 1, to: i + 2, head: i + 1 }
      return
    }
  }
}

/** Two pieces of one sentence under one cue, with nothing of another statement between them, are one piece. */
function fillGaps(context: Context, draft: Draft, used: Used): void {
  const pieces: Segment[] = []
  for (const piece of draft.content) {
    const last = pieces.at(-1)
    const isSame = last && !last.direct && sentenceOf(context, last.to - 1) === sentenceOf(context, piece.from)
    if (isSame && freeUpTo(used, last.to, piece.from) === piece.from) {
      use(used, { from: last.to, to: piece.from })
      last.to = piece.to
    } else pieces.push({ ...piece })
  }
  draft.content = pieces
}

/** A quotation of which some was said was said whole. */
function wholeQuotations({ quotation, opens, closes }: Context, { content }: Draft, used: Used): void {
  for (const piece of content) {
    const [first, last] = [quotation[piece.from] as number, quotation[piece.to - 1] as number]
    const open = first > 0 ? (opens[first] as number) : piece.from
    if (open < piece.from && freeDownTo(used, piece.from, open) === open) piece.from = open
    const close = last > 0 ? (closes[last] as number) + 1 : piece.to
    if (close > piece.to && freeUpTo(used, piece.to, close) === close) piece.to = close
    use(used, piece)
  }
}

/** After a verb that says, to the end of the sentence; and right from the verb on, where a clause follows it. */
function toTheEnd(context: Context, { cue, content }: Draft, used: Used): void {
  const { tokens } = context
  const [first, last] = [content[0] as Segment, content.at(-1) as Segment]
  if (!cue || cue.from > first.from) return
  const stem = stemOf(tokens.lower[cue.verb] as string)
  const isSame = sentenceOf(context, cue.from) === sentenceOf(context, last.to - 1)
  if (!isSame || last.direct || !SAYS_THAT.has(stem)) return
  const gap = first.from - cue.to
  if (gap > 0 && gap <= MISSED && SAYS.has(stem) && tokens.tag[cue.to] !== ADP && isClause(context, cue.to, first.to)) {
    if (freeUpTo(used, cue.to, first.from) === first.from) first.from = cue.to
  }
  if (last.from - cue.to <= NEAR) last.to = Math.max(last.to, freeEnd(context, last.to, used))
  use(used, { from: first.from, to: last.to })
}

/** Before a verb that says, from the beginning of the sentence. */
function fromTheBeginning(context: Context, { cue, content }: Draft, used: Used): void {
  const first = content[0] as Segment
  if (!cue || first.direct || cue.from < first.to) return
  if (sentenceOf(context, cue.from) !== sentenceOf(context, first.from)) return
  const begin = context.tokens.starts[sentenceOf(context, first.from)] as number
  if (freeDownTo(used, first.from, begin) !== begin) return
  first.from = begin
  use(used, first)
}

/** The end of the sentence or of what comes before ", but", without its marks and without "according to" somebody; `from` where something else stands before it. */
function freeEnd(context: Context, from: number, used: Used): number {
  const { tokens, quotation } = context
  const end = tokens.starts[sentenceOf(context, from - 1) + 1] as number
  let to = from
  while (
    to < end &&
    used[to] === 0 &&
    tokens.lower[to] !== 'according' &&
    !(tokens.lower[to] === 'but' && tokens.lower[to - 1] === ',')
  )
    to++
  if (to < end && used[to] === 1) return from
  while (to > from && !isWord(context, to - 1) && quotation[to - 1] === 0) to--
  return to
}
