/**
 * What a tagger that looks at a few words at a time lets slip, mended by rule:
 * a content cut in two at a comma, a plain "said that …" it did not see, "what
 * they believe is …", and objects of verbs that greet rather than say.
 */
import { stemOf } from '../cues.ts'
import type { Context } from '../tagging/context.ts'
import { headOf, phraseOf, type Segment, type TokenSpan } from '../tagging/spans.ts'
import { AUX, NOUN, PRON, PROPN, VERB } from '../tokens.ts'
import { type Draft, isWord, sentenceOf } from './draft.ts'

/** Verbs that are followed by what was said, with or without "that". */
const SAYS = new Set(
  'say claim allege argue insist warn add deny estimate confirm announce reveal suggest believe think hope fear note acknowledge concede admit promise pledge vow state declare contend maintain assert explain complain report stress emphasize emphasise predict repeat conclude'.split(
    ' ',
  ),
)
/** Those that are often followed by "that" alone. */
const WITH_THAT = new Set([
  ...SAYS,
  ...'tell hear learn find show rule agree decide remind inform assure know understand testify write tweet recall remark observe reply answer indicate demand ask propose recommend'.split(
    ' ',
  ),
])
/** So many tokens at most between a verb and what it says. */
const NEAR = 3
/** Acts of politeness: their object is met, not said. */
const GREETS = new Set('welcome meet greet visit confront join receive invite host'.split(' '))

export function mend(context: Context, drafts: readonly Draft[]): Draft[] {
  for (const draft of drafts) whatTheyBelieve(context, draft)
  const kept = drafts.filter((draft) => !greets(context, draft) && !isFarFetched(context, draft))
  for (const draft of kept) fillGaps(context, draft, kept)
  for (const draft of kept) wholeQuotations(context, draft, kept)
  for (const draft of kept) goOn(context, draft, kept)
  return [...kept, ...plainReports(context, kept)].sort((a, b) => start(a) - start(b))
}

const start = ({ content }: Draft): number => (content[0] as Segment).from

function greets({ tokens, quotation }: Context, { cue, content }: Draft): boolean {
  if (!cue || !GREETS.has(stemOf(tokens.lower[cue.verb] as string))) return false
  const first = content[0] as Segment
  return tokens.tag[first.from] === PROPN && !some(first.from, first.to, (i) => (quotation[i] as number) > 0)
}

/**
 * Words without quotation marks that nothing attributes; and "amid mounting
 * concern about the war" with a speaker found elsewhere: a noun attributes only
 * to who stands beside it.
 */
function isFarFetched({ tokens, cue: cues, quotation }: Context, { cue, speaker, content }: Draft): boolean {
  if (content.some(({ from, to }) => some(from, to, (i) => (quotation[i] as number) > 0))) return false
  if (!cue) return true
  if (
    some(cue.from, cue.to, (i) => tokens.tag[i] === VERB || cues[i] === 2 || !/\p{L}/u.test(tokens.word[i] as string))
  )
    return false
  if (!speaker) return true
  return speaker.to <= cue.from - 3 || speaker.from > cue.to + 2
}

function some(from: number, to: number, is: (token: number) => boolean): boolean {
  for (let i = from; i < to; i++) if (is(i)) return true
  return false
}

/** Two pieces of one sentence under one cue, with nothing of another statement between them, are one piece. */
function fillGaps(context: Context, draft: Draft, drafts: readonly Draft[]): void {
  const pieces: Segment[] = []
  for (const piece of draft.content) {
    const last = pieces.at(-1)
    if (
      last &&
      !last.direct &&
      sentenceOf(context, last.to - 1) === sentenceOf(context, piece.from) &&
      isFree(last.to, piece.from, drafts)
    ) {
      last.to = piece.to
      last.direct = false
    } else pieces.push({ ...piece })
  }
  draft.content = pieces
}

function isFree(from: number, to: number, drafts: readonly Draft[]): boolean {
  const touches = (span: TokenSpan | null) => span !== null && span.from < to && span.to > from
  return drafts.every(({ content, cue, speaker }) => !touches(cue) && !touches(speaker) && !content.some(touches))
}

/**
 * What was said runs to the end of its sentence after a verb that says, and
 * from its beginning before one, unless something else is said in between.
 */
