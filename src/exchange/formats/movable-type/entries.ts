/** A Movable Type export as entries: lines of KEY: value, then blocks of lines. */
import { exportFileMessages as files, exportItemMessages as m } from '../../../messages/index.ts'
import { type ExportFile, unreadable } from '../../items/index.ts'
import { textOfFile } from '../xml/index.ts'

export interface MtEntry {
  /** Each in the order of the file. */
  fields: { key: string; value: string }[]
  blocks: MtBlock[]
}

export interface MtBlock {
  name: MtBlockName
  /** Of a comment: AUTHOR, EMAIL, DATE and so on. */
  fields: ReadonlyMap<string, string>
  text: string
}

/** The fields of an entry that are read. */
export type MtField =
  | 'AUTHOR'
  | 'TITLE'
  | 'BASENAME'
  | 'STATUS'
  | 'ALLOW COMMENTS'
  | 'CONVERT BREAKS'
  | 'DATE'
  | 'PRIMARY CATEGORY'
  | 'CATEGORY'
  | 'TAGS'
  | 'UNIQUE URL'
export type MtBlockName = 'BODY' | 'EXTENDED BODY' | 'EXCERPT' | 'KEYWORDS' | 'COMMENT' | 'PING'

const BLOCKS = new Set<string>(['BODY', 'EXTENDED BODY', 'EXCERPT', 'KEYWORDS', 'COMMENT', 'PING'])
const OF_COMMENTS = new Set(['AUTHOR', 'EMAIL', 'IP', 'URL', 'DATE', 'TITLE'])
const OF_ENTRIES =
  /^(AUTHOR|TITLE|BASENAME|STATUS|ALLOW COMMENTS|ALLOW PINGS|CONVERT BREAKS|DATE|PRIMARY CATEGORY|CATEGORY|TAGS|UNIQUE URL|NO ENTRY|IMAGE):/
const MOST_CHARACTERS = 40_000_000

/**
 * Entries one by one. A line of hyphens parts only where what comes next could not be anything but a block or an entry:
 * people draw such lines in their stories. Throws `unreadable` where the file ends within an entry.
 */
export async function* mtEntries(file: ExportFile): AsyncGenerator<MtEntry> {
  let entry: MtEntry = { fields: [], blocks: [] }
  let block: { name: MtBlockName; fields: Map<string, string>; lines: string[] } | null = null
  /** Whether a block or the fields have just ended. */
  let isBetween = false
  let size = 0
  let number = 0
  const closeBlock = () => {
    if (block) entry.blocks.push({ name: block.name, fields: block.fields, text: block.lines.join('\n').trim() })
    block = null
  }
  for await (const { line, ahead } of linesOf(file)) {
    number++
    size += line.length
    if (line.startsWith('<<<<<<< ')) unreadable(files.conflict(file.name))
    if (size > MOST_CHARACTERS) unreadable(files.tooLarge(file.name, 'BODY', number))
    if (line === '-----' && beginsBlock(ahead)) {
      closeBlock()
      isBetween = true
    } else if (line === '--------' && (isBetween || block === null) && beginsEntry(ahead)) {
      closeBlock()
      if (entry.fields.length > 0 || entry.blocks.length > 0) yield entry
      entry = { fields: [], blocks: [] }
      isBetween = false
      size = 0
    } else if (isBetween && blockNamed(line) !== null) {
      block = { name: blockNamed(line) as MtBlockName, fields: new Map(), lines: [] }
      isBetween = false
    } else if (block) {
      isBetween = false
      const field = fieldIn(line)
      const takesFields = (block.name === 'COMMENT' || block.name === 'PING') && block.lines.length === 0
      if (takesFields && field && OF_COMMENTS.has(field.key) && !block.fields.has(field.key))
        block.fields.set(field.key, field.value)
      else block.lines.push(line)
    } else if (line.trim() !== '') {
      const field = fieldIn(line)
      if (!field) unreadable(m.noLine(file.name, line.slice(0, 60)))
      else entry.fields.push(field)
    }
  }
  // Some leave out the last line, none the one before it.
  if (isBetween) {
    closeBlock()
    yield entry
  } else if (block || entry.fields.length > 0) unreadable(files.cutOff(file.name, entryName(entry), number))
}

const entryName = ({ fields }: MtEntry): string =>
  `“${fields.find(({ key }) => key === 'TITLE')?.value.slice(0, 80) ?? '?'}”`

function blockNamed(line: string): MtBlockName | null {
  const words = line.trimEnd()
  return words.endsWith(':') && BLOCKS.has(words.slice(0, -1)) ? (words.slice(0, -1) as MtBlockName) : null
}

function beginsBlock([next, ...more]: readonly string[]): boolean {
  if (next === undefined) return true
  if (next === '--------') return beginsEntry(more)
  return blockNamed(next) !== null
}

/** Whether what follows is an entry, or nothing. */
function beginsEntry(ahead: readonly string[]): boolean {
  const next = ahead.find((line) => line.trim() !== '')
  return next === undefined ? ahead.length < AHEAD - 1 : OF_ENTRIES.test(next)
}

function fieldIn(line: string): { key: string; value: string } | null {
  const colon = line.indexOf(':')
  const key = line.slice(0, colon)
  return colon > 0 && /^[A-Z][A-Z ]{1,30}$/.test(key) ? { key, value: line.slice(colon + 1).trim() } : null
}

const AHEAD = 6

/** Each with those that come after it: so many, or all that are left. */
async function* linesOf(file: ExportFile): AsyncGenerator<{ line: string; ahead: readonly string[] }> {
  const waiting: string[] = []
  for await (const line of singleLines(file)) {
    waiting.push(line)
    if (waiting.length > AHEAD) yield { line: waiting.shift() as string, ahead: waiting }
  }
  for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) yield { line, ahead: waiting }
}

async function* singleLines(file: ExportFile): AsyncGenerator<string> {
  let rest: string[] = []
  let length = 0
  let isFirst = true
  const whole = (): string => {
    const line = rest.join('').replace(/\r$/, '')
    const bare = isFirst ? line.replace(/^\ufeff/, '') : line
    isFirst = false
    return bare
  }
  for await (const text of textOfFile(file)) {
    const [first = '', ...more] = text.split('\n')
    rest.push(first)
    length += first.length
    if (length > MOST_CHARACTERS) unreadable(files.tooLarge(file.name, 'BODY', 1))
    for (const part of more) {
      yield whole()
      rest = [part]
      length = part.length
    }
  }
  const last = whole()
  if (last !== '') yield last
}
