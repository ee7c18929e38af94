/** Words of WordPress's classic editor, which keeps paragraphs as blank lines and not as elements. */

/** They stand between paragraphs. */
const APART = new Set(
  'address article aside audio blockquote caption center col colgroup dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr iframe legend li main map menu nav object ol option p pre script section select style summary table tbody td textarea tfoot th thead tr ul video'.split(
    ' ',
  ),
)
/** Lines in them are lines, and blank ones part nothing. */
const ONE_PARAGRAPH = new Set('p h1 h2 h3 h4 h5 h6 li dt dd td th figcaption caption summary legend option'.split(' '))
/** Their lines mean nothing, or are theirs. */
const AS_IS = new Set(
  'pre script style textarea table tbody thead tfoot tr colgroup ul ol dl select object audio video iframe'.split(' '),
)

/** With paragraphs and line ends as elements, as WordPress makes them when the page is shown. */
export function withParagraphs(words: string): string {
  const text = words.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  const out: string[] = []
  const inside: string[] = []
  let line = ''
  const flush = () => {
    const whole = line.trim()
    line = ''
    if (whole !== '') out.push(`<p>${whole.replaceAll('\n', '<br>')}</p>`)
  }
  const takeText = (piece: string) => {
    const within = inside.at(-1) ?? ''
    if (AS_IS.has(within)) out.push(piece)
    else if (ONE_PARAGRAPH.has(within)) out.push(piece.replaceAll('\n', '<br>'))
    else {
      const [first = '', ...more] = partedByBlankLines(piece)
      line += first
      for (const next of more) {
        flush()
        line = next
      }
    }
  }
  for (const piece of tagsAndText(text)) {
    const tag = piece.startsWith('<') ? nameOfTag(piece) : null
    if (tag === null) takeText(piece)
    else if (APART.has(tag.name)) {
      flush()
      out.push(piece)
      if (tag.isEnd) {
        const at = inside.lastIndexOf(tag.name)
        // What is not closed ends with what it stands in.
        if (at >= 0) inside.length = at
      } else if (!tag.isEmpty) inside.push(tag.name)
    } else if (AS_IS.has(inside.at(-1) ?? '') || ONE_PARAGRAPH.has(inside.at(-1) ?? '')) out.push(piece)
    else line += piece
    // Deeper than anybody writes.
    if (inside.length > 500) return text
  }
  flush()
  return out.join('')
}

/** The first and the last line may go on before and after it, so that they part nothing. */
function partedByBlankLines(text: string): string[] {
  const lines = text.split('\n')
  const parts: string[][] = [[]]
  for (const [i, line] of lines.entries()) {
    const isBlank = line.trim() === '' && i > 0 && i < lines.length - 1
    if (!isBlank) parts.at(-1)?.push(line)
    else if (parts.at(-1)?.length !== 0) parts.push([])
  }
  return parts.map((part) => part.join('\n'))
}

/** The text in pieces: a tag or comment, or what stands between two. */
export function* tagsAndText(text: string): Generator<string> {
  let from = 0
  for (;;) {
    const open = text.indexOf('<', from)
    if (open < 0) break
    const isComment = text.startsWith('<!--', open)
    const close = isComment ? text.indexOf('-->', open) : text.indexOf('>', open)
    if (close < 0) break
    const end = close + (isComment ? 3 : 1)
    if (open > from) yield text.slice(from, open)
    yield text.slice(open, end)
    from = end
  }
  if (from < text.length) yield text.slice(from)
}

function nameOfTag(tag: string): { name: string; isEnd: boolean; isEmpty: boolean } | null {
  const [, slash = '', name] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(tag) ?? []
  if (name === undefined) return tag.startsWith('<!--') ? { name: '!--', isEnd: false, isEmpty: true } : null
  const lower = name.toLowerCase()
  return { name: lower, isEnd: slash !== '', isEmpty: tag.endsWith('/>') || /^(hr|br|img|col|input)$/.test(lower) }
}
