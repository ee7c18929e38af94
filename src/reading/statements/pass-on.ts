/**
 * "Xi said …, according to a readout": said by Xi, passed on by a readout. The
 * one who passes on is a source of what another said, not its speaker.
 */
import type { Context } from '../tagging/context.ts'
import { phraseOf } from '../tagging/spans.ts'
import { NOUN, PRON, PROPN, VERB } from '../tokens.ts'
import { type Draft, extent, sentenceOf } from './draft.ts'

/** Drafts whose cue only passes on get the speaker and cue of the same sentence, where it has one; that cue's speaker becomes their source. */
export function passOn(context: Context, drafts: readonly Draft[]): Draft[] {
  for (const draft of drafts) {
    heard(context, draft)
    if (!draft.cue || context.tokens.lower[draft.cue.from] !== 'according') continue
    const said = saidBefore(context, draft)
    if (!said) continue
    draft.cue = said.cue
    draft.speaker = said.speaker
  }
  return [...drafts]
}

const HEARERS = new Set(
  'jury jurors court inquest tribunal inquiry hearing meeting committee councillors panel'.split(' '),
)

/** "…, a jury heard": the jury was told, and who told it is not said. */
function heard({ tokens }: Context, draft: Draft): void {
  const { speaker } = draft
  if (!speaker || !HEARERS.has(tokens.lower[speaker.head] as string)) return
  const verb = speaker.to
  if (tokens.lower[verb] !== 'heard' && tokens.lower[verb] !== 'hears') return
  draft.cue = { from: verb, to: verb + 1, verb }
  draft.speaker = null
  draft.sources.push({ ...speaker, kind: 'audience' })
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
