/**
 * Interviews and transcripts, in which each paragraph begins with who speaks: "Q:" and "A:", "HOLT:", "Holt –". What
 * stands behind the label is theirs, to the next one.
 */
import type { NameIndex } from '../names/index.ts'
import { firstMentionsBefore } from '../names/index.ts'
import type { ReadingBlock } from '../reading.ts'
import type { Context } from '../tagging/context.ts'
import { afterOpening, LEAD_COLON, LEAD_NAME } from '../tagging/leads.ts'
import { headOfPhrase, type Segment, type TokenSpan } from '../tagging/spans.ts'
import { ADJ, DET, NOUN, NUM, PART } from '../tokens.ts'
import { attributedBehind } from './beside.ts'
import { type Draft, isWord } from './draft.ts'

interface Label extends TokenSpan {
  /** First token of its paragraph, the mark after it, and where the words begin. */
  paragraph: number
  mark: number
  begin: number
  kind: 'question' | 'answer' | 'colon' | 'dash'
  key: string
}

/** Fewer tokens than this are no answer. */
const SHORTEST = 2
const DASH = /^(?:[–—]|-{1,3})$/
const MOST_NAME_WORDS = 5

/** The statements of a text's labelled paragraphs, and those paragraphs' first tokens; both empty where it is no interview. */
export function interviewIn(
  context: Context,
  blocks: readonly ReadingBlock[],
  names: NameIndex,
): { drafts: Draft[]; paragraphs: Set<number> } {
  const labels = labelsOf(context)
  const facts = factsOf(labels)
  const spoken = labels.filter((label) => isSpoken(label, facts, context))
  if (spoken.length === 0) return { drafts: [], paragraphs: new Set() }
  const answers = spoken.some(({ kind }) => kind === 'answer')
  const asked = answers ? intervieweeOf(context, blocks, names, spoken[0] as Label) : null
  const drafts: Draft[] = []
  const paragraphs = new Set<number>()
  for (const [k, label] of spoken.entries()) {
    const content = contentOf(context, label, spoken[k + 1], paragraphs)
    if (label.kind === 'question' || content.length === 0) continue
    const { from, to } = label
    const speaker = label.kind === 'answer' ? asked : { from, to, head: headOfPhrase(context.tokens, label) }
    drafts.push({ content, cue: { from: label.mark, to: label.mark + 1, verb: label.mark }, speaker, sources: [] })
  }
  return { drafts, paragraphs }
}

function labelsOf(context: Context): Label[] {
  const { tokens } = context
  const found: Label[] = []
  for (let start = 0; start < tokens.count; start = (context.paragraphEnd[start] as number) + 1) {
    const end = (context.paragraphEnd[start] as number) + 1
    const label = labelAt(context, start, end)
    if (label) found.push(label)
  }
  return found
}

function labelAt(context: Context, start: number, end: number): Label | null {
  const { tokens, lead } = context
  const { word, lower } = tokens
  let first = start
  if (lead[first] !== LEAD_NAME)
    first = lead[afterOpening(tokens, start, end)] === LEAD_NAME ? afterOpening(tokens, start, end) : start
  const asked = /^(q|a|question|answer)\d{0,2}(\.?)$/.exec(lower[first] as string)
  if (asked && /^\p{Lu}/u.test(word[first] as string)) {
    const marked = /^[:.)|]$/.test(word[first + 1] ?? '') || DASH.test(word[first + 1] ?? '')
    if (!marked && asked[2] === '') return null
    const mark = marked ? first + 1 : first
    if (mark + 1 >= end) return null
    const kind = (asked[1] as string).startsWith('q') ? 'question' : 'answer'
    return { from: first, to: first + 1, paragraph: start, mark, begin: mark + 1, kind, key: kind }
  }
  if (lead[first] === LEAD_NAME) {
    let colon = first
    while (lead[colon] === LEAD_NAME) colon++
    if (lead[colon] !== LEAD_COLON || colon + 1 >= end) return null
    const key = lower.slice(first, colon).join(' ')
    return { from: first, to: colon, paragraph: start, mark: colon, begin: colon + 1, kind: 'colon', key }
  }
  // "Holt – Because …"
  let at = start
  while (at < Math.min(end - 1, start + MOST_NAME_WORDS) && /^\p{Lu}/u.test(word[at] as string)) at++
  const spaced = (i: number) => (tokens.from[i] as number) > (tokens.to[i - 1] as number)
  if (at === start || at + 1 >= end || !DASH.test(word[at] as string) || !spaced(at) || !spaced(at + 1)) return null
  const key = lower.slice(start, at).join(' ')
  return { from: start, to: at, paragraph: start, mark: at, begin: at + 1, kind: 'dash', key }
}

interface Facts {
  /** How often each label stands. */
  times: Map<string, number>
  /** Whether there are questions with answers. */
  asked: boolean
  /** Paragraphs with a name and a dash, where two names or more come again. */
  dashes: number
}

function factsOf(labels: readonly Label[]): Facts {
  const times = new Map<string, number>()
  for (const { key } of labels) times.set(key, (times.get(key) ?? 0) + 1)
  const has = (kind: Label['kind']) => labels.some((one) => one.kind === kind)
  const again = labels.filter(({ kind, key }) => kind === 'dash' && (times.get(key) ?? 0) > 1)
  const several = new Set(again.map(({ key }) => key)).size > 1
  return { times, asked: has('question') && has('answer'), dashes: several ? again.length : 0 }
}

