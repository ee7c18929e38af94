/**
 * Who is named right beside a quotation: “…,” said Ann Lee · “…,” the clerk, Ann Lee, told us · was told by her
 * brother: “…” · described by critics as “…” · “…” – that was the message posted by his aunt. Constructions so plain
 * that they need not be weighed; where there is none, null.
 */
import { polarityOf } from '../cues.ts'
import type { Context } from '../tagging/context.ts'
import type { TokenSpan } from '../tagging/spans.ts'
import { phraseOf } from '../tagging/spans.ts'
import { ADV, AUX, NOUN, PART, PRON, PROPN, VERB } from '../tokens.ts'
import { subjectOf } from './clauses.ts'
import { type Draft, isWord, sentenceOf } from './draft.ts'
import { isToldVerb, passiveBefore } from './hearers.ts'
import { speakerFrom } from './phrases.ts'

export type Beside = Pick<Draft, 'cue' | 'speaker'> & {
  /** Named as who did it, behind "by". */
  agent?: boolean
}

/** So far on either side of a quotation its attribution is looked for. */
export const NEAR = 12

const COMMA_OR_DASH = /^(?:,|-{1,3}|–|—)$/

/** The end of the sentence in which what follows a quotation stands: "“Really?” Ann said" is cut before Ann. */
function endAfter({ tokens }: Context, close: number): number {
  if (close + 1 >= tokens.count || tokens.paragraph[close + 1] !== tokens.paragraph[close]) return close + 1
  return tokens.starts[(tokens.sentence[close + 1] as number) + 1] as number
}

/** Whether its words end as spoken ones do that are attributed behind them: with "," "?" "!", or "," follows the mark. */
export function endsSpoken({ tokens, closes, closed }: Context, quotation: number): boolean {
  const close = closes[quotation] as number
  if (!closed[quotation]) return false
  return (
    /^(?:[,?!…]|\.{3,})$/.test(tokens.word[close - 1] as string) || COMMA_OR_DASH.test(tokens.word[close + 1] ?? '')
  )
}

/** Whether a quotation begins what is said there, and is no part of somebody else's sentence. */
export function beginsClause(context: Context, quotation: number): boolean {
  const { tokens, opens, lead } = context
  const open = opens[quotation] as number
  return (
    open === 0 ||
    context.paragraphStart[open] === open ||
    !isWord(context, open - 1) ||
    (lead[open] as number) > 0 ||
    tokens.sentence[open] !== tokens.sentence[open - 1]
  )
}

/** The attribution behind a quotation. */
export function attributedBehind(context: Context, quotation: number): Beside | null {
  const { tokens, closes } = context
  const close = closes[quotation] as number
  const end = Math.min(endAfter(context, close), close + 3 * NEAR)
  let at = close + 1
  if (COMMA_OR_DASH.test(tokens.word[at] ?? '')) at++
  if (at >= end || !beginsClause(context, quotation)) return null
  const message = messageBehind(context, at, end)
  if (message) return message
  const put = asPut(context, at, end)
  if (put) return put
  if (!endsSpoken(context, quotation)) return null
  return namedThenVerb(context, at, end) ?? verbThenNamed(context, at, end)
}

/** Whether a token is a verb with which somebody says something. */
export const isSaying = ({ tokens, cue, quotation }: Context, i: number): boolean =>
  quotation[i] === 0 &&
  (cue[i] === 2 ||
    ((cue[i] as number) > 0 && tokens.tag[i] !== NOUN) ||
    ((cue[i] as number) > 0 && /(?:ed|s)$/.test(tokens.lower[i] as string))) &&
  /^\p{Ll}/u.test(tokens.word[i] as string) &&
  tokens.lower[i] !== 'according'

/** "Ann Lee said", "the premier, Joan Dell, has said", "Lee, the clerk, told us". */
export function namedThenVerb(context: Context, at: number, end: number): Beside | null {
  const { tokens } = context
  const named = speakerFrom(context, at, end)
  if (!named) return null
  let verb = named.to
  // What is told of them between commas.
  if (tokens.lower[verb] === ',') {
    let comma = verb + 1
    while (comma < Math.min(end, verb + NEAR) && tokens.lower[comma] !== ',') comma++
    if (tokens.lower[comma] !== ',' || !isVerbAt(context, comma + 1, end)) return null
    verb = comma + 1
  }
  const last = verb + 4
  while (verb < Math.min(end, last) && isBetween(context, verb)) verb++
  if (verb >= end) return null
  // A noun that looks like a verb is a part of the phrase: "police report said".
  const inside = isSaying(context, verb) ? -1 : verbInside(context, named)
  if (inside > 0) {
    const speaker = { from: named.from, to: inside, head: headBefore(context, named.from, inside) }
    return { cue: { from: inside, to: inside + 1, verb: inside }, speaker }
  }
  if (!isSaying(context, verb) && !PHRASAL.has(`${tokens.lower[verb]} ${tokens.lower[verb + 1]}`)) return null
  if (isToldVerb(context, verb) && passiveBefore(context, verb)) return null
  return { cue: { from: verb, to: verb + 1, verb }, speaker: named }
}

