/** Who stands right before the verb said it: what the weighing gives to somebody further off is set right here. */
import type { Context } from '../tagging/context.ts'
import { phraseOf, type Segment } from '../tagging/spans.ts'
import { ADP, AUX, PRON, PROPN, VERB } from '../tokens.ts'
import { type Draft, isWord, sentenceOf, some } from './draft.ts'
import { passiveBefore } from './hearers.ts'

export function subjectsSpeak(context: Context, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    turnRound(context, draft)
    nearestSubject(context, draft)
  }
}

const PERSON = /^(?:he|she|they|we|i)$/

/** "…, while Pat Moss calls the plan “a gift”": Moss calls it so, whoever is named before. */
function nearestSubject(context: Context, draft: Draft): void {
  const { tokens, cue: cues } = context
  const { cue, speaker } = draft
  if (!cue || !speaker || speaker.to > cue.from || cues[cue.verb] !== 2 || passiveBefore(context, cue.verb)) return
  const start = tokens.starts[sentenceOf(context, cue.verb)] as number
  let head = cue.verb - 1
  while (
    head > start &&
    (tokens.tag[head] === AUX || /ly$|^(?:also|then|later|not|never|n[’']t)$/.test(tokens.lower[head] as string))
  )
    head--
  if (head < speaker.to || context.quotation[head] !== context.quotation[cue.verb]) return
  const isName = tokens.tag[head] === PROPN && /^\p{Lu}/u.test(tokens.word[head] as string)
  if (!isName && !(tokens.tag[head] === PRON && PERSON.test(tokens.lower[head] as string))) return
  const phrase = phraseOf(tokens, head)
  const before = tokens.lower[phrase.from - 1] as string
  // "a lawyer for Ann Lee said": she is not who speaks.
  if (
    phrase.from <= speaker.to ||
    tokens.tag[phrase.from - 1] === ADP ||
    !/^(?:,|and|but|while|as|when|because|although|though|whereas|;|:|–|—|that)$/.test(before)
  )
    return
  // "Lee, the clerk, said" has its name before the comma.
  if (before === ',' && isApposition(context, speaker.to, phrase.from)) return
  draft.speaker = { from: phrase.from, to: Math.min(phrase.to, cue.from), head }
}

/** Whether no verb stands between two tokens: what is told between commas. */
const isApposition = (context: Context, from: number, to: number): boolean =>
  !some({ from, to }, (i) => context.tokens.tag[i] === VERB || context.tokens.tag[i] === AUX)

/** "Dunn, 44, denies harassment": nobody is called harassment, and Dunn is not what is denied. */
function turnRound(context: Context, draft: Draft): void {
  const { tokens, quotation, cue: cues } = context
  const { cue, speaker, content } = draft
  const piece = content[0] as Segment
  if (!cue || !speaker || content.length !== 1 || speaker.from < cue.to || piece.to > cue.from || cues[cue.verb] !== 2)
    return
  if (some(piece, (i) => tokens.tag[i] === VERB || tokens.tag[i] === AUX || quotation[i] !== 0)) return
  if (!/^\p{Ll}/u.test(tokens.word[speaker.head] as string) || !some(piece, (i) => tokens.tag[i] === PROPN)) return
  let head = piece.from
  while (head + 1 < piece.to && tokens.tag[head + 1] === PROPN) head++
  draft.speaker = { from: piece.from, to: piece.to, head }
  draft.content = [{ from: speaker.from, to: speaker.to, direct: false }]
  if (!isWord(context, piece.from)) draft.speaker.from++
}
