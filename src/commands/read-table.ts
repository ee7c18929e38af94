/** A reading for people: who says what, through whom; then names, times and amounts. Pure. */
import {
  amountInWords,
  countWords,
  type NameKind,
  type Place,
  type Reading,
  type ReadingBlock,
  type Source,
  type Statement,
} from '../reading/index.ts'
import type { DocumentDate, ReadDocument } from './read-document.ts'
import { edtfInWords } from './read-edtf.ts'
import { type Column, columnsOf, painted, roomFor, row, visible, wrap } from './read-layout.ts'

export interface TableStyle {
  /** Of a line, in characters. */
  width: number
  colours: boolean
}

const NARROWEST = 40
/** Longer lines are hard to read; from 100 on, how it was said has a column of its own. */
const WIDEST = 132
const THREE_COLUMNS = 100
/** A statement that is longer shows its beginning; --json has all of it. */
const LINES = 4

export function tableOf(document: ReadDocument, style: TableStyle): string {
  const { reading } = document
  const width = Math.min(WIDEST, Math.max(NARROWEST, style.width))
  const of = { ...style, width }
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', painted(title, 'heading', style.colours), ...lines] : []
  return [
    ...headOf(document, of),
    ...statementLines(document, of),
    ...NAME_KINDS.flatMap(([kind, title]) => section(title, nameLines(reading, kind, of))),
    ...section('Times', timeLines(reading, of)),
    ...section('Amounts', amountLines(reading, of)),
    '',
    ...wrap(summaryOf(document), width),
  ].join('\n')
}

const NAME_KINDS = [
  ['person', 'People'],
  ['organization', 'Organizations'],
  ['place', 'Places'],
] as const

function headOf({ file, date, blocks }: ReadDocument, { width, colours }: TableStyle): string[] {
  const headline = blocks.find(({ kind }) => kind === 'headline')?.text
  return [
    ...(headline ? wrap(headline, width).map((line) => painted(line, 'strong', colours)) : []),
    ...wrap(
      `${file} · ${date ? dayInWords(date) : 'no day is known, so --date is needed to tell the times'}`,
      width,
    ).map((line) => painted(line, 'faint', colours)),
  ]
}

function dayInWords({ day, from, sure }: DocumentDate): string {
  const words = edtfInWords(day)
  if (sure) return words
  const why = {
    option: 'as given',
    story: 'when it was last saved',
    page: 'likely, by the page',
    text: 'by its words',
  }[from]
  return `${words} (${why}; --date gives another)`
}

/** One row a statement: who, the words, and how and through whom they reached us. */
function statementLines({ reading, blocks }: ReadDocument, { width, colours }: TableStyle): string[] {
  const texts = new Map(blocks.map(({ id, text }) => [id, text]))
  const speakerOf = speakersOf(reading)
  const labels = reading.statements.map((statement) => speakerOf(statement) || '(nobody named)')
  const widest = longestOf(labels)
  const left: Column = { width: Math.min(widest, Math.floor(width * 0.28), 28), paint: 'strong' }
  const rows = reading.statements.map((statement, index) => {
    const cells = [labels[index] as string, contentOf(texts, statement), howOf(statement)]
    if (width >= THREE_COLUMNS) {
      const room = roomFor(width, 3) - left.width
      const right: Column = { width: Math.floor(room * 0.35), paint: 'faint' }
      return row(cells, [left, { width: room - right.width, lines: LINES }, right], colours)
    }
    const middle: Column = { width: roomFor(width, 2) - left.width, lines: LINES }
    const [who = '', words = '', how = ''] = cells
    return [
      ...row([who, words], [left, middle], colours),
      ...row(['', how], [left, { width: middle.width, paint: 'faint' }], colours),
    ]
  })
  return rows.flatMap((lines) => ['', ...lines])
}

/** Speakers as people know them: by the fullest form of a name, else as the text calls them; empty where it names nobody. */
function speakersOf(reading: Reading): (statement: Statement) => string {
  const names = new Map(reading.names.map(({ id, name }) => [id, name]))
  return ({ speaker }) => (speaker ? (names.get(speaker.name ?? '') ?? speaker.text) : '')
}

