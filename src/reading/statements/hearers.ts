/**
 * Who hears is not who says: of "Bell was told that …", "jurors heard …" the subject is the audience, and the speaker
 * is the one behind "by", or is not named.
 */
import { stemOf } from '../cues.ts'
import type { Context } from '../tagging/context.ts'
import { phraseOf, type TokenSpan } from '../tagging/spans.ts'
import { AUX, NOUN, PROPN, VERB } from '../tokens.ts'
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
    const verb = verbIn(context, cue)
    const told = isToldVerb(context, verb) && passiveBefore(context, verb)
    const heard = HEARS.has(stemOf(context.tokens.lower[verb] as string)) && !passiveBefore(context, verb)
    if (!told && !heard) {
      toWhom(context, draft)
      continue
    }
    const head = subjectOf(context, context.tokens.starts[sentenceOf(context, verb)] as number, verb)
    const agent = told ? agentAfter(context, draft, verb) : null
    if (heard && speaker && head >= 0 && (head < speaker.from || head >= speaker.to)) continue
    draft.speaker = agent
    if (speaker && speaker.head !== agent?.head && speaker.to <= cue.from)
      draft.sources.push({ from: speaker.from, to: speaker.to, kind: 'audience' })
  }
}

/** The verb of a cue with which somebody is told: "was [warned] by her landlord". */
function verbIn(context: Context, { from, to, verb }: TokenSpan & { verb: number }): number {
  for (let i = from; i < to; i++) if (isToldVerb(context, i)) return i
  return verb
}

const TO_WHOM = /^(?:to|at|against|towards?)$/

/** "A text to Ms Pell from her boss read": she is who got it; it is from her boss, or said by the text. */
function toWhom(context: Context, draft: Draft): void {
  const { tokens } = context
  const { cue, speaker } = draft
  if (!cue || !speaker || speaker.to > cue.from) return
  const start = tokens.starts[sentenceOf(context, cue.verb)] as number
  let to = speaker.from - 1
  if (to > start && speaker.head > speaker.from)
    for (let i = speaker.head; i > speaker.from; i--) if (TO_WHOM.test(tokens.lower[i] as string)) to = i
  if (to <= start || !TO_WHOM.test(tokens.lower[to] as string) || !isNominal(tokens.tag[to - 1])) return
  const phrase = phraseOf(tokens, to - 1)
  draft.sources.push({ from: speaker.from, to: speaker.to, kind: 'audience' })
  for (let i = to + 1; i < cue.from; i++) {
    const sender = tokens.lower[i] === 'from' || tokens.lower[i] === 'by' ? speakerFrom(context, i + 1, cue.from) : null
    if (sender) {
      draft.speaker = sender
      return
    }
  }
  draft.speaker = { from: phrase.from, to, head: to - 1 }
}

const isNominal = (tag: number | undefined) => tag === NOUN || tag === PROPN

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
