/**
 * Gives quotations, and sentences that end with who said them, the attribution that stands right beside them,
 * whatever the weighing gave them; and lets what was said end with its sentence.
 */
import type { Context } from '../tagging/context.ts'
import type { Segment, TokenSpan } from '../tagging/spans.ts'
import { PROPN } from '../tokens.ts'
import { attributedAtEnd } from './at-the-end.ts'
import { agentBehind, attributedBefore, attributedBehind, type Beside, beginsClause, endsSpoken } from './beside.ts'
import { bySentence } from './by-sentence.ts'
import { type Draft, isWord, sentenceOf, some } from './draft.ts'
import { trimmed } from './trim.ts'

/** Drafts while they are taken apart and put together: which one has each token for its content, or for its cue. */
interface Work {
  context: Context
  drafts: Draft[]
  contentOf: Int32Array
  cueOf: Int32Array
}

/** The drafts anew, in order. */
export function byQuotation(context: Context, drafts: readonly Draft[]): Draft[] {
  const { count } = context.tokens
  const work: Work = {
    context,
    drafts: [],
    contentOf: new Int32Array(count).fill(-1),
    cueOf: new Int32Array(count).fill(-1),
  }
  for (const draft of drafts) for (const one of bySentence(context, draft)) add(work, one)
  attributeQuotations(work)
  for (let k = work.drafts.length - 1; k >= 0; k--) for (const one of besides(work, k)) add(work, one)
  attributeSentences(work)
  return work.drafts
    .map((draft) => ({ ...draft, content: trimmed(context, draft.content) }))
    .filter(({ content }) => content.length > 0)
    .sort((a, b) => (a.content[0] as Segment).from - (b.content[0] as Segment).from)
}

function add({ drafts, contentOf, cueOf }: Work, draft: Draft): void {
  const number = drafts.push(draft) - 1
  for (const { from, to } of draft.content) contentOf.fill(number, from, to)
  if (draft.cue) cueOf.fill(number, draft.cue.from, draft.cue.to)
}

/** The number of the first draft that has a token of a span; -1 where none has. */
function numberIn(numbers: Int32Array, { from, to }: TokenSpan): number {
  for (let i = from; i < to; i++) if ((numbers[i] as number) >= 0) return numbers[i] as number
  return -1
}

const draftIn = ({ drafts }: Work, numbers: Int32Array, span: TokenSpan): Draft | null =>
  drafts[numberIn(numbers, span)] ?? null

function take(work: Work, draft: Draft, span: TokenSpan): void {
  takeOut(draft, span)
  work.contentOf.fill(-1, span.from, span.to)
}

function takeOut(draft: Draft, { from, to }: TokenSpan): void {
  draft.content = draft.content.flatMap((piece) => {
    if (piece.to <= from || piece.from >= to) return [piece]
    const cut = [
      { ...piece, to: from },
      { ...piece, from: to },
    ]
    return cut.filter((one) => one.from < one.to)
  })
}

const overlaps = (one: TokenSpan, other: TokenSpan): boolean => one.from < other.to && other.from < one.to

function attributeQuotations(work: Work): void {
  const { context } = work
  /** What was attributed behind a quotation last. */
  let last: Beside | null = null
  for (let quotation = 1; quotation < context.opens.length; quotation++) {
    const span = { from: context.opens[quotation] as number, to: (context.closes[quotation] as number) + 1 }
    const draft = draftIn(work, work.contentOf, span)
    if (isTitle(context, quotation)) {
      if (draft) take(work, draft, span)
      continue
    }
    const behind = attributedBehind(context, quotation) ?? agentBehind(context, quotation)
    const own = behind ?? (goesOn(context, quotation, last) ? last : beforeIt(context, quotation, draft))
    if (behind) last = behind
    if (own?.cue) attribute(work, span, draft, own, own.cue)
  }
}

/** Gives the quotation in `span`, which `draft` has, to the one named beside it. */
function attribute(work: Work, span: TokenSpan, draft: Draft | null, own: Beside, cue: TokenSpan): void {
  if (draft?.cue && overlaps(draft.cue, cue)) {
    if (own.speaker && !isWider(draft.speaker, own)) draft.speaker = own.speaker
    keepOff(work.context, draft, own)
    // "described by critics [as “a toy”]"
    const isAs = (piece: Segment) =>
      own.agent && piece.from === span.from - 1 && work.context.tokens.lower[piece.from] === 'as'
    draft.content = draft.content.map((piece) => (isAs(piece) ? { ...piece, from: span.from } : piece))
    return
  }
  if (draft) take(work, draft, span)
  const number = numberIn(work.cueOf, cue)
  const same = work.drafts[number]
  const piece: Segment = { ...span, direct: true }
  if (!same) add(work, { content: [piece], ...own, sources: [], sure: true })
  else {
    same.content = [...same.content.filter((one) => !overlaps(one, piece)), piece].sort((a, b) => a.from - b.from)
    work.contentOf.fill(number, span.from, span.to)
  }
}

/** Whether a draft has the same speaker with more told of them. */
const isWider = (speaker: Draft['speaker'], own: Beside): boolean =>
  speaker !== null &&
  own.speaker !== null &&
  own.cue !== null &&
  speaker.from >= own.speaker.from &&
  speaker.from < own.speaker.to &&
  speaker.to >= own.speaker.to &&
  !overlaps(speaker, own.cue)

