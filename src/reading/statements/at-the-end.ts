/** Sentences of somebody's words without marks that end with who said them: "The bridge is safe, said Ann Lee of the board." */
import { stemOf } from '../cues.ts'
import type { Context } from '../tagging/context.ts'
import type { TokenSpan } from '../tagging/spans.ts'
import { type Beside, isSaying, NEAR, namedThenVerb } from './beside.ts'
import { isWord } from './draft.ts'
import { speakerFrom } from './phrases.ts'
import { SAYS } from './verbs.ts'

/** The attribution that ends a sentence, and the comma before it; null where it has none. */
export function attributedAtEnd(context: Context, start: number, end: number): (Beside & { comma: number }) | null {
  const { tokens, quotation } = context
  for (let comma = end - 2; comma > Math.max(start, end - 3 * NEAR); comma--) {
    if (tokens.lower[comma] !== ',' || quotation[comma] !== 0) continue
    const verb = comma + 1
    const source =
      tokens.lower[verb] === 'according' && tokens.lower[verb + 1] === 'to' ? speakerFrom(context, verb + 2, end) : null
    if (source)
      return endsThere(context, source.to, end)
        ? { cue: { from: verb, to: verb + 2, verb }, speaker: source, comma }
        : null
    const plain =
      isSaying(context, verb) &&
      SAYS.has(stemOf(tokens.lower[verb] as string)) &&
      /(?:ed|s|said|told|wrote)$/.test(tokens.lower[verb] as string)
    const named = plain ? speakerFrom(context, verb + 1, end) : null
    if (named && endsThere(context, named.to, end))
      return { cue: { from: verb, to: verb + 1, verb }, speaker: named, comma }
    const other = namedThenVerb(context, comma + 1, end)
    if (other?.cue && other.speaker && closesSentence(context, other.cue, end)) return { ...other, comma }
  }
  return null
}

/** "the company said." · "told councillors on Monday." */
function closesSentence(context: Context, { to, verb }: TokenSpan & { verb: number }, end: number): boolean {
  const stem = stemOf(context.tokens.lower[verb] as string)
  if (stem !== 'tell')
    return SAYS.has(stem) && (isEnd(context, to, end) || WHEN.test(context.tokens.lower[to] as string))
  const told = speakerFrom(context, to, end)
  return told !== null && endsThere(context, told.to, end)
}

const WHEN = /^(?:on|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/
const isEnd = (context: Context, at: number, end: number) => {
  for (let i = at; i < end; i++) if (isWord(context, i)) return false
  return true
}
/** Behind a speaker: the end, what is told of them, or when and where they spoke. */
const endsThere = (context: Context, at: number, end: number) =>
  isEnd(context, at, end) ||
  /^(?:,|who|in|on|at|after|during|as|when|from|last|this|yesterday|today|earlier|later|whose|\()$/.test(
    context.tokens.lower[at] as string,
  )
