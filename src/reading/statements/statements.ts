/** From attributions in tokens to statements in places. */
import { polarityOf } from '../cues.ts'
import { hashOf } from '../hash.ts'
import { type NameIndex, nameAt, withWholeNames } from '../names/index.ts'
import type { Place, Polarity, ReadingBlock, Statement, StatementKind } from '../reading.ts'
import type { Attribution } from '../tagging/attributions.ts'
import type { Context } from '../tagging/context.ts'
import type { Segment, TokenSpan } from '../tagging/spans.ts'
import { byQuotation } from './by-quotation.ts'
import { type Draft, extent, isWord, paragraphOf } from './draft.ts'
import { hearersAreNoSpeakers } from './hearers.ts'
import { interviewIn } from './interviews.ts'
import { mend } from './mend.ts'
import { passOn } from './pass-on.ts'
import { joinRuns } from './runs.ts'
import { findSources } from './sources.ts'
import { isCollective, plainSpeaker } from './speakers.ts'
import { subjectsSpeak } from './subjects.ts'
import { trimmed } from './trim.ts'

/** The statements of a text, in the order of their first words. Paragraph number = block number. */
export function findStatements(
  blocks: readonly ReadingBlock[],
  context: Context,
  attributions: readonly Attribution[],
  names: NameIndex,
): Statement[] {
  const drafts: Draft[] = attributions
    .map((one) => ({ ...one, content: trimmed(context, one.content), sources: [] }))
    .filter(({ content }) => content.length > 0)
    .sort((a, b) => (a.content[0] as Segment).from - (b.content[0] as Segment).from)
  const mended = mend(context, passOn(context, byQuotation(context, drafts)))
  subjectsSpeak(context, mended)
  hearersAreNoSpeakers(context, mended)
  const interview = interviewIn(context, blocks, names)
  const told = mended.filter(
    ({ content }) => !interview.paragraphs.has(context.paragraphStart[(content[0] as Segment).from] as number),
  )
  const all = [...told, ...interview.drafts].sort((a, b) => extent(a).from - extent(b).from)
  const joined = joinRuns(context, all)
  const ids = new Map<string, number>()
  return joined.map((one) => {
    const draft = { ...one, speaker: one.speaker && plainSpeaker(context, one.speaker) }
    return toStatement(blocks, context, { ...draft, sources: findSources(context, draft) }, names, ids)
  })
}

function toStatement(
  blocks: readonly ReadingBlock[],
  context: Context,
  draft: Draft,
  names: NameIndex,
  ids: Map<string, number>,
): Statement {
  const { tokens } = context
  const place = ({ from, to }: TokenSpan): Place => ({
    block: (blocks[paragraphOf(context, from)] as ReadingBlock).id,
    from: tokens.from[from] as number,
    to: tokens.to[to - 1] as number,
  })
  const text = ({ from, to }: TokenSpan) =>
    (blocks[paragraphOf(context, from)] as ReadingBlock).text.slice(tokens.from[from], tokens.to[to - 1])
  const withText = (span: TokenSpan) => ({ ...place(span), text: text(span) })
  const content = draft.content.map(place)
  const { cue, speaker } = draft
  const named = speaker && withWholeNames(names, place(speaker))
  const name = named && nameAt(names, named)
  return {
    id: idOf(content[0] as Place, draft.content.map(text), ids),
    kind: kindOf(context, draft),
    content,
    quoted: draft.content.flatMap((segment) => quotedIn(context, segment)).map(place),
    speaker: speaker &&
      named && {
        ...named,
        text: (blocks[paragraphOf(context, speaker.from)] as ReadingBlock).text.slice(named.from, named.to),
        name: name?.id ?? null,
        collective: isCollective(context, speaker, name),
      },
    cue: cue && { ...withText(wordsOf(context, cue)), polarity: polarityIn(context, cue) },
    sources: draft.sources.map((source) => ({ ...withText(source), kind: source.kind })),
  }
}

/** A span without the marks at its ends, where there are words in it. */
function wordsOf(context: Context, span: TokenSpan): TokenSpan {
  let { from, to } = span
  while (from < to && !isWord(context, from)) from++
  while (to > from && !isWord(context, to - 1)) to--
  return from < to ? { from, to } : span
}

/** A statement's id: its block and the words themselves, so that it stays when others change. */
function idOf({ block }: Place, words: readonly string[], ids: Map<string, number>): string {
  const plain = words
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const id = `${block}.${(hashOf(plain) >>> 0).toString(36)}`
  const times = (ids.get(id) ?? 0) + 1
  ids.set(id, times)
  return times === 1 ? id : `${id}.${times}`
}

function kindOf(context: Context, { content }: Draft): StatementKind {
  let [inside, outside] = [false, false]
  for (const { from, to } of content) {
    for (let i = from; i < to; i++) {
      if (!isWord(context, i)) continue
      if (context.quotation[i] === 0) outside = true
      else inside = true
    }
  }
  return !inside ? 'reported' : outside ? 'mixed' : 'direct'
}

/** The words inside quotation marks of a segment, without the marks. */
function quotedIn({ quotation, opens, closes, closed }: Context, { from, to }: Segment): TokenSpan[] {
  const found: TokenSpan[] = []
  for (let i = from; i < to; i++) {
    const number = quotation[i] as number
    if (number === 0) continue
    const end = Math.min(to, (closes[number] as number) + 1)
    const begin = opens[number] === i ? i + 1 : i
    const last = closed[number] && end === (closes[number] as number) + 1 ? end - 1 : end
    if (last > begin) found.push({ from: begin, to: last })
    i = end - 1
  }
  return found
}

const STRENGTH: Record<Polarity, number> = { neutral: 0, doubtful: 1, hostile: 2 }

function polarityIn({ tokens }: Context, { from, to, verb }: TokenSpan & { verb: number }): Polarity {
  let strongest: Polarity = polarityOf(tokens.lower[verb] as string) ?? 'neutral'
  for (let i = from; i < to; i++) {
    const one = polarityOf(tokens.lower[i] as string)
    if (one && STRENGTH[one] > STRENGTH[strongest]) strongest = one
  }
  return strongest
}
