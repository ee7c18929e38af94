/** Plain text in columns, for a terminal or a pipe. */

export interface Column {
  /** In characters. */
  width: number
  /** How it is painted, where colours are wanted. */
  paint?: Paint
  /** Longer cells end in "…" after so many lines. */
  lines?: number
}

export type Paint = 'strong' | 'faint' | 'heading'

const CODES: Record<Paint, [number, number]> = { strong: [1, 22], faint: [2, 22], heading: [36, 39] }

export const painted = (text: string, paint: Paint | undefined, colours: boolean): string =>
  paint && colours && text !== '' ? `\x1b[${CODES[paint][0]}m${text}\x1b[${CODES[paint][1]}m` : text

const GAP = '  '

/** A row of cells side by side, each wrapped to its column. Lines end without spaces. */
export function row(cells: readonly string[], columns: readonly Column[], colours: boolean): string[] {
  const wrapped = columns.map(({ width, lines }, index) => wrap(cells[index] ?? '', width, lines))
  const height = Math.max(...wrapped.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) => {
    const last = wrapped.findLastIndex((cell) => (cell[line] ?? '') !== '')
    return columns
      .slice(0, last + 1)
      .map(({ width, paint }, index) => {
        const text = wrapped[index]?.[line] ?? ''
        const room = index < last ? ' '.repeat(Math.max(0, width - columnsOf(text))) : ''
        return `${painted(text, paint, colours)}${room}`
      })
      .join(GAP)
  })
}

/** The widths of columns that fill a line between them, gaps counted. */
export const roomFor = (width: number, columns: number): number => width - GAP.length * (columns - 1)

/** A text in lines of at most `width` characters, cut within a word only where one is longer than a line; at least one line. */
export function wrap(text: string, width: number, most = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of visible(text).split(' ')) {
    if (word === '') continue
    const characters = [...word]
    if (line !== '' && columnsOf(line) + 1 + characters.length <= width) {
      line += ` ${word}`
      continue
    }
    if (line !== '') lines.push(line)
    let from = 0
    for (; characters.length - from > width && lines.length <= most; from += width) {
      lines.push(characters.slice(from, from + width).join(''))
    }
    line = characters.slice(from, from + width).join('')
    if (lines.length > most) break
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  if (lines.length <= most) return lines
  const last = lines[most - 1] as string
  const cut = [...last].slice(0, width - 2).join('')
  const whole = cut.length < last.length ? cut.replace(/(.) \S*$/, '$1') : cut
  return [...lines.slice(0, most - 1), `${whole.replace(/(?<![\s.,;:–—-])[\s.,;:–—-]+$/, '')} …`]
}

/** Characters as a terminal counts them, near enough for the languages that are read. */
export const columnsOf = (text: string): number => [...text].length

/**
 * A text that can't steer the terminal: a page's words may hold any character,
 * escape codes and changes of direction among them.
 */
export const visible = (text: string): string =>
  text.replace(/[\s\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim()