/** How many characters the longest of them shows. */
const longestOf = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, columnsOf(visible(text))), 0)

const contentOf = (texts: ReadonlyMap<string, string>, { content }: Statement): string =>
  content.map(({ block, from, to }) => texts.get(block)?.slice(from, to) ?? '').join(' … ')

/** "said · mixed · through a readout from China’s Foreign Ministry" */
function howOf({ cue, kind, sources }: Statement): string {
  const polarity = cue && cue.polarity !== 'neutral' ? [cue.polarity] : []
  return [cue?.text ?? 'no cue', kind, ...polarity, ...sources.map(sourceInWords)].join(' · ')
}

function sourceInWords({ kind, text }: Source): string {
  if (kind === 'audience') return `to ${text}`
  return kind === 'condition' ? text : `through ${text}`
}

function nameLines({ names }: Reading, kind: NameKind, { width, colours }: TableStyle): string[] {
  const sorted = names.filter((name) => name.kind === kind).sort((a, b) => b.mentions.length - a.mentions.length)
  const cells = sorted.map(({ name, roles, mentions }) => [name, `${mentions.length} ×`, roles.join(', ')])
  return rows(cells, { width, colours })
}

/** Expressions that are the same and mean the same are one line. */
function timeLines({ times }: Reading, style: TableStyle): string[] {
  const lines = times.map(({ text, edtf, unresolved }) => [
    text,
    edtf ? edtfInWords(edtf) : `can’t be told${unresolved ? `: ${unresolved}` : ''}`,
  ])
  return rows(once(lines), style)
}

function amountLines({ amounts }: Reading, style: TableStyle): string[] {
  const lines = amounts.map((amount) => [amount.text, amountInWords(amount)])
  return rows(once(lines), style)
}

const once = (lines: readonly string[][]): string[][] => [
  ...new Map(lines.map((cells) => [cells.join('\0'), cells])).values(),
]

/** Rows in columns as wide as they need to be, the last in what is left. */
function rows(cells: readonly string[][], { width, colours }: TableStyle): string[] {
  const count = cells[0]?.length ?? 0
  if (count === 0) return []
  const most = Math.floor((width * 0.7) / (count - 1))
  const columns: Column[] = Array.from({ length: count - 1 }, (_, index) => ({
    width: Math.min(most, longestOf(cells.map((line) => line[index] ?? ''))),
  }))
  const used = columns.reduce((sum, column) => sum + column.width, 0)
  columns.push({ width: roomFor(width, count) - used, paint: 'faint' })
  return cells.flatMap((line) => row(line, columns, colours))
}

/** "9 statements by 5 speakers, 38 % of the words; 1 has no speaker." */
function summaryOf({ reading, blocks }: ReadDocument): string {
  const { statements } = reading
  if (statements.length === 0) return 'No statement was found.'
  const speakers = new Set(statements.map(speakersOf(reading)).map((name) => name.toLowerCase()))
  speakers.delete('')
  const unsaid = statements.filter(({ speaker }) => !speaker).length
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`
  const share = `${Math.round(100 * shareSaid(blocks, statements))} % of the words are somebody’s`
  const without = unsaid === 0 ? 'none' : unsaid === statements.length ? 'all' : `${unsaid}`
  return `${count(statements.length, 'statement', 'statements')} by ${count(speakers.size, 'speaker', 'speakers')}; ${share}; ${without} without a speaker.`
}

/** How many of a text's words are what somebody said, from 0 to 1. Words in two statements count once. */
export function shareSaid(blocks: readonly ReadingBlock[], statements: readonly Statement[]): number {
  const places = new Map<string, Place[]>(blocks.map(({ id }) => [id, []]))
  for (const place of statements.flatMap(({ content }) => content)) places.get(place.block)?.push(place)
  let [said, all] = [0, 0]
  for (const { id, text } of blocks) {
    all += countWords(text)
    let end = 0
    for (const { from, to } of (places.get(id) ?? []).toSorted((a, b) => a.from - b.from)) {
      said += countWords(text.slice(Math.max(end, from), Math.max(end, to)))
      end = Math.max(end, to)
    }
  }
  return all === 0 ? 0 : said / all
}
