/**
 * Who hears is not who says: of "Bell was told that …", "jurors heard …" the subject is the audience, and the speaker
 * is the one behind "by", or is not named.
 */
import { stemOf } from '../cues.ts'
import type { Context } from '../tagging/context.ts'
import { AUX, VERB } from '../tokens.ts'
import { subjectOf } from './clauses.ts'
import { type Draft, extent, sentenceOf } from './draft.ts'
import { speakerFrom } from './phrases.ts'

/** Verbs whose object is who hears; in the passive that is their subject. */
const TELLS = new Set(
  'tell inform warn advise remind assure reassure notify instruct order brief ask urge teach caution'.split(' '),
)
const HEARS = new Set(['hear', 'learn'])
const BE = /^(?:was|were|been|being|be|is|are|am|'s|’s|'re|’re|'m|’m|got|gets|get)$/

export const isToldVerb = ({ tokens }: Context, verb: number): boolean =>
  TELLS.has(stemOf(tokens.lower[verb] as string)) && /(?:ed|old|ught)$/.test(tokens.lower[verb] as string)

/** Whether a form of "be" makes a participle a passive: "had been told", "were never told". */
export function passiveBefore({ tokens }: Context, verb: number): boolean {
  for (let i = verb - 1; i >= 0 && i > verb - 4; i--) {
    if (BE.test(tokens.lower[i] as string)) return tokens.sentence[i] === tokens.sentence[verb]
    if (
      tokens.tag[i] === VERB ||
      (tokens.tag[i] !== AUX &&
        !/ly$|^(?:never|not|n[’']t|also|first|then|later|already|since|only|both|all)$/.test(tokens.lower[i] as string))
    )
      return false
  }
  return false
}

/** Sets the speaker of what was heard or told: who stands behind "by", or nobody. */
export function hearersAreNoSpeakers(context: Context, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const { cue, speaker } = draft
    if (!cue) continue
    const told = isToldVerb(context, cue.verb) && passiveBefore(context, cue.verb)
    const heard = HEARS.has(stemOf(context.tokens.lower[cue.verb] as string)) && !passiveBefore(context, cue.verb)
    if (!told && !heard) continue
    const head = subjectOf(context, context.tokens.starts[sentenceOf(context, cue.verb)] as number, cue.verb)
    const agent = told ? agentAfter(context, draft, cue.verb) : null
    if (heard && speaker && head >= 0 && (head < speaker.from || head >= speaker.to)) continue
    draft.speaker = agent
    if (speaker && speaker.head !== agent?.head && speaker.to <= cue.from)
      draft.sources.push({ from: speaker.from, to: speaker.to, kind: 'audience' })
  }
}

/** "told by her brother that …": her brother, whom the content then does not begin with. */
function agentAfter(context: Context, draft: Draft, verb: number): Draft['speaker'] {
  const { tokens } = context
  if (tokens.lower[verb + 1] !== 'by') return null
  const end = Math.min(tokens.starts[sentenceOf(context, verb) + 1] as number, verb + 20)
  const named = speakerFrom(context, verb + 2, end)
  const first = draft.content[0]
  if (named && first && first.from < named.to && first.to > named.to && first.from > verb) first.from = named.to
  return named && (!first || extent(draft).from >= named.to || extent(draft).to <= verb) ? named : null
}
