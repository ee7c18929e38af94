/**
 * Statements that are plain enough for a rule where the tagger saw nothing: a
 * verb that says and what was said, "was accused by …",
 * a paragraph that is a quotation and no more.
 */
import { stemOf } from '../cues.ts'
import type { Context } from '../tagging/context.ts'
import { headOfPhrase, phraseOf } from '../tagging/spans.ts'
import { ADP, AUX, DET, VERB } from '../tokens.ts'
import { isClause, subjectOf, thatAfter } from './clauses.ts'
import { type Draft, isWord } from './draft.ts'
import { freeUpTo, type Used, use } from './used.ts'
import { ACCUSES, SAYS, SAYS_THAT } from './verbs.ts'

/** Fewer tokens than this are no report. */
const SHORTEST = 4

export function plainReports(context: Context, used: Used): Draft[] {
  const { tokens } = context
  const found: Draft[] = []
  const add = (draft: Draft | null) => {
    if (!draft) return
    found.push(draft)
    for (const span of draft.content) use(used, span)
    if (draft.cue) use(used, draft.cue)
  }
  for (let start = 0; start < tokens.count; start = (context.paragraphEnd[start] as number) + 1) {
    const end = (context.paragraphEnd[start] as number) + 1
    if (freeUpTo(used, start, end) < end) continue
    add(bareQuotation(context, start, end))
  }
  for (let sentence = 0; sentence + 1 < tokens.starts.length; sentence++) {
    const start = tokens.starts[sentence] as number
    const end = tokens.starts[sentence + 1] as number
    for (let verb = start + 1; verb < end - 3; verb++) {
      if (used[verb] === 0) add(report(context, { start, end, verb }, used))
    }
  }
  return found
}

interface At {
  /** Of its sentence. */
  start: number
  end: number
  verb: number
}

function report(context: Context, at: At, used: Used): Draft | null {
  const { tokens } = context
  const { start, end, verb } = at
  const stem = stemOf(tokens.lower[verb] as string)
  if (context.quotation[verb] !== 0) return null
  if (ACCUSES.has(stem)) return accusedBy(context, at, used)
  if (!SAYS_THAT.has(stem)) return null
  // "alleged that" may be taken for an adjective; "state" and "report" are nouns as well.
  if (tokens.tag[verb] !== VERB && !(tokens.lower[verb] as string).endsWith('ed')) return null
  const that = thatAfter(context, verb, end)
  const from = that > 0 ? that : SAYS.has(stem) && isClause(context, verb + 1, end) ? verb + 1 : -1
  const head = from < 0 ? -1 : subjectOf(context, start, verb)
  if (head < 0) return null
  let to = freeUpTo(used, from, end)
  // Up to the next statement, without the words that lead to it.
  while (to > from && (!isWord(context, to - 1) || (to < end && LEADS_ON.has(tokens.lower[to - 1] as string)))) to--
  // "that Bell had been [told by her brother: …]": cut off in the middle, it says nothing.
  const last = tokens.tag[to - 1]
  if (to - from < SHORTEST || (to < end && (last === AUX || last === ADP || last === DET))) return null
  const speaker = { ...phraseOf(tokens, head), head }
  return { content: [{ from, to, direct: false }], cue: { from: verb, to: verb + 1, verb }, speaker, sources: [] }
}

const LEADS_ON = new Set(['and', 'but', 'he', 'she', 'they', 'also', 'then', 'while'])
/** So many tokens at most name who accuses. */
const LONGEST_ACCUSER = 12

/** "was accused by the Crown of writing cheques": said by the Crown. */
function accusedBy(context: Context, { end, verb }: At, used: Used): Draft | null {
  const { tokens } = context
  const begin = verb + 2
  if (tokens.lower[verb + 1] !== 'by') return null
  const limit = Math.min(end, begin + LONGEST_ACCUSER)
  let of = begin
  while (of < limit && tokens.lower[of] !== 'of' && tokens.lower[of] !== 'for') of++
  if (of >= limit || of === begin) return null
  let to = freeUpTo(used, of + 1, end)
  while (to > of + 1 && !isWord(context, to - 1)) to--
  if (to - of < SHORTEST) return null
  const speaker = { from: begin, to: of, head: headOfPhrase(tokens, { from: begin, to: of }) }
  return {
    content: [{ from: of + 1, to, direct: false }],
    cue: { from: verb, to: verb + 1, verb },
    speaker,
    sources: [],
  }
}

/** A paragraph that is one quotation: whoever was speaking goes on (runs.ts). */
function bareQuotation(context: Context, start: number, end: number): Draft | null {
  const { quotation, opens, closes } = context
  const number = quotation[start] as number
  if (number === 0 || opens[number] !== start || (closes[number] as number) < end - 1 || end - start < SHORTEST + 2)
    return null
  return { content: [{ from: start, to: end, direct: true }], cue: null, speaker: null, sources: [] }
}
