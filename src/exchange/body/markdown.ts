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

export const htmlOfMarkdown = (markdown: string): string =>
  String(
    marked.parse(markdown.replace(/ +/g, (spaces) => (spaces.length > MOST_SPACES ? ' '.repeat(MOST_SPACES) : spaces))),
  )