/** Whether a label is one of somebody who speaks: questions with answers, capitals, or labels that come again. */
function isSpoken(label: Label, { times, asked, dashes }: Facts, context: Context): boolean {
  const { key, kind } = label
  if (kind === 'question' || kind === 'answer') return asked
  if (NO_SPEAKERS.has(key.split(' ')[0] as string)) return false
  const again = (times.get(key) ?? 0) > 1
  if (kind === 'dash') return again && dashes > 3
  return (again || isShouted(context, label)) && !isHeading(context, label)
}

/** "ANALYST’S TAKE: “…,” Omar Sand said": what follows is attributed to another behind it. */
function isHeading(context: Context, { begin }: Label): boolean {
  const quotation = context.quotation[begin] as number
  return quotation > 0 && context.opens[quotation] === begin && attributedBehind(context, quotation) !== null
}

/** "MR. DALE", "THE WITNESS": all in capitals, a word of three letters among them. */
function isShouted({ tokens }: Context, { from, to }: Label): boolean {
  let long = false
  for (let i = from; i < to; i++) {
    const word = tokens.word[i] as string
    if (/\p{Ll}/u.test(word) && !/^['’]s$/.test(word)) return false
    if (/^\p{Lu}[\p{Lu}’'.-]{2,}$/u.test(word)) long = true
  }
  return long
}

/** Labels under which nobody speaks. */
const NO_SPEAKERS = new Set(
  'update updated correction clarification note editor breaking exclusive watch video photo photos related more read transcript opinion analysis where when what who why how venue date time price tickets address phone email weather result results score scores attendance referee'.split(
    ' ',
  ),
)

/** What stands behind a label, up to the next one: later paragraphs only where there is a next one. */
function contentOf(context: Context, label: Label, next: Label | undefined, paragraphs: Set<number>): Segment[] {
  const { tokens, quotation } = context
  const content: Segment[] = []
  const limit = next ? next.paragraph : (context.paragraphEnd[label.paragraph] as number) + 1
  for (let start = label.begin; start < limit; ) {
    const end = (context.paragraphEnd[start] as number) + 1
    paragraphs.add(context.paragraphStart[start] as number)
    let [from, to] = [start, end]
    while (from < to && !isWord(context, from) && quotation[from] === 0) from++
    while (to > from && !isWord(context, to - 1) && quotation[to - 1] === 0) to--
    if (to - from >= SHORTEST || (content.length === 0 && to > from))
      content.push({ from, to, direct: (quotation[from] as number) > 0 && quotation[from] === quotation[to - 1] })
    start = end
  }
  return tokens.count > 0 ? content : []
}

/** Verbs with which a story introduces whom it asked, and what stands before the name of one who was. */
const SPEAKS =
  /^(?:spoke|speaks|talks|talked|told|tells|sat|sits|answers|answered|explains|explained|discusses|discussed|joined|joins|reflects|opens|gave|says|said)$/
const ASKED = /^(?:to|with|interviewed|met|meets|asked|asks|from|interviews|questioned)$/

const NOMINAL = new Set([ADJ, DET, NOUN, NUM, PART])

/** Who answers: the one person named before the first question, or the one of them that speaks; else nobody. */
function intervieweeOf(
  { tokens, paragraphStart, paragraphEnd }: Context,
  blocks: readonly ReadingBlock[],
  names: NameIndex,
  first: Label,
): (TokenSpan & { head: number }) | null {
  const before = tokens.paragraph[first.from] as number
  const people = firstMentionsBefore(
    names,
    blocks.slice(0, before).map(({ id }) => id),
  )
  const spans = people.flatMap(({ block, from, to }) => {
    const paragraph = blocks.findIndex(({ id }) => id === block)
    let start = 0
    while (start < tokens.count && (tokens.paragraph[start] as number) < paragraph)
      start = (paragraphEnd[start] as number) + 1
    let i = start
    while (i < tokens.count && tokens.paragraph[i] === paragraph && (tokens.from[i] as number) < from) i++
    let end = i
    while (end < tokens.count && tokens.paragraph[end] === paragraph && (tokens.from[end] as number) < to) end++
    return end > i ? [{ from: i, to: end, head: end - 1 }] : []
  })
  if (spans.length < 2) return spans[0] ?? null
  const asked = spans.filter((span) => {
    let at = span.from - 1
    while (at > span.from - 5 && at >= 0 && NOMINAL.has(tokens.tag[at] as number)) at--
    if (ASKED.test(tokens.lower[at] ?? '')) return true
    const limit = Math.min((paragraphEnd[span.from] as number) + 1, span.to + 12)
    for (let i = span.to; i < limit && tokens.sentence[i] === tokens.sentence[span.from]; i++)
      if (SPEAKS.test(tokens.lower[i] as string)) return paragraphStart[i] === paragraphStart[span.from]
    return false
  })
  return asked.length === 1 ? (asked[0] as TokenSpan & { head: number }) : null
}
