/** What was tagged and is no statement. */
import { stemOf } from '../cues.ts'
import type { Context } from '../tagging/context.ts'
import { PROPN, VERB } from '../tokens.ts'
import { type Draft, some } from './draft.ts'
import { ACCUSES, GREETS } from './verbs.ts'

export const leaveOut = (context: Context, drafts: readonly Draft[]): Draft[] =>
  drafts.filter(
    (one) =>
      !greets(context, one) && !isFarFetched(context, one) && !isPassive(context, one) && !isCondition(context, one),
  )

function greets(context: Context, { cue, content }: Draft): boolean {
  const { tokens, quotation } = context
  const first = content[0]
  if (!cue || !first || !GREETS.has(stemOf(tokens.lower[cue.verb] as string))) return false
  return tokens.tag[first.from] === PROPN && !some(first, (i) => (quotation[i] as number) > 0)
}

/**
 * Words without quotation marks that nothing attributes; and "amid mounting
 * concern about the war" with a speaker found elsewhere: a noun attributes only
 * to who stands beside it.
 */
function isFarFetched({ tokens, cue: cues, quotation }: Context, { cue, speaker, content }: Draft): boolean {
  if (content.some((piece) => some(piece, (i) => (quotation[i] as number) > 0))) return false
  if (!cue) return true
  // "mounting concern" has no verb in it, nor has "Miss", whatever the tags.
  const isVerb = (i: number) =>
    cues[i] === 2 ||
    (tokens.tag[i] === VERB && /^\p{Ll}.*(?<!ing)$/u.test(tokens.word[i] as string)) ||
    !/\p{L}/u.test(tokens.word[i] as string)
  if (some(cue, isVerb)) return false
  if (!some(cue, (i) => (cues[i] as number) > 0)) return true
  return !speaker || speaker.to <= cue.from - 3 || speaker.from > cue.to + 2
}

/** "was accused by the Crown of …" is read by rule (plain-reports.ts). */
function isPassive({ tokens }: Context, { cue }: Draft): boolean {
  return cue !== null && ACCUSES.has(stemOf(tokens.lower[cue.verb] as string)) && tokens.lower[cue.verb + 1] === 'by'
}

/** "asked not to be named" is a condition (sources.ts), not what was said. */
function isCondition({ tokens }: Context, { content }: Draft): boolean {
  const first = content[0]
  if (content.length !== 1 || !first || first.to - first.from > 5) return false
  return /^(?:not )?to (?:be (?:named|identified)|remain anonymous)$/.test(
    tokens.lower.slice(first.from, first.to).join(' '),
  )
}
