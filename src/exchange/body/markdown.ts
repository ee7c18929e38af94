/** Markdown as HTML, for stories that are written in it. */
import { Marked } from 'marked'

// linear: each character is looked at once, and little behind it.
const WORDS = /^(?:[`~]+|[^`~])(?:(?![\\<![`*~_]|https?:\/\/|www\.| {2,}\n)[\s\S])*/
// linear: one class.
const ADDRESS = /^(?:https?:\/\/|www\.)[^\s<]+/
const AFTER_ADDRESS = '.,:;!?\'")*_'

/**
 * GitHub's dialect; HTML within it stays as it is, and `bodyOf` reads it. Of what stands bare addresses of the web are
 * links, those of email are not: marked looks for them from each sign on, which costs the square of a run of signs.
 */
const marked = new Marked({
  gfm: true,
  async: false,
  tokenizer: {
    inlineText(raw) {
      const words = WORDS.exec(raw)?.[0] ?? raw
      return { type: 'text', raw: words, text: words, escaped: this.lexer.state.inRawBlock }
    },
    url(raw) {
      let address = ADDRESS.exec(raw)?.[0] ?? ''
      while (AFTER_ADDRESS.includes(address.slice(-1)) && address !== '') address = address.slice(0, -1)
      if (address === '' || this.lexer.state.inLink) return undefined
      const href = address.startsWith('www.') ? `http://${address}` : address
      return {
        ...{ type: 'link', raw: address, text: address, href },
        tokens: [{ type: 'text', raw: address, text: address, escaped: false }],
      }
    },
  },
})

/** A longer run of spaces says no more, and marked looks through the rest of a run from each of its spaces on. */
const MOST_SPACES = 100

/** Stands, while marked reads, within what looks like the beginning of a comment and is none. No character. */
const NONE = '\ufffe'
/** What stands before a block of its own: the signs of a list or a quotation. */
// linear: one class.
const SIGNS = /^[\s>*+\-\d.)]*/

/**
 * A comment within a line ends before the next empty line, or is none: marked looks for that end from each beginning on,
 * which costs the square of a run of them. One that begins a line is a block, and may end wherever it likes.
 */
function withoutUnended(markdown: string): string {
  const lines = markdown.split('\n')
  let isEnded = false
  for (const [i, line] of [...lines.entries()].reverse()) {
    if (line.trim() === '') isEnded = false
    const end = line.lastIndexOf('-->')
    const from = isEnded ? line.length : Math.max(end, SIGNS.exec(line)?.[0].length ?? 0) + 1
    lines[i] = line.slice(0, from) + line.slice(from).replaceAll('<!--', `<${NONE}!--`)
    isEnded ||= end >= 0
  }
  return lines.join('\n')
}

export const htmlOfMarkdown = (markdown: string): string =>
  String(
    marked.parse(
      withoutUnended(markdown).replace(/ +/g, (spaces) =>
        spaces.length > MOST_SPACES ? ' '.repeat(MOST_SPACES) : spaces,
      ),
    ),
  ).replaceAll(NONE, '')
