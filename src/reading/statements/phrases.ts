/** Noun phrases as rules read them: who is named from a token on. All look at a few tokens only. */
import type { Context } from '../tagging/context.ts'
import { headOfPhrase, type TokenSpan } from '../tagging/spans.ts'
import { ADJ, ADP, ADV, DET, NOUN, NUM, PART, PRON, PROPN } from '../tokens.ts'
import { isWord, paragraphOf } from './draft.ts'

/** So many tokens at most make a phrase. */
const LONGEST = 24
const OF = new Set(['of', 'from', 'by', 'for', 'at', 'in', 'with'])
/** What a speaker's phrase goes on with: "the mayor *of* Leeds", "a clerk *at* the mill". */
const WHOSE = new Set(['of', 'for', 'at'])

/** The noun phrase that begins at `from`, with what "of" or "from" adds to it; null where none begins there. */
export function phraseFrom(context: Context, from: number, end: number, goesOn = OF): TokenSpan | null {
  const { tokens } = context
  let to = from
  let hasNoun = false
  while (to < end && to - from < LONGEST && paragraphOf(context, to) === paragraphOf(context, from)) {
    const tag = tokens.tag[to] as number
    const word = tokens.lower[to] as string
    if (tag === NOUN || tag === PROPN || (tag === PRON && to === from)) hasNoun = true
    else if (tag === DET || tag === ADJ || tag === NUM || tag === PART || tag === PRON || (tag === ADV && !hasNoun)) {
      if (hasNoun && (tag === DET || tag === PRON) && !goesOn.has(tokens.lower[to - 1] ?? '')) break
    } else if (tag === ADP && hasNoun && goesOn.has(word) && to + 1 < end && mayGoOn(tokens.tag[to + 1] as number)) {
      // "a readout from China's Foreign Ministry": it goes on.
    } else if (
      (word === '-' || word === '&' || word === '/' || word === '’' || word === "'") &&
      isWord(context, to + 1)
    ) {
      // "e-mail", "AT&T".
    } else break
    to++
  }
  return hasNoun ? { from, to } : null
}

const mayGoOn = (tag: number): boolean =>
  tag === DET || tag === NOUN || tag === PROPN || tag === ADJ || tag === PRON || tag === NUM

const PERSONAL = /^(?:he|she|they|we|i|it|you|who|everyone|nobody|someone|somebody|one|others|many|some|both)$/
const TITLE_END = /^(?:mr|mrs|ms|mx|dr|prof|rev|fr|sgt|capt|col|gen|lt|sen|rep|gov|cllr|supt|insp|det|st)\.?$/

/** Who speaks, from `from` on: a pronoun, a name, "a spokesman for the mill"; null where nobody begins there. */
export function speakerFrom(context: Context, from: number, end: number): (TokenSpan & { head: number }) | null {
  const { tokens } = context
  if (from >= end) return null
  if (PERSONAL.test(tokens.lower[from] as string) && !isNominal(tokens.tag[from + 1]))
    return { from, to: from + 1, head: from }
  const first = tokens.word[from] as string
  const begins =
    isNominal(tokens.tag[from]) ||
    isAround(tokens.tag[from]) ||
    /^\p{Lu}/u.test(first) ||
    TITLE_END.test(tokens.lower[from] as string)
  if (!begins || context.quotation[from] !== 0) return null
  let to = from
  let noun = false
  while (to < end && to - from < LONGEST && context.quotation[to] === 0) {
    const [tag, word] = [tokens.tag[to] as number, tokens.word[to] as string]
    const isName = /^\p{Lu}/u.test(word) || PARTICLES.has(tokens.lower[to] as string)
    const owned = to > from && OWNER.test(tokens.lower[to - 1] as string) && isWord(context, to)
    if (tag === NOUN || isName || owned) noun = true
    else if (noun && WHOSE.has(tokens.lower[to] as string) && to + 1 < end && mayGoOn(tokens.tag[to + 1] as number)) {
      // "the mayor of Leeds"
    } else if (tag === DET || tag === PRON) {
      if (noun && !WHOSE.has(tokens.lower[to - 1] as string)) break
      if (tag === PRON && !/^(?:his|her|its|their|my|our|your)$/.test(tokens.lower[to] as string)) break
    } else if (!isAround(tag) && !/^['’]s?$/.test(word) && !(/^[-&/]$/.test(word) && isWord(context, to + 1))) break
    to++
  }
  while (to > from && !isWord(context, to - 1)) to--
  if (!noun || to === from) return null
  return { from, to, head: headOfPhrase(tokens, { from, to }) }
}

/** What a noun follows, whatever the tags. */
const OWNER = /^(?:['’]s?|his|her|its|their|my|our|your|the|a|an)$/
const PARTICLES = new Set('van von der den de del della di da dos du la le al el bin ibn ben ter y'.split(' '))
const isNominal = (tag: number | undefined) => tag === NOUN || tag === PROPN
const isAround = (tag: number | undefined) => tag === DET || tag === ADJ || tag === NUM || tag === PART || tag === PRON
