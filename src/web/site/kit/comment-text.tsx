/**
 * A comment's words as elements: paragraphs, line breaks, quotes by ">", and
 * bare links. All else is shown as it was typed. Nothing in the words becomes
 * markup: the renderer escapes every piece. Characters that turn the direction
 * of writing end with the paragraph they stand in.
 */
import type { Child } from 'hono/jsx'

const DEEPEST_QUOTE = 3
const LONGEST_LINK = 2000
/** Ends at white space, at marks that stand around addresses, and at whatever turns the direction of writing. */
const LINK = /(?<![\p{L}\p{N}])https?:\/\/[^\s\p{Cc}\p{Cf}<>"“”„«»`]+/giu

export const CommentText = ({ text }: { text: string }) => (
  <div class="comment-text">{renderLines(text.split('\n'), 0)}</div>
)

/** Lines as blocks: runs of quoted lines, and paragraphs parted by blank lines. */
function renderLines(lines: readonly string[], depth: number): Child[] {
  const blocks: Child[] = []
  let paragraph: string[] = []
  let quote: string[] = []
  const closeParagraph = () => {
    // A quote's own direction, found from all its words, holds for its paragraphs.
    if (paragraph.length > 0)
      blocks.push(depth === 0 ? <p dir="auto">{withBreaks(paragraph)}</p> : <p>{withBreaks(paragraph)}</p>)
    paragraph = []
  }
  const closeQuote = () => {
    if (quote.length > 0) blocks.push(<blockquote dir="auto">{renderLines(quote, depth + 1)}</blockquote>)
    quote = []
  }
  for (const line of lines) {
    if (depth < DEEPEST_QUOTE && /^\s*>/.test(line)) {
      closeParagraph()
      quote.push(line.replace(/^\s*> ?/, ''))
      continue
    }
    closeQuote()
    if (line.trim() === '') closeParagraph()
    else paragraph.push(line)
  }
  closeQuote()
  closeParagraph()
  return blocks
}

const withBreaks = (lines: readonly string[]): Child[] =>
  lines.flatMap((line, index) => (index === 0 ? withLinks(line) : [<br />, ...withLinks(line)]))

function withLinks(line: string): Child[] {
  const parts: Child[] = []
  let done = 0
  for (const match of line.matchAll(LINK)) {
    const address = trimLink(match[0])
    if (!isWeb(address)) continue
    if (match.index > done) parts.push(line.slice(done, match.index))
    parts.push(
      <a href={address} rel="ugc nofollow noopener" dir="ltr">
        {address}
      </a>,
    )
    done = match.index + address.length
  }
  if (done < line.length) parts.push(line.slice(done))
  return parts
}

/**
 * An address without the punctuation that ends the sentence around it; a
 * closing bracket stays where it was opened inside. One pass from either end.
 */
function trimLink(found: string): string {
  const unopened = { ')': 0, ']': 0 }
  for (const character of found) {
    if (character === ')' || character === ']') unopened[character]++
    else if (character === '(') unopened[')']--
    else if (character === '[') unopened[']']--
  }
  let end = found.length
  for (; end > 0; end--) {
    const last = found[end - 1] as string
    if (/[.,;:!?'’‘"*_~…]/.test(last)) continue
    if ((last !== ')' && last !== ']') || unopened[last] <= 0) break
    unopened[last]--
  }
  return found.slice(0, end)
}

/**
 * Whether an address may be pressed: its host is plain ASCII, so that none is
 * spelt with lookalike letters, and no name stands before the host to pass for it.
 */
function isWeb(address: string): boolean {
  if (address.length > LONGEST_LINK || !URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  const typedHost = address.slice(protocol.length + 2).split(/[/?#]/, 1)[0] ?? ''
  return (
    (protocol === 'http:' || protocol === 'https:') &&
    /^[a-z0-9._-]*[a-z0-9](:\d+)?$/i.test(typedHost) &&
    !/(^|\.)xn--/i.test(hostname) &&
    username === '' &&
    password === ''
  )
}
