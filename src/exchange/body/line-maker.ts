/** The words of a paragraph as they come, with what is marked in them. */
import type { Mark } from '../../story/index.ts'
import { normalForm, showsSomething } from '../../text/index.ts'
import type { Line, Words } from './lines.ts'

export type Emphasis = 'strong' | 'emphasis'

export interface LineMaker {
  add(text: string): void
  /** One element that marks begins or ends; those within one another count as one. */
  mark(type: Emphasis, by: 1 | -1): void
  /** What follows leads there; null: nowhere. One link within another ends it. */
  link(href: string | null): void
  /** How many of each are open, to be put back by `marksAre`. */
  marks(): Record<Emphasis, number>
  marksAre(open: Record<Emphasis, number>): void
  lineEnd(breaks: number): void
  isEmpty(): boolean
  /** What has come since it was last asked. */
  taken(): Line[]
}

/** What neither page nor database takes: control characters other than white space, halves of characters. */
const UNWRITABLE = /[\u0000-\u0008\u000e-\u001f\u007f\p{Cs}]/gu

export function lineMaker(): LineMaker {
  let text = ''
  /** Asked of the text itself, they would cost its length each time. */
  let shows = false
  let endsInSpace = true
  let marks: Mark[] = []
  let lines: Line[] = []
  let breaks = 0
  const open: Record<Emphasis, number> = { strong: 0, emphasis: 0 }
  const from: Record<Emphasis, number> = { strong: 0, emphasis: 0 }
  let href: string | null = null
  let linkFrom = 0

  const endMark = (type: Emphasis) => {
    if (text.length > from[type]) marks.push({ type, from: from[type], to: text.length })
  }
  const endLink = () => {
    if (href !== null && text.length > linkFrom) marks.push({ type: 'link', from: linkFrom, to: text.length, href })
  }
  const closeLine = () => {
    for (const type of ['strong', 'emphasis'] as const) {
      if (open[type] > 0) endMark(type)
      from[type] = 0
    }
    endLink()
    linkFrom = 0
    if (shows) {
      lines.push({ line: trimmed(text, marks), breaks })
      breaks = 0
    }
    text = ''
    shows = false
    endsInSpace = true
    marks = []
  }
  return {
    add(words) {
      const folded = normalForm(words, 'NFC').replace(UNWRITABLE, '').replace(/\s+/g, ' ')
      shows ||= showsSomething(folded)
      const more = endsInSpace && folded.startsWith(' ') ? folded.slice(1) : folded
      if (more === '') return
      text += more
      endsInSpace = more.endsWith(' ')
    },
    mark(type, by) {
      if (by === 1 && open[type] === 0) from[type] = text.length
      if (by === -1 && open[type] === 1) endMark(type)
      open[type] = Math.max(0, open[type] + by)
    },
    link(to) {
      endLink()
      href = to
      linkFrom = text.length
    },
    marks: () => ({ ...open }),
    marksAre(before) {
      for (const type of ['strong', 'emphasis'] as const) {
        if (open[type] > 0 && before[type] === 0) endMark(type)
        open[type] = Math.min(open[type], before[type])
      }
    },
    lineEnd(by) {
      closeLine()
      breaks += by
    },
    isEmpty: () => lines.length === 0 && !shows,
    taken() {
      closeLine()
      const all = lines
      lines = []
      breaks = 0
      return all
    },
  }
}

/** Without the white space at its ends, which is one space each at most. */
function trimmed(raw: string, rawMarks: readonly Mark[]): Words {
  const start = raw.startsWith(' ') ? 1 : 0
  const text = raw.trim()
  const marks: Mark[] = []
  const last = new Map<string, Mark>()
  for (const one of rawMarks) {
    let from = Math.max(0, one.from - start)
    let to = Math.min(one.to - start, text.length)
    if (text[from] === ' ') from++
    if (text[to - 1] === ' ') to--
    if (from >= to) continue
    // An element that ends where the next of its kind begins is one with it.
    const kind = one.type === 'link' ? one.href : one.type
    const before = last.get(kind)
    if (before?.to === from) before.to = to
    else {
      const mark = { ...one, from, to }
      marks.push(mark)
      last.set(kind, mark)
    }
  }
  return marks.length > 0 ? { text, marks } : { text }
}
