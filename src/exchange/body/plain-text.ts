/** The HTML of an old comment as plain text. */

import { APART, UNSEEN, VOID } from './elements.ts'
import { readTags } from './events.ts'
import { webAddress } from './links.ts'

/**
 * The words of a comment: paragraphs parted by a blank line, lines kept, what was
 * quoted behind ">", a link as its words with its address behind where they
 * don't say it themselves. Where there is no element that parts lines, those of
 * the text count.
 */
export function plainTextOfHtml(html: string): string {
  const keepsLines = !/<(?:p|br|div)\b/i.test(html)
  const lines: string[] = []
  let line = pieces()
  let link: { address: string; words: ReturnType<typeof pieces> } | null = null
  let quoted = 0
  let unseen: { name: string; depth: number } | null = null
  let preformatted = 0

  const add = (text: string) => (link?.words ?? line).add(text)
  const endLink = () => {
    if (link === null) return
    const { address, words } = link
    link = null
    line.add(wordsOfLink(words.all(), address))
  }
  const endLine = () => {
    endLink()
    const words = line.all().trim()
    line = pieces()
    lines.push(words === '' ? '' : `${'> '.repeat(Math.min(quoted, 3))}${words}`)
  }
  /** Ends a line that holds something. */
  const close = () => {
    endLink()
    if (line.shows()) endLine()
    line = pieces()
  }
  const apart = () => {
    close()
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('')
  }
  readTags(html, {
    open(name, attributes) {
      if (unseen) {
        if (name === unseen.name) unseen.depth++
      } else if (UNSEEN.has(name)) unseen = { name, depth: 1 }
      else if (name === 'br') endLine()
      else if (name === 'img') add(` ${attributes.alt || (webAddress(attributes.src ?? '', '') ?? '')} `)
      else if (name === 'iframe' || name === 'embed') add(` ${webAddress(attributes.src ?? '', '') ?? ''} `)
      else if (name === 'a') {
        endLink()
        const address = webAddress(attributes.href ?? '', '')
        if (address !== null) link = { address, words: pieces() }
      } else if (name === 'li') {
        close()
        line.add('- ')
      } else if (APART.has(name) && !VOID.has(name)) {
        apart()
        if (name === 'blockquote') quoted++
        if (name === 'pre') preformatted++
      }
    },
    close(name) {
      if (unseen) {
        if (name === unseen.name && --unseen.depth === 0) unseen = null
      } else if (name === 'a') endLink()
      else if (name === 'li') close()
      else if (APART.has(name)) {
        apart()
        if (name === 'blockquote') quoted = Math.max(0, quoted - 1)
        if (name === 'pre') preformatted = Math.max(0, preformatted - 1)
      }
    },
    words(text) {
      if (unseen) return
      if (!keepsLines && preformatted === 0) return add(text)
      for (const [i, part] of text.split(/\r\n?|\n/).entries()) {
        if (i > 0) endLine()
        add(part)
      }
    },
    cutOff: add,
  })
  close()
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A text in pieces, white space folded; what it ends with is not asked of the whole each time. */
function pieces() {
  let text = ''
  let endsInSpace = true
  let shows = false
  return {
    add(more: string) {
      const folded = more.replace(/\s+/g, ' ')
      const added = endsInSpace && folded.startsWith(' ') ? folded.slice(1) : folded
      if (added === '') return
      text += added
      shows ||= added !== ' '
      endsInSpace = added.endsWith(' ')
    },
    all: () => text,
    shows: () => shows,
  }
}

function wordsOfLink(written: string, address: string): string {
  const words = written.trim()
  if (words === '' || withoutScheme(words) === withoutScheme(address)) return written
  // A long address was often shortened to where it begins.
  const beginning = withoutScheme(words.replace(/(?:…|\.\.\.)$/, ''))
  const isShortened = beginning !== withoutScheme(words) && withoutScheme(address).startsWith(beginning)
  return isShortened
    ? written.replace(words, () => address)
    : `${written.trimEnd()} (${address})${written.endsWith(' ') ? ' ' : ''}`
}

const withoutScheme = (address: string) =>
  address
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')
