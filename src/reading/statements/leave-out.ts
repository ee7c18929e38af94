/** What was tagged and is no statement. */
import { stemOf } from '../cues.ts'
import type { Context } from '../tagging/context.ts'
import type { Segment } from '../tagging/spans.ts'
import { PROPN, VERB } from '../tokens.ts'
import { beginsClause, endsSpoken } from './beside.ts'
import { type Draft, isWord, some } from './draft.ts'
import { ACCUSES, GREETS, UTTERS } from './verbs.ts'

export const leaveOut = (context: Context, drafts: readonly Draft[]): Draft[] =>
  drafts
    .flatMap((one) => (one.cue ? [one] : quotationsOf(context, one)))
    .filter(
      (one) =>
        !isUnsaid(context, one) &&
        !greets(context, one) &&
        !isFarFetched(context, one) &&
        !isPassive(context, one) &&
        !isCondition(context, one),
    )

/** The fewest words between marks that nothing attributes and that are said all the same. */
const SAID = 7

/**
 * Words that nothing attributes are somebody's only between quotation marks, and there only where they sound said:
 * a “ghost bus”, “Little Havana” and “Bleak House” are scare quotes, names and titles.
 */
function quotationsOf(context: Context, draft: Draft): Draft[] {
  const { tokens, quotation, opens, closes } = context
  const content: Segment[] = []
  // Each quotation is looked at once, however many of its words the draft has.
  const seen = new Set<number>([0])
  for (const { from, to } of draft.content) {
    for (let i = from; i < to; i++) {
      const number = quotation[i] as number
      if (seen.has(number)) continue
      seen.add(number)
      const [open, close] = [opens[number] as number, closes[number] as number]
      const ends = /^(?:[.?!…,]|\.{3,})$/.test(tokens.word[close - 1] as string) || endsSpoken(context, number)
      const begins = open === context.paragraphStart[open] || /^[:,]$/.test(tokens.word[open - 1] as string)
      let words = 0
      for (let k = open; k < close && words < SAID; k++) if (isWord(context, k)) words++
      if (words >= SAID || (ends && (begins || beginsClause(context, number))))
        content.push({ from: open, to: close + 1, direct: true })
    }
  }
  return content.length > 0 ? [{ ...draft, content }] : []
}

/** What is reported without a verb that says anything is kept only where it is likelier than this. */
const LIKELY = 0.75

/** Plans, votes, knowledge and deeds, which nobody said: "the firm plans to …", "she is considering …". */
function isUnsaid(context: Context, { cue, content, likely = 1, sure }: Draft): boolean {
  const { tokens, quotation } = context
  if (!cue || sure || likely >= LIKELY) return false
  if (content.some((piece) => some(piece, (i) => (quotation[i] as number) > 0))) return false
  return !some(cue, (i) => UTTERS.has(stemOf(tokens.lower[i] as string)))
}

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
function isFarFetched({ tokens, cue: cues, quotation }: Context, { cue, speaker, content, sure }: Draft): boolean {
  if (sure) return false
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
function isPassive({ tokens }: Context, { cue, sure }: Draft): boolean {
  return (
    !sure &&
    cue !== null &&
    ACCUSES.has(stemOf(tokens.lower[cue.verb] as string)) &&
    tokens.lower[cue.verb + 1] === 'by'
  )
}

/** "asked not to be named" is a condition (sources.ts), not what was said. */
function isCondition({ tokens }: Context, { content }: Draft): boolean {
  const first = content[0]
  if (content.length !== 1 || !first || first.to - first.from > 5) return false
  return /^(?:not )?to (?:be (?:named|identified)|remain anonymous)$/.test(
    tokens.lower.slice(first.from, first.to).join(' '),
  )
}
