/** Words with their marks: emphasis, links, and on a story's page the signs of who says so. */
import type { Child } from 'hono/jsx'
import type { Mark } from '../../../story/index.ts'
import type { SaidMark } from '../said/said-props.ts'
import { SaidSign } from '../said/said-sign.tsx'
import { withTies } from './ties.tsx'

interface Marked {
  text: string
  marks?: readonly Mark[] | undefined
}

/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  from: number
  to: number
}

/** Draws a stretch of the text. */
type Draw = (from: number, to: number) => Child

/** Text and its marks, which may lie within one another; `noted` is what colleagues noted on. With `ties`, what must not be parted at a line's end is not. */
export function words(
  { text, marks = [] }: Marked,
  {
    said = [],
    noted = [],
    ties = false,
  }: { said?: readonly SaidMark[] | undefined; noted?: readonly Stretch[] | undefined; ties?: boolean } = {},
): Child {
  const bare: Draw = (from, to) => (ties ? withTies(text.slice(from, to), to === text.length) : text.slice(from, to))
  const notes = apart(noted, text.length)
  const plain: Draw = (from, to) =>
    notes.length === 0
      ? bare(from, to)
      : within(notes, from, to, bare, (_, inside) => <mark class="noted">{inside}</mark>)
  if (marks.length === 0 && said.length === 0) return plain(0, text.length)
  const links = apart(
    marks.flatMap((mark) => (mark.type === 'link' ? [mark] : [])),
    text.length,
  )
  const slanted = emphasized(marks, plain)
  const linked: Draw = (from, to) => within(links, from, to, slanted, (link, draw) => <a href={link.href}>{draw}</a>)
  return within(outside(links, said, text.length), 0, text.length, linked, (mark, draw) => (
    <span class="q">
      {draw}
      <SaidSign mark={mark} />
    </span>
  ))
}

/** What lies between `from` and `to`: stretches as `drawn` has them, the rest by `inner`. */
function within<T extends Stretch>(
  stretches: readonly T[],
  from: number,
  to: number,
  inner: Draw,
  drawn: (stretch: T, inside: Child) => Child,
): Child[] {
  const parts: Child[] = []
  let at = from
  for (const stretch of stretches) {
    const [begin, end] = [Math.max(stretch.from, at), Math.min(stretch.to, to)]
    if (end <= begin) continue
    if (begin > at) parts.push(inner(at, begin))
    parts.push(drawn(stretch, inner(begin, end)))
    at = end
  }
  if (at < to) parts.push(inner(at, to))
  return parts
}

/** The same stretches in order, none over another and none beyond the end. */
function apart<T extends Stretch>(stretches: readonly T[], length: number): T[] {
  let at = 0
  return [...stretches]
    .sort((a, b) => a.from - b.from)
    .flatMap((stretch) => {
      const [from, to] = [Math.max(stretch.from, at), Math.min(stretch.to, length)]
      if (to <= from) return []
      at = to
      return [{ ...stretch, from, to }]
    })
}

/** A button can't stand in a link: a sign that would comes behind it, and a link is not begun in the middle. */
function outside(links: readonly Stretch[], said: readonly SaidMark[], length: number): SaidMark[] {
  const around = (at: number) => links.find(({ from, to }) => from < at && at < to)
  return apart(
    said.map((mark) => ({
      ...mark,
      from: around(mark.from)?.from ?? mark.from,
      to: around(mark.to)?.to ?? mark.to,
    })),
    length,
  )
}

function emphasized(marks: readonly Mark[], plain: Draw): Draw {
  const slants = marks.filter(({ type }) => type !== 'link')
  return (from, to) => {
    const edges = [from, to, ...slants.flatMap((mark) => [mark.from, mark.to])].filter((at) => at >= from && at <= to)
    const cuts = [...new Set(edges)].sort((a, b) => a - b)
    return cuts.slice(1).map((end, i) => {
      const begin = cuts[i] as number
      let part: Child = plain(begin, end)
      for (const mark of slants) {
        if (mark.from > begin || mark.to < end) continue
        part = mark.type === 'strong' ? <strong>{part}</strong> : <em>{part}</em>
      }
      return part
    })
  }
}
