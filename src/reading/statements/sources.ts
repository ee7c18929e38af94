/**
 * Through whom or what a statement reached us, beyond its speaker: "according
 * to a readout", "via his office", "told CNN", "in a statement", "on condition
 * of anonymity". Looked for around the cue, in the sentences of the statement.
 */
import type { Source } from '../reading.ts'
import type { Context } from '../tagging/context.ts'
import type { TokenSpan } from '../tagging/spans.ts'
import { ADP, NOUN, PRON, PROPN } from '../tokens.ts'
import { type Draft, extent, sentenceOf } from './draft.ts'
import { phraseFrom } from './phrases.ts'

type Found = TokenSpan & { kind: Source['kind'] }

const DOCUMENTS = new Set(
  'statement readout report letter email e-mail memo tweet post video filing filings records record document documents transcript transcripts interview article essay book column release speech address affidavit complaint lawsuit indictment minutes message messages note brief briefing poll survey study data figures statistics analysis review testimony text blog op-ed editorial notice'.split(
    ' ',
  ),
)
const OFFICES = new Set(
  'office spokesman spokeswoman spokesperson spokespeople lawyer lawyers attorney solicitor agent aide aides secretary representative'.split(
    ' ',
  ),
)
const TOLD = new Set('told tell tells telling informed reminded assured'.split(' '))

/** So far from the cue and the ends of the content sources are looked for. */
const REACH = 40

/** The sources of a draft, those it has already first: in order, none of them its speaker or inside its content. */
export function findSources(context: Context, draft: Draft): Found[] {
  const { tokens } = context
  const inside = insideOf(draft.content)
  const found = [...draft.sources]
  for (const { from, to } of stretches(context, draft)) {
    for (let i = from; i < to; i++) {
      // A content that was tagged too far may hold the "according to" that ends it.
      if (inside(i) && !(tokens.lower[i] === 'according' && tokens.lower[i - 1] === ',')) continue
      const end = tokens.starts[sentenceOf(context, i) + 1] as number
      const one = sourceAt(context, draft, i, end, found)
      if (!one || overlaps(one, draft.speaker) || found.some((other) => overlaps(one, other))) continue
      found.push(one)
      i = one.to - 1
    }
  }
  return found
}

/** Whether a token is inside some of these spans; to be asked for ever later tokens. */
function insideOf(spans: readonly TokenSpan[]): (token: number) => boolean {
  let k = 0
  return (token) => {
    while (k < spans.length && (spans[k] as TokenSpan).to <= token) k++
    const span = spans[k]
    return span !== undefined && span.from <= token
  }
}

const overlaps = (one: TokenSpan, other: TokenSpan | null): boolean =>
  other !== null && one.from < other.to && other.from < one.to

/** Where to look: around the cue and the ends of the content, within their sentences; in order, without overlap. */
function stretches(context: Context, draft: Draft): TokenSpan[] {
  const { starts } = context.tokens
  const { from, to } = extent(draft)
  const stretches: TokenSpan[] = []
  const points = [from, to - 1, ...(draft.cue ? [draft.cue.from] : [])].sort((a, b) => a - b)
  for (const point of points) {
    const sentence = sentenceOf(context, point)
    const begin = Math.max(starts[sentence] as number, point - REACH)
    const end = Math.min(starts[sentence + 1] as number, point + REACH)
    const last = stretches.at(-1)
    if (last && last.to >= begin) last.to = Math.max(last.to, end)
    else stretches.push({ from: begin, to: end })
  }
  return stretches
}

function sourceAt(context: Context, draft: Draft, i: number, end: number, found: readonly Found[]): Found | null {
  const { lower } = context.tokens
  const word = lower[i] as string
  const next = lower[i + 1] ?? ''
  if (word === 'according' && next === 'to') return channel(context, phraseFrom(context, i + 2, end))
  if ((word === 'via' || word === 'through') && nearCue(draft, i))
    return channel(context, phraseFrom(context, i + 1, end))
  if (word === 'on' && /^(?:condition|conditions)$/.test(next) && lower[i + 2] === 'of') {
    return { from: i + 1, to: Math.min(end, i + 4), kind: 'condition' }
  }
  if (word === 'under' && lower[i + 1] === 'condition' && lower[i + 2] === 'of')
    return { from: i + 1, to: Math.min(end, i + 4), kind: 'condition' }
  if (draft.cue && i >= draft.cue.from && i < draft.cue.to + 1 && TOLD.has(word))
    return audience(context, draft, i + 1, end)
  const asked = /^(?:asked|wanted|chose|preferred|declined|refused)$/.test(word) && saysNotToBeNamed(lower, i + 1)
  if (asked) return { from: i, to: asked, kind: 'condition' }
  const opensSentence = i === context.tokens.starts[sentenceOf(context, i)]
  if ((word === 'in' || word === 'on') && (opensSentence || nearCue(draft, i))) {
    const phrase = phraseFrom(context, i + 1, end)
    if (!phrase) return null
    return DOCUMENTS.has(lower[headIn(context, phrase)] as string) ? { ...phrase, kind: 'document' } : null
  }
  if (word === 'to' && found.some(({ to, kind }) => to === i && kind === 'document')) {
    const phrase = phraseFrom(context, i + 1, end)
    return phrase && { ...phrase, kind: 'audience' }
  }
  return null
}

/** "not to be named", "to be identified", "to stay anonymous": the token after it, or 0. */
function saysNotToBeNamed(lower: readonly string[], from: number): number {
  for (let i = from; i < from + 6; i++) {
    if (/^(?:named|identified|anonymous|anonymity)$/.test(lower[i] ?? '')) return i + 1
  }
  return 0
}

/** Within a few words of the cue, on the side away from the content. */
function nearCue({ cue }: Draft, i: number): boolean {
  return cue !== null && i >= cue.from - 8 && i <= cue.to + 5
}

function channel(context: Context, phrase: TokenSpan | null): Found | null {
  if (!phrase) return null
  const head = context.tokens.lower[headIn(context, phrase)] as string
  return { ...phrase, kind: DOCUMENTS.has(head) && !OFFICES.has(head) ? 'document' : 'channel' }
}

/** Who was told: a noun phrase right after "told", unless it is where the content begins. */
function audience(context: Context, { content, speaker }: Draft, from: number, end: number): Found | null {
  const phrase = phraseFrom(context, from, end)
  if (!phrase || content.some((one) => phrase.from >= one.from && phrase.from < one.to)) return null
  if (speaker && phrase.from < speaker.to && speaker.from < phrase.to) return null
  if (context.tokens.tag[phrase.from] === PRON && phrase.to === phrase.from + 1) return null
  return { ...phrase, kind: 'audience' }
}

/** The last noun before the first "of" or "from". */
function headIn({ tokens }: Context, { from, to }: TokenSpan): number {
  let head = from
  for (let i = from; i < to; i++) {
    if (i > from && tokens.tag[i] === ADP) break
    if (tokens.tag[i] === NOUN || tokens.tag[i] === PROPN) head = i
  }
  return head
}
