/**
 * A comment's words as elements: paragraphs, line breaks, quotes by ">", and
 * bare links. All else is shown as it was typed. Nothing in the words becomes
 * markup: the renderer escapes every piece. Characters that turn the direction
 * of writing end with the paragraph they stand in.
 */
import type { Child } from 'hono/jsx'
import { addressEnd, FOLLOWING, isQuotedLine, readUrl } from '../../../text/index.ts'

const DEEPEST_QUOTE = 3
const LONGEST_LINK = 2000
/** A scheme and a host in plain ASCII, in the midst of a sentence where its script puts no spaces. */
// linear: a host begins behind a scheme, and has no colon in it.
const LINK = new RegExp(`(?<!(?![${FOLLOWING}])[\\p{L}\\p{N}])https?://[a-z0-9._-]*(?::\\d+)?`, 'giu')
/** Letters behind a host with more of a host behind them: it was no plain ASCII. */
const MORE_OF_HOST = /^[\p{L}\p{M}\p{N}_-]{1,63}\.[\p{L}\p{N}]/u

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
    if (depth < DEEPEST_QUOTE && isQuotedLine(line)) {
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
  let looked = 0
  for (const match of line.matchAll(LINK)) {
    if (match.index < looked) continue
    const host = match.index + match[0].length
    looked = addressEnd(line, host)
    const address = trimLink(line.slice(match.index, looked))
    if (!isWeb(address) || (looked === host && MORE_OF_HOST.test(line.slice(looked, looked + 66)))) continue
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
  const url = address.length > LONGEST_LINK ? null : readUrl(address)
  if (url === null) return false
  const { protocol, hostname, username, password } = url
  const typedHost = address.slice(protocol.length + 2).split(/[/?#]/, 1)[0] ?? ''
  return (
    (protocol === 'http:' || protocol === 'https:') &&
    /^[a-z0-9._-]*[a-z0-9](:\d+)?$/i.test(typedHost) &&
    !/(^|\.)xn--/i.test(hostname) &&
    username === '' &&
    password === ''
  )
}
