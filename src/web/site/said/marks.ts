/** Where in a story's text the marks of "Who says so" stand: one at the end of each quotation. */
import type { CorrectedStatement } from '../../../archive/index.ts'
import type { SaidMark, SaidMarks } from './said-props.ts'
import type { Texts } from './statement-words.ts'

interface Marked {
  statement: CorrectedStatement
  view: SaidMark['statement']
  speaker: SaidMark['speaker']
}

/** What closes a quotation stands before its mark, as it would before a footnote's figure. */
const CLOSERS = new Set([...'.,;:!?…”’»)"\''])

/**
 * Marks by block. Words that are only reported have none: the sentence itself
 * says who. Where one quotation stands within another, each is marked from
 * where the one before it ends.
 */
export function marksOf(all: readonly Marked[], texts: Texts): SaidMarks {
  const byBlock = new Map<string, SaidMark[]>()
  let count = 0
  for (const { statement, view, speaker } of all) {
    const last = statement.quoted.length > 0 ? statement.content.at(-1) : undefined
    // A headline and what stands over the text are left as they are.
    if (!last || last.block.startsWith('@')) continue
    const text = texts.get(last.block) ?? ''
    let to = last.to
    while (to < text.length && CLOSERS.has(text[to] as string)) to++
    const marks = byBlock.get(last.block) ?? []
    byBlock.set(last.block, marks)
    marks.push({ id: `says-${++count}`, from: last.from, to, speaker, statement: { sources: view.sources } })
  }
  for (const [block, marks] of byBlock) byBlock.set(block, apart(marks))
  return byBlock
}

function apart(marks: readonly SaidMark[]): SaidMark[] {
  const found: SaidMark[] = []
  let end = 0
  for (const mark of [...marks].sort((a, b) => a.to - b.to || a.from - b.from)) {
    // Two that end at one place are one to the eye: the outer one speaks.
    if (mark.to <= end) continue
    found.push({ ...mark, from: Math.max(mark.from, end) })
    end = mark.to
  }
  return found
}
