/**
 * A comment's words as elements: paragraphs, line breaks, quotes by ">", and
 * bare links. All else is shown as it was typed. Nothing in the words becomes
 * markup: the renderer escapes every piece.
 */
import type { Child } from 'hono/jsx'

const DEEPEST_QUOTE = 3
/** Characters that turn the direction of what follows: isolated within the comment by dir="auto" on every part, closed by its end. */
const LINK = /https?:\/\/[^\s<>"“”«»\u0000-\u0020\u202a-\u202e\u2066-\u2069]+/gi

export const CommentText = ({ text }: { text: string }) => (
  <div class="comment-text" dir="auto">
    {renderLines(text.split('\n'), 0)}
  </div>
)

export const renderCommentText = (text: string): Child => <CommentText text={text} />

/** Lines as blocks: runs of quoted lines, and paragraphs parted by blank lines. */
function renderLines(lines: readonly string[], depth: number): Child[] {
  const blocks: Child[] = []
  let paragraph: string[] = []
  let quote: string[] = []
  const closeParagraph = () => {
    if (paragraph.length > 0) blocks.push(<p dir="auto">{withBreaks(paragraph)}</p>)
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

const withBreaks = (lines: readonly string[]): Child[] => lines.flatMap((line, index) => (index === 0 ? withLinks(line) : [<br />, ...withLinks(line)]))

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

/** An address without the punctuation that ends the sentence around it; a closing bracket stays where it was opened inside. */
function trimLink(found: string): string {
  let end = found.length
  const count = (character: string) => found.slice(0, end).split(character).length - 1
  // At most a few steps: only trailing punctuation is looked at.
  for (let steps = 0; steps < 50; steps++) {
    const last = found[end - 1] as string
    if (/[.,;:!?'’"*_~…]/.test(last)) end--
    else if (last === ')' && count(')') > count('(')) end--
    else if (last === ']' && count(']') > count('[')) end--
    else break
  }
  return found.slice(0, end)
}

const isWeb = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) && new URL(address).hostname !== ''
