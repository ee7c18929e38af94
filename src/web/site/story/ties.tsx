/** What must not be parted at the end of a line. CSS balances lines, but knows no words. */
import type { Child } from 'hono/jsx'

/** A last line is at least so long: "in Ukraine." alone is none. */
const SHORTEST_LINE = 14
/** And what is held together for it at most, so that it fits a telephone. */
const LONGEST_TIE = 22
/** Shorter paragraphs have no last line to speak of. */
const SHORTEST = 60
/** "two-day", "14-year-old", "co-op". */
const SHORT_COMPOUND = /(?<![\p{L}\p{N}-])[\p{L}\p{N}]{1,4}(?:-[\p{L}\p{N}]{1,4}){1,2}(?![\p{L}\p{N}-])/gu

/** The words with their ties; `isLast`: whether a paragraph ends with them. */
export function withTies(text: string, isLast: boolean): Child {
  const end = isLast ? lastLineFrom(text) : text.length
  const parts: Child[] = []
  let at = 0
  for (const found of text.includes('-') ? text.slice(0, end).matchAll(SHORT_COMPOUND) : []) {
    parts.push(text.slice(at, found.index), <Tie>{found[0]}</Tie>)
    at = found.index + found[0].length
  }
  parts.push(text.slice(at, end))
  if (end < text.length) parts.push(<Tie>{text.slice(end)}</Tie>)
  return parts.length === 1 ? parts[0] : parts
}

const Tie = ({ children }: { children?: Child }) => <span class="nb">{children}</span>

/** Where the words begin that stay together on a paragraph's last line. */
function lastLineFrom(text: string): number {
  if (text.length < SHORTEST) return text.length
  let from = text.length
  while (text.length - from < SHORTEST_LINE) {
    const space = text.lastIndexOf(' ', from - 2)
    if (space < 0 || text.length - space - 1 > LONGEST_TIE) break
    from = space + 1
  }
  return from
}