/** A draft's content without its attribution, and without what stands beside it: ", the premier, Joan Dell, said". */
function keepOff(context: Context, draft: Draft, { cue, speaker }: Beside): void {
  const named = [cue, speaker].filter((span) => span !== null)
  const begin = Math.min(...named.map(({ from }) => from))
  const end = Math.max(...named.map(({ to }) => to))
  const isBeside = (piece: Segment) => piece.to > begin && piece.from < end
  const isQuoted = (piece: Segment) => some(piece, (i) => context.quotation[i] !== 0)
  const keep = () => {
    draft.content = draft.content.filter((piece) => isQuoted(piece) || !isBeside(piece))
  }
  keep()
  for (const span of named) takeOut(draft, span)
  keep()
  draft.content = draft.content.filter((piece) => some(piece, (i) => isWord(context, i)))
}

/** “If nothing changes,” said Ann, who has seen much, “people will die”: what one sentence goes on with after a comma. */
function goesOn({ tokens, opens, cue }: Context, quotation: number, last: Beside | null): boolean {
  const open = opens[quotation] as number
  if (!last?.cue || last.cue.to > open || tokens.sentence[open] !== tokens.sentence[last.cue.from]) return false
  return tokens.lower[open - 1] === ',' && cue[open - 2] !== 2
}

/** The attribution before a quotation, where it says more than what its draft has. */
function beforeIt(context: Context, quotation: number, draft: Draft | null): Beside | null {
  const open = context.opens[quotation] as number
  const before = attributedBefore(context, quotation)
  if (!before?.cue) return null
  if (before.agent) return before
  if (!draft) return beginsClause(context, quotation) && endsSpoken(context, quotation) ? before : null
  if (!draft.cue) return before
  if (sentenceOf(context, draft.cue.from) !== sentenceOf(context, open)) return before
  // "according to the Met Office, whose spokesman Lee Ward warned of “…”": a nearer verb with a subject of its own.
  const cue = before.cue
  const nearer = draft.cue.to <= cue.from && before.speaker !== null && before.speaker.from >= draft.cue.to
  return nearer && !draft.content.some((piece) => overlaps(piece, cue)) ? before : null
}

/** The most tokens of a title. */
const LONGEST_TITLE = 8

/** “Keeper of the Seal” Danial Omar; William “Bill” Haskett: marks around what somebody is called. */
function isTitle(context: Context, quotation: number): boolean {
  const { tokens, opens, closes, closed } = context
  const [open, close] = [opens[quotation] as number, closes[quotation] as number]
  const next = close + 1
  if (!closed[quotation] || next >= tokens.count || tokens.sentence[next] !== tokens.sentence[close]) return false
  if (!isWord(context, close - 1) || close - open - 1 > LONGEST_TITLE) return false
  const isName = tokens.tag[next] === PROPN && /^\p{Lu}\p{Ll}/u.test(tokens.word[next] as string)
  return isName && /^\p{Lu}/u.test(tokens.word[open + 1] ?? '')
}

/** Fewer tokens than this are no report. */
const SHORTEST_REPORT = 3

/**
 * “We’re pleased,” Lund told analysts, forecasting growth: what a participle behind the attribution says besides is a
 * statement of its own, by the same speaker. Takes it out of the draft.
 */
function besides(work: Work, number: number): Draft[] {
  const { tokens, cue: cues, quotation } = work.context
  const draft = work.drafts[number] as Draft
  const { cue, content } = draft
  const added: Draft[] = []
  if (!cue || !content[0]?.direct) return added
  for (const piece of content.slice(1)) {
    const verb = /^(?:,|and|but)$/.test(tokens.lower[piece.from] as string) ? piece.from + 1 : piece.from
    if (!/ing$/.test(tokens.lower[verb] as string) || quotation[verb] !== 0 || piece.from < cue.to) continue
    if (sentenceOf(work.context, verb) !== sentenceOf(work.context, cue.from)) continue
    take(work, draft, piece)
    if (cues[verb] === 0 || piece.to - verb < SHORTEST_REPORT) continue
    const said: Segment = { from: verb + 1, to: piece.to, direct: false }
    added.push({ content: [said], cue: { from: verb, to: verb + 1, verb }, speaker: draft.speaker, sources: [] })
  }
  return added
}

/** Gives what a sentence reports the attribution it ends with; new drafts for what nothing was found in. */
function attributeSentences(work: Work): void {
  const { context } = work
  const { starts } = context.tokens
  for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
    const [start, end] = [starts[sentence] as number, starts[sentence + 1] as number]
    const own = attributedAtEnd(context, start, end)
    if (!own?.cue || own.comma - start < SHORTEST_REPORT || context.quotation[start] !== 0) continue
    const draft = draftIn(work, work.contentOf, { from: start, to: own.comma })
    if (draft) endWith(context, draft, own, end)
    else if (
      !draftIn(work, work.contentOf, { from: own.comma, to: end }) &&
      !draftIn(work, work.cueOf, { from: start, to: own.comma })
    ) {
      const piece = { from: start, to: own.comma, direct: false }
      add(work, { content: [piece], cue: own.cue, speaker: own.speaker, sources: [], sure: true })
    }
  }
}

function endWith(
  context: Context,
  draft: Draft,
  { cue, speaker, comma }: Beside & { comma: number },
  end: number,
): void {
  // What is attributed within the sentence as well is left to the weighing; "Middle-aged" is no verb.
  if (draft.cue && draft.cue.from < comma && some(draft.cue, (i) => (context.cue[i] as number) > 0)) return
  Object.assign(draft, { cue, speaker, sure: true })
  draft.content = draft.content.flatMap((one) => {
    if (one.to <= comma || one.from >= end) return [one]
    return one.from < comma ? [{ ...one, to: comma }] : []
  })
}
