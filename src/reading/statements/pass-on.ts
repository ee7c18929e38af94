/**
 * "Xi said …, according to a readout": said by Xi, passed on by a readout. The
 * one who passes on is a source of what another said, not its speaker.
 */
import { stemOf } from '../cues.ts'
import type { Context } from '../tagging/context.ts'
import { phraseOf } from '../tagging/spans.ts'
import { NOUN, PRON, PROPN, VERB } from '../tokens.ts'
import { subjectOf } from './clauses.ts'
import { type Draft, extent, sentenceOf } from './draft.ts'
import { SAYS } from './verbs.ts'

/** Drafts whose cue only passes on get the speaker and cue of the same sentence, where it has one; that cue's speaker becomes their source. */
export function passOn(context: Context, drafts: readonly Draft[]): Draft[] {
  for (const draft of drafts) {
    heard(context, draft)
    throughWhom(context, draft)
    if (!draft.cue || context.tokens.lower[draft.cue.from] !== 'according') continue
    const said = saidBefore(context, draft) ?? saidInside(context, draft)
    if (!said) continue
    draft.cue = said.cue
    draft.speaker = said.speaker
  }
  return [...drafts]
}

/** "announced [via his office that he would come]": through whom it came is no part of what was said. */
function throughWhom({ tokens }: Context, { content }: Draft): void {
  const first = content[0]
  if (!first || !/^(?:via|through)$/.test(tokens.lower[first.from] as string)) return
  const end = Math.min(first.to, first.from + 8)
  for (let i = first.from + 1; i < end; i++) if (tokens.lower[i] === 'that') first.from = i
}

const HEARERS = new Set(
  'jury jurors court inquest tribunal inquiry hearing meeting committee councillors panel'.split(' '),
)

/** "…, a jury heard": the jury was told, and who told it is not said. */
function heard(context: Context, draft: Draft): void {
  const { tokens } = context
  const { to } = extent(draft)
  const end = Math.min(tokens.starts[sentenceOf(context, to - 1) + 1] as number, to + FARTHEST)
  for (let i = to; i < end - 1; i++) {
    if (!HEARERS.has(tokens.lower[i] as string) || !HEARD.has(tokens.lower[i + 1] as string)) continue
    draft.cue = { from: i + 1, to: i + 2, verb: i + 1 }
    draft.speaker = null
    draft.sources.push({ ...phraseOf(tokens, i), to: i + 1, kind: 'audience' })
    return
  }
}

const HEARD = new Set(['heard', 'hears', 'told'])
/** So many tokens at most after what was said. */
const FARTHEST = 6

/** The same at the beginning of what was taken for the content, which then begins after the verb. */
function saidInside(context: Context, draft: Draft): Pick<Draft, 'cue' | 'speaker'> | null {
  const { tokens } = context
  const first = draft.content[0]
  if (!first) return null
  for (let verb = first.from + 1; verb < Math.min(first.to - 2, first.from + 10); verb++) {
    if (context.quotation[verb] !== 0) return null
    if (tokens.tag[verb] !== VERB || !SAYS.has(stemOf(tokens.lower[verb] as string))) continue
    const head = subjectOf(context, first.from, verb)
    if (head < 0) return null
    first.from = verb + 1
    return { cue: { from: verb, to: verb + 1, verb }, speaker: { ...phraseOf(tokens, head), head } }
  }
  return null
}

/** A verb that attributes and its subject right before the content, in the same sentence: "[Xi] [said] …". */
function saidBefore(context: Context, draft: Draft): Pick<Draft, 'cue' | 'speaker'> | null {
  const { tokens } = context
  const { from } = extent(draft)
  const start = tokens.starts[sentenceOf(context, from)] as number
  for (let i = from - 1; i >= Math.max(start + 1, from - 4); i--) {
    if (tokens.tag[i] !== VERB || (context.cue[i] as number) === 0) continue
    let head = i - 1
    while (head > start && tokens.tag[head] !== NOUN && tokens.tag[head] !== PROPN && tokens.tag[head] !== PRON) {
      if (i - head > 3) return null
      head--
    }
    if (tokens.tag[head] !== NOUN && tokens.tag[head] !== PROPN && tokens.tag[head] !== PRON) return null
    return { cue: { from: i, to: i + 1, verb: i }, speaker: { ...phraseOf(tokens, head), head } }
  }
  return null
}