const isVerbAt = (context: Context, at: number, end: number) => {
  let i = at
  while (i < Math.min(end, at + 3) && isBetween(context, i)) i++
  return i < end && isSaying(context, i)
}

const isBetween = ({ tokens, cue }: Context, i: number) =>
  cue[i] !== 2 &&
  (tokens.tag[i] === AUX || tokens.tag[i] === ADV || tokens.tag[i] === PART || tokens.lower[i] === 'also')

/** "researchers report": the last word of a phrase, where it is no noun after all. */
function verbInside({ tokens, cue }: Context, { from, to }: TokenSpan): number {
  const last = to - 1
  return last > from && (cue[last] as number) > 0 && /^\p{Ll}/u.test(tokens.word[last] as string) ? last : -1
}

function headBefore({ tokens }: Context, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (tokens.tag[i] === NOUN || tokens.tag[i] === PROPN) return i
  return to - 1
}

/** Verbs of saying that are two words. */
const PHRASAL = new Set(
  'shot back|shoots back|hit back|hits back|fired back|fires back|hit out|hits out|chimed in|chips in|chipped in|cut in|cuts in|broke in|put in|puts in|went on|goes on|spat back|wrote back|called out|blurted out|piped up|spoke up|burst out|came back|threw in'.split(
    '|',
  ),
)
/** Other verbs with which words are uttered, by their form: “…,” grumbled Jo. */
const UTTERED =
  /^(?!(?:was|is|were|are|has|had|does|did)$)\p{Ll}{2,}(?:ed|s)$|^(?:spat|wept|sang|swore|read|ran|went|began|spoke)$/u

/** "said Ann Lee", "shot back Amy", "grumbled the clerk". */
function verbThenNamed(context: Context, at: number, end: number): Beside | null {
  const { tokens } = context
  const phrasal = PHRASAL.has(`${tokens.lower[at]} ${tokens.lower[at + 1]}`)
  let next = at + (phrasal ? 2 : 1)
  const saying = isSaying(context, at)
  if (!phrasal && !saying && !UTTERED.test(tokens.word[at] as string)) return null
  while (next < end && tokens.tag[next] === ADV) next++
  const named = speakerFrom(context, next, end)
  if (!named) return null
  // Without a verb that is known, only a name or "the clerk" right behind it tells.
  const known = saying || phrasal
  if (!known && !(isNameOrThe(context, next) && tokens.tag[at] !== NOUN)) return null
  if (!known && isSaying(context, named.to)) return null
  return { cue: { from: at, to: at + (phrasal ? 2 : 1), verb: at }, speaker: named }
}

const isNameOrThe = ({ tokens }: Context, i: number) =>
  /^\p{Lu}/u.test(tokens.word[i] as string) ||
  /^(?:the|a|an|his|her|their|he|she|they)$/.test(tokens.lower[i] as string)

const MESSAGE = new Set(
  'message messages words verdict view warning post tweet caption comment comments reaction response reply answer plea cry claim promise description conclusion assessment advice question text note tribute statement line'.split(
    ' ',
  ),
)

