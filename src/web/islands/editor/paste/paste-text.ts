/** Pasted plain text, and Markdown, as lines. */
import type { Mark } from 'prosemirror-model'
import { isLink } from '../links.ts'
import { schema } from '../schema.ts'
import type { Line, Piece } from './paste-lines.ts'

const SIGNS: [RegExp, Exclude<Line['kind'], 'table'>][] = [
  [/^#{1,2} +/, 'heading 2'],
  [/^#{3,6} +/, 'heading 3'],
  [/^> ?/, 'quote'],
  [/^[-*+•] +/, 'bullets'],
  [/^\d{1,4}[.)] +/, 'numbers'],
]

/**
 * A blank line parts paragraphs, and a single line break does where there is no
 * blank line at all; otherwise lines of one paragraph are joined, as they were
 * before somebody's mail broke them.
 */
export function textToLines(text: string): Line[] {
  const all = text.replace(/\r\n?/g, '\n').split('\n')
  const hasBlank = all.some((line, index) => line.trim() === '' && index > 0 && index < all.length - 1)
  const lines: Line[] = []
  let words: string[] = []
  const flush = () => {
    if (words.length > 0) lines.push({ kind: 'paragraph', pieces: piecesOf(words.join(' ')) })
    words = []
  }
  for (let i = 0; i < all.length; i++) {
    const line = (all[i] as string).trim()
    const cells = cellsOf(line)
    if (cells && isRule(all[i + 1] ?? '')) {
      flush()
      const rows = [cells]
      for (i += 2; i < all.length; i++) {
        const row = cellsOf((all[i] as string).trim())
        if (!row) break
        rows.push(row)
      }
      i--
      lines.push({ kind: 'table', rows: rows.map((row) => row.map(piecesOf)) })
      continue
    }
    const [sign, kind] = SIGNS.find(([one]) => one.test(line)) ?? []
    if (line === '' || kind) flush()
    if (sign && kind) lines.push({ kind, pieces: piecesOf(line.replace(sign, '')) })
    else if (line !== '') words.push(line)
    if (!hasBlank) flush()
  }
  flush()
  return lines
}

/** What stands between a table's head and its rows. */
const isRule = (line: string): boolean => line.includes('|') && line.includes('-') && /^[\s:|-]+$/.test(line)

const cellsOf = (line: string): string[] | null =>
  line.includes('|')
    ? line
        .replace(/^\|/, '')
        .replace(/\|$/, '')
        .split('|')
        .map((cell) => cell.trim())
    : null

/** Words with their signs: **strong**, *emphasis*, _emphasis_, [words](address). In one pass; a sign that is not closed stays. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  const { strong, emphasis, link } = schema.marks
  let marks: readonly Mark[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') pieces.push({ text: plain, marks })
    plain = ''
  }
  const closes = closers(text)
  for (let i = 0; i < text.length; ) {
    const character = text[i] as string
    if (character === '\\' && /[\\*_[\]#>|.-]/.test(text[i + 1] ?? '')) {
      plain += text[i + 1]
      i += 2
      continue
    }
    const toggled = closes.get(i)
    if (toggled) {
      flush()
      const mark = (toggled.length === 2 ? strong : emphasis).create()
      marks = mark.isInSet(marks) ? mark.removeFromSet(marks) : mark.addToSet(marks)
      i += toggled.length
      continue
    }
    ADDRESSED.lastIndex = i
    const [whole, words = '', href = ''] = (character === '[' && ADDRESSED.exec(text)) || []
    if (whole && isLink(href)) {
      flush()
      pieces.push({ text: words, marks: link.create({ href }).addToSet(marks) })
      i += whole.length
      continue
    }
    plain += character
    i++
  }
  flush()
  return pieces
}

const ADDRESSED = /\[([^[\]]{1,500})\]\(([^()\s]{1,2000})\)/y

/** Where signs stand that come in pairs, by their places. */
function closers(text: string): Map<number, string> {
  const found = new Map<number, string>()
  const open = new Map<string, number>()
  for (const { 0: sign, index } of text.matchAll(/\*\*|\*|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu)) {
    if (text[index - 1] === '\\') continue
    const begun = open.get(sign)
    const canClose = /\S/.test(text[index - 1] ?? ' ')
    if (begun !== undefined && canClose && index > begun + sign.length) {
      found.set(begun, sign)
      found.set(index, sign)
      open.delete(sign)
    } else if (/\S/.test(text[index + sign.length] ?? ' ')) open.set(sign, index)
  }
  return found
}
