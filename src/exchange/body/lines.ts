/** Lines that breaks part, and which of them are one paragraph. */
import type { Mark } from '../../story/index.ts'

export interface Words {
  text: string
  marks?: Mark[]
}

export interface Line {
  line: Words
  /** How many breaks stood before it. */
  breaks: number
}

/** Lines that were set one under another, as verse and addresses are, are parted as in running text. */
const LINE_END = ' / '

/** A line this long is wrapped, or a paragraph by itself, and no line of verse. */
const LONG = 60

/**
 * Paragraphs of what line breaks part: two breaks always do, one does where a
 * sentence of some length ends there. Between short lines a break is kept as a
 * stroke, and where a line was only wrapped it is white space.
 */
export function paragraphsOfLines(lines: readonly Line[]): Words[] {
  const paragraphs: Words[] = []
  let open: Words[] = []
  let between: string[] = []
  let lastLine = ''
  for (const { line, breaks } of lines) {
    const isNew =
      open.length === 0 ||
      breaks >= 2 ||
      (/[.!?…”"»:]$/.test(lastLine) && Math.max(lastLine.length, line.text.length) >= LONG)
    if (isNew) {
      if (open.length > 0) paragraphs.push(joinedWords(open, between))
      open = [line]
      between = []
    } else {
      between.push(lastLine.length >= LONG - 15 && /^\p{Ll}/u.test(line.text) ? ' ' : LINE_END)
      open.push(line)
    }
    lastLine = line.text
  }
  if (open.length > 0) paragraphs.push(joinedWords(open, between))
  return paragraphs
}

/** Words one after another; `between` is what stands between each and the next. */
export function joinedWords(parts: readonly Words[], between: string | readonly string[]): Words {
  const [first] = parts
  if (parts.length === 1 && first) return first
  let text = ''
  const marks: Mark[] = []
  for (const [i, part] of parts.entries()) {
    if (i > 0) text += typeof between === 'string' ? between : (between[i - 1] ?? '')
    for (const one of part.marks ?? []) marks.push({ ...one, from: one.from + text.length, to: one.to + text.length })
    text += part.text
  }
  return marks.length > 0 ? { text, marks } : { text }
}

/** The words of what has more to it: a block, an item. */
export const bareWords = ({ text, marks }: { text: string; marks?: Mark[] | undefined }): Words =>
  marks ? { text, marks } : { text }