function goOn(context: Context, { cue, content }: Draft, drafts: readonly Draft[]): void {
  const { tokens } = context
  if (!cue) return
  const [first, last] = [content[0] as Segment, content.at(-1) as Segment]
  const says = WITH_THAT.has(stemOf(tokens.lower[cue.verb] as string))
  if (
    !last.direct &&
    cue.from < last.from &&
    last.from - cue.to <= NEAR &&
    says &&
    sentenceOf(context, cue.from) === sentenceOf(context, last.to - 1)
  ) {
    const end = sentenceEnd(context, last.to - 1)
    if (end > last.to && isFree(last.to, end, drafts)) last.to = end
  }
  if (!first.direct && cue.from >= first.to && sentenceOf(context, cue.from) === sentenceOf(context, first.from)) {
    const begin = tokens.starts[sentenceOf(context, first.from)] as number
    if (begin < first.from && isFree(begin, first.from, drafts)) first.from = begin
  }
}
/** A quotation of which some was said was said whole. */
function wholeQuotations({ quotation, opens, closes }: Context, { content }: Draft, drafts: readonly Draft[]): void {
  for (const piece of content) {
    const [first, last] = [quotation[piece.from] as number, quotation[piece.to - 1] as number]
    if (first > 0 && isFree(opens[first] as number, piece.from, drafts))
      piece.from = Math.min(piece.from, opens[first] as number)
    const close = last > 0 ? (closes[last] as number) + 1 : piece.to
    if (isFree(piece.to, close, drafts)) piece.to = Math.max(piece.to, close)
  }
}

const COPULAS = new Set(['is', 'are', 'was', 'were', "'s", '’s'])

/** "what they believe is substantial support": what was said comes after the copula, and "believe" is its cue. */
function whatTheyBelieve(context: Context, draft: Draft): void {
  const { tokens } = context
  for (const piece of draft.content) {
    for (let i = piece.from; i < Math.min(piece.to - 4, piece.from + 8); i++) {
      if (tokens.lower[i] !== 'what') continue
      const verb = i + 2
      if (context.cue[verb] !== 2 || !COPULAS.has(tokens.lower[verb + 1] as string)) continue
      const subject = tokens.tag[i + 1]
      if (subject !== PRON && subject !== PROPN && subject !== NOUN) continue
      piece.from = verb + 2
      piece.to = Math.max(piece.to, sentenceEnd(context, piece.from))
      draft.cue = { from: verb, to: verb + 1, verb }
      if (subject !== PRON || !draft.speaker) draft.speaker = { from: i + 1, to: i + 2, head: i + 1 }
      return
    }
  }
}

/** The token after the last word of a sentence, without its marks and without "according to" somebody. */
function sentenceEnd(context: Context, token: number): number {
  let end = context.tokens.starts[sentenceOf(context, token) + 1] as number
  for (let i = token; i < end; i++)
    if (context.tokens.lower[i] === 'according' && context.tokens.lower[i + 1] === 'to') end = i
  while (end > token && !isWord(context, end - 1) && context.quotation[end - 1] === 0) end--
  return end
}

/** Verbs that say, followed by what was said, where nothing was found. */
function plainReports(context: Context, drafts: readonly Draft[]): Draft[] {
  const { tokens } = context
  const taken = new Uint8Array(tokens.count)
  const take = ({ from, to }: TokenSpan) => taken.fill(1, from, to)
  for (const { content, cue } of drafts) for (const span of [...content, ...(cue ? [cue] : [])]) take(span)
  const found: Draft[] = []
  for (let sentence = 0; sentence + 1 < tokens.starts.length; sentence++) {
    const start = tokens.starts[sentence] as number
    const end = tokens.starts[sentence + 1] as number
    for (let verb = start + 1; verb < end - 3; verb++) {
      const draft = taken[verb] === 1 ? null : plainReport(context, { start, end, verb }, taken)
      if (!draft) continue
      found.push(draft)
      const { to } = draft.content[0] as Segment
      verb = to
    }
  }
  return found
}