/** "that was the message posted on Facebook by his aunt", "were the words of the judge", "reads a post by the club". */
function messageBehind(context: Context, at: number, end: number): Beside | null {
  const { tokens } = context
  let i = at
  if (/^(?:that|this|it|so|these|those|such)$/.test(tokens.lower[i] as string)) i++
  if (!/^(?:was|is|were|are|read|reads|ran|runs)$/.test(tokens.lower[i] as string)) return null
  const cue = i
  const stop = Math.min(end, i + NEAR)
  let noun = i + 1
  while (noun < stop && !MESSAGE.has(tokens.lower[noun] as string)) noun++
  if (noun >= stop) return null
  // "was Ann Lee’s verdict"
  for (let k = cue + 1; k < noun; k++) {
    if (!/^['’]s?$/.test(tokens.word[k] as string)) continue
    const named = speakerFrom(context, cue + 1, k)
    return named && { cue: { from: noun, to: noun + 1, verb: noun }, speaker: named }
  }
  for (let k = noun + 1; k < Math.min(end - 1, noun + NEAR); k++) {
    if (!/^(?:by|of|from)$/.test(tokens.lower[k] as string)) continue
    const named = speakerFrom(context, k + 1, end)
    if (!named) continue
    const verb = k > noun + 1 && tokens.tag[noun + 1] === VERB ? noun + 1 : noun
    return { cue: { from: verb, to: verb + 1, verb }, speaker: named }
  }
  return null
}

/** "as its letter put it", "as Ann Lee calls them" */
function asPut(context: Context, at: number, end: number): Beside | null {
  const { tokens } = context
  if (tokens.lower[at] !== 'as') return null
  const named = speakerFrom(context, at + 1, end)
  if (!named || !/^(?:it|him|her|them|this)$/.test(tokens.lower[named.to + 1] ?? '')) return null
  const verb = named.to
  const puts = /^puts?$/.test(tokens.lower[verb] as string) || isSaying(context, verb)
  return puts ? { cue: { from: verb, to: verb + 1, verb }, speaker: named } : null
}

/** What leads from a verb to the words it attributes. */
const LEADS = /^(?:as|of|that|to|about|it|a|an|the|this|,|:|-|–|—|his|her|their|its|them|him|being|for|over)$/

/** The attribution before a quotation, in its sentence: the verb right before it, or before a colon. */
export function attributedBefore(context: Context, quotation: number): Beside | null {
  const { tokens, opens } = context
  const open = opens[quotation] as number
  const start = tokens.starts[sentenceOf(context, open)] as number
  if (open === start || tokens.paragraph[open - 1] !== tokens.paragraph[open]) return null
  const colon = tokens.lower[open - 1] === ':'
  let verb = open - 1
  const limit = Math.max(start, open - NEAR)
  const agent = agentBefore(context, open, limit)
  if (agent) verb = agent.by - 1
  else if (!colon) while (verb > limit && LEADS.test(tokens.lower[verb] as string) && tokens.tag[verb] !== VERB) verb--
  while (verb > limit && !isSaying(context, verb) && (colon || agent || tokens.tag[verb] === ADV)) verb--
  if (verb < limit || !isSaying(context, verb)) return null
  const cue = { from: verb, to: verb + 1, verb }
  if (agent) return { cue, speaker: agent.speaker, agent: true }
  if (isToldVerb(context, verb) && passiveBefore(context, verb)) return { cue, speaker: null }
  const head = subjectOf(context, start, verb)
  if (head < 0) return null
  if (tokens.tag[head] === PRON && !PERSON.test(tokens.lower[head] as string)) return null
  const phrase = phraseOf(tokens, head)
  return { cue, speaker: { from: phrase.from, to: Math.min(phrase.to, verb), head } }
}

const PERSON = /^(?:he|she|they|we|i|who|you|it|everyone|someone|somebody)$/

/** "told by her brother: “…”", "described by China’s envoy as “…”": the agent of a passive, up to the quotation. */
function agentBefore(
  context: Context,
  open: number,
  limit: number,
): { by: number; speaker: TokenSpan & { head: number } } | null {
  const { tokens } = context
  for (let by = open - 2; by > limit; by--) {
    if (tokens.lower[by] !== 'by') continue
    if (!isSaying(context, by - 1) && tokens.tag[by - 1] !== VERB) return null
    const named = speakerFrom(context, by + 1, open)
    if (!named) return null
    // Between them only what leads on, or when and where it was.
    for (let i = named.to; i < open; i++) if (isSaying(context, i)) return null
    return { by, speaker: named }
  }
  return null
}

/** Of a passive whose agent stands behind the quotation: "was branded “a disgrace” by the mayor". */
export function agentBehind(context: Context, quotation: number): Beside | null {
  const { tokens, closes, opens } = context
  const close = closes[quotation] as number
  const end = Math.min(endAfter(context, close), close + 3 * NEAR)
  let verb = (opens[quotation] as number) - 1
  const limit = Math.max(0, verb - 3)
  while (verb > limit && LEADS.test(tokens.lower[verb] as string)) verb--
  if (tokens.lower[close + 1] !== 'by' || polarityOf(tokens.lower[verb] ?? '') === undefined) return null
  if (!passiveBefore(context, verb)) return null
  const named = speakerFrom(context, close + 2, end)
  return named && { cue: { from: verb, to: verb + 1, verb }, speaker: named, agent: true }
}
