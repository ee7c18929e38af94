/**
 * Quotations that go on: over paragraphs, each of which begins with a mark
 * again, and without a cue in a speaker's run.
 */
import type { Context } from '../tagging/context.ts'
import type { Segment } from '../tagging/spans.ts'
import { type Draft, isWord, paragraphOf } from './draft.ts'

/** Joins what goes on and gives quotations without a speaker the one who is speaking. `drafts` are in order of their first contents. */
export function joinRuns(context: Context, drafts: readonly Draft[]): Draft[] {
  const result: Draft[] = []
  for (const draft of drafts) {
    const last = result.at(-1)
    if (last && !draft.cue && goesOn(context, last, draft)) {
      last.content.push(...draft.content)
      continue
    }
    if (last && !draft.speaker && speaksOn(context, last, draft)) {
      draft.speaker = last.speaker
      draft.cue = null
    }
    result.push(draft)
  }
  return result
}

const lastSegment = ({ content }: Draft): Segment => content.at(-1) as Segment
const firstSegment = ({ content }: Draft): Segment => content[0] as Segment

/** Whether a quotation was left open at the end of its paragraph and the next paragraph opens with a mark. */
function goesOn(context: Context, before: Draft, draft: Draft): boolean {
  const [last, first] = [lastSegment(before), firstSegment(draft)]
  const quotation = context.quotation[last.to - 1] as number
  if (quotation === 0 || context.closed[quotation] || !first.direct) return false
  return (
    paragraphOf(context, first.from) === paragraphOf(context, last.to - 1) + 1 &&
    (context.opens[context.quotation[first.from] as number] as number) === context.paragraphStart[first.from]
  )
}

/** Whether a paragraph is nothing but a quotation, and comes after one of somebody's. */
function speaksOn(context: Context, before: Draft, draft: Draft): boolean {
  const [last, first] = [lastSegment(before), firstSegment(draft)]
  if (!first.direct || !last.direct || !before.speaker) return false
  const gap = paragraphOf(context, first.from) - paragraphOf(context, last.to - 1)
  if (gap !== 1 && gap !== 0) return false
  const [start, end] =
    gap === 0
      ? [first.from, first.to]
      : [context.paragraphStart[first.from] as number, (context.paragraphEnd[first.from] as number) + 1]
  for (let i = start; i < end; i++) if (isWord(context, i) && context.quotation[i] === 0) return false
  return true
}