function plainReport(
  context: Context,
  { start, end, verb }: { start: number; end: number; verb: number },
  taken: Uint8Array,
): Draft | null {
  const { tokens } = context
  const stem = stemOf(tokens.lower[verb] as string)
  if (ACCUSES.has(stem)) return accusedBy(context, { end, verb }, taken)
  if (context.quotation[verb] !== 0 || !WITH_THAT.has(stem)) return null
  // "alleged that" may be taken for an adjective; "state" and "report" are nouns as well.
  if (tokens.tag[verb] !== VERB && !(tokens.lower[verb] as string).endsWith('ed')) return null
  const that = thatAfter(context, verb, end)
  const from = that > 0 ? that : SAYS.has(stem) && isClause(context, verb + 1, end) ? verb + 1 : -1
  const head = from < 0 ? -1 : subjectOf(context, start, verb)
  if (head < 0 || taken[head] === 1) return null
  let to = from
  while (to < end && taken[to] === 0) to++
  // Up to the next statement, without the words that lead to it.
  while (to > from && (!isWord(context, to - 1) || (to < end && LEADS_ON.has(tokens.lower[to - 1] as string)))) to--
  if (to - from < 4) return null
  return {
    content: [{ from, to, direct: false }],
    cue: { from: verb, to: verb + 1, verb },
    speaker: { ...phraseOf(tokens, head), head },
    sources: [],
  }
}

const ACCUSES = new Set(['accuse', 'blame', 'criticize', 'criticise', 'condemn', 'praise', 'suspect'])

/** "was accused by the Crown of writing cheques": said by the Crown. */
function accusedBy(context: Context, { end, verb }: { end: number; verb: number }, taken: Uint8Array): Draft | null {
  const { tokens } = context
  if (tokens.lower[verb + 1] !== 'by') return null
  let of = verb + 2
  while (of < Math.min(end, verb + 14) && tokens.lower[of] !== 'of' && tokens.lower[of] !== 'for') of++
  const head = headOf(tokens, { from: verb + 2, to: of })
  let to = of + 1
  while (to < end && taken[to] === 0) to++
  while (to > of + 1 && !isWord(context, to - 1)) to--
  if (of >= Math.min(end, verb + 14) || to - of < 3) return null
  return {
    content: [{ from: of + 1, to, direct: false }],
    cue: { from: verb, to: verb + 1, verb },
    speaker: { from: verb + 2, to: of, head },
    sources: [],
  }
}

const LEADS_ON = new Set(['and', 'but', 'he', 'she', 'they', 'also', 'then', 'while'])

/** "that" right after the verb, or after a few words that say through whom: the token of it, or -1. */
function thatAfter({ tokens }: Context, verb: number, end: number): number {
  for (let i = verb + 1; i < Math.min(end - 2, verb + 6); i++) {
    if (tokens.lower[i] === 'that' && tokens.tag[i + 1] !== VERB && tokens.tag[i + 1] !== AUX) return i
    if (tokens.lower[i] === ',' || (tokens.tag[i] === VERB && i > verb)) return -1
  }
  return -1
}

/** A noun phrase and then a verb: "the report had left out …". */
function isClause({ tokens }: Context, from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 9); i++) {
    if (tokens.tag[i] === AUX || tokens.tag[i] === VERB) return i > from
    if (tokens.lower[i] === ',' || tokens.lower[i] === '“' || tokens.lower[i] === '"') return false
  }
  return false
}

/** The noun before the verb, over an apposition or a clause between commas: "Rao, who leads the opposition, said". */
function subjectOf({ tokens }: Context, start: number, verb: number): number {
  let i = verb - 1
  while (
    i > start &&
    (tokens.tag[i] === AUX || /ly$|^(?:also|then|later|not|never|n[’']t)$/.test(tokens.lower[i] as string))
  )
    i--
  if (tokens.lower[i] === ',') {
    let open = i - 1
    while (open > start && tokens.lower[open] !== ',') open--
    if (open <= start) return -1
    i = open - 1
  }
  const tag = tokens.tag[i]
  return tag === NOUN || tag === PROPN || tag === PRON ? firstHead(tokens, start, i) : -1
}

/** "A lawyer for the residents": the head is the lawyer. */
function firstHead(tokens: Context['tokens'], start: number, last: number): number {
  const phrase = { from: Math.max(start, last - 12), to: last + 1 }
  for (let i = last; i > phrase.from; i--) {
    const word = tokens.lower[i] as string
    if (word === ',' || tokens.tag[i] === VERB || tokens.tag[i] === AUX) {
      phrase.from = i + 1
      break
    }
  }
  return headOf(tokens, phrase)
}
