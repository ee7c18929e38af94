/** Who a speaker is: the phrase without what is told of them, and whether it is several people or a body of them. */
import type { Name } from '../reading.ts'
import type { Context } from '../tagging/context.ts'
import type { TokenSpan } from '../tagging/spans.ts'
import { NOUN, PROPN } from '../tokens.ts'

const BODIES = new Set(
  'police government council court jury board committee commission ministry department administration agency office company firm club union party team campaign coalition family staff public crowd gallery majority half panel group army military press media congress parliament senate house cabinet opposition church school university hospital authority force bank association federation society people everyone nobody others both many some most several they we all few public crown'.split(
    ' ',
  ),
)
const SINGULAR_S =
  /(?:ss|us|is|ics|news|lens|james|thomas|chris|jones|williams|harris|lewis|davis|evans|adams|hughes|phillips|roberts)$/

const TELLS = new Set(['who', 'which', 'whose', 'whom', 'where'])

/** What says when, at the end of a phrase: "officials *in recent weeks*". */
const WHEN =
  /^(?:in|on|over|during|for|since) (?:(?:recent|the (?:last|past|coming)|early|late|mid|\d{4})\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)/

/** "Rao, who leads the opposition," is Rao: a clause about a speaker is no part of it, nor is when they spoke, nor are marks at its ends. */
export function plainSpeaker<T extends TokenSpan & { head: number }>(context: Context, speaker: T): T {
  const { tokens } = context
  let { from, to } = speaker
  for (let i = Math.max(from, speaker.head) + 1; i < to; i++) {
    if (TELLS.has(tokens.lower[i] as string) || WHEN.test(tokens.lower.slice(i, i + 3).join(' '))) to = i
  }
  ;[from, to] = withoutVerb(context, from, to, speaker.head)
  to = overApposition(tokens, to, speaker.head)
  const isMark = (i: number) => /^[,;:(“"‘—–-]$/.test(tokens.word[i] as string)
  while (to - 1 > speaker.head && isMark(to - 1)) to--
  while (from < speaker.head && isMark(from)) from++
  return { ...speaker, from, to }
}

/** "alleged Ms Devi", "researchers report": a verb that was taken for a word of the name. */
function withoutVerb({ tokens, cue }: Context, from: number, to: number, head: number): [number, number] {
  const isVerb = (i: number) => (cue[i] as number) > 0 && /^\p{Ll}/u.test(tokens.word[i] as string)
  const first =
    to - from > 1 &&
    isVerb(from) &&
    /(?:ed|s)$/.test(tokens.word[from] as string) &&
    /^\p{Lu}/u.test(tokens.word[from + 1] as string)
  const last =
    to - from > 1 &&
    head === to - 1 &&
    isVerb(head) &&
    tokens.tag[head - 1] === NOUN &&
    /s$/.test(tokens.word[head - 1] as string)
  return [first ? from + 1 : from, last ? to - 1 : to]
}

/** "the firm's lawyer, Ann Porter, said": the name between the commas, or at the end, is the speaker's. */
function overApposition({ tag, lower, word, count }: Context['tokens'], to: number, head: number): number {
  if (lower[to] !== ',' || tag[head] !== NOUN || !/^\p{Ll}/u.test(word[head] as string)) return to
  let end = to + 1
  while (end - to <= 5 && tag[end] === PROPN) end++
  return end > to + 1 && (end >= count || /^[,.;:—–]$/.test(lower[end] as string)) ? end : to
}

export function isCollective(
  { tokens }: Context,
  { from, to, head }: TokenSpan & { head: number },
  name: Name | null,
): boolean {
  if (name) return name.kind !== 'person'
  const word = tokens.lower[head] as string
  if (BODIES.has(word)) return true
  const isPlural = word.length > 3 && word.endsWith('s') && !SINGULAR_S.test(word)
  // A capital may only be that of the sentence's first word.
  if (
    isPlural &&
    (tokens.tag[head] === NOUN || (head === from && tokens.starts[tokens.sentence[head] as number] === head))
  )
    return true
  // "Smith and Jones"
  for (let i = from + 1; i < to - 1; i++) {
    if (tokens.lower[i] === 'and' && tokens.tag[i - 1] === PROPN && tokens.tag[i + 1] === PROPN) return true
    if (tokens.lower[i] === ',') break
  }
  return false
}
