import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { commentExportMessages as m } from '../../../messages/index.ts'
import { type CommentState, type ExportFile, type Format, type Item, unreadable } from '../../items/index.ts'
import { commentItem, threadItem } from './made.ts'

/** What SQLite has not yet moved into the file lies beside it under its name with one of these. */
const BESIDE = ['-wal', '-journal']

/** Isso's database, with what lies beside it. */
export const isso: Format = {
  name: 'isso',
  asks: [],
  recognise(files) {
    const words = new Map(files.map(({ name, start }) => [name, Buffer.from(start).toString('latin1')]))
    const names = [...words.keys()].filter(
      (name) =>
        words.get(name)?.startsWith('SQLite') &&
        // Of a database that was never at rest the tables stand beside it alone.
        [name, ...BESIDE.map((end) => name + end)].some((one) =>
          TABLES.every((word) => words.get(one)?.includes(word)),
        ),
    )
    const beside = files.filter((file) => names.some((name) => BESIDE.some((end) => file.name === name + end)))
    return [...names, ...beside.map(({ name }) => name)]
  },
  async *read(files) {
    for (const file of files) {
      if (BESIDE.some((end) => files.some(({ name }) => file.name === name + end))) continue
      yield* itemsOf(file, files)
    }
  },
}

/** Words of the tables that it makes. */
const TABLES = ['threads', 'comments', 'remote_addr', 'tid']

interface ThreadRow {
  id: number
  uri: string | null
  title: string | null
}

interface CommentRow {
  id: number
  tid: number | null
  parent: number | null
  created: number | null
  mode: number | null
  text: string | null
  author: string | null
  email: string | null
}

/** Reads a copy, because SQLite changes a file that it opens where something lies beside it. */
async function* itemsOf(file: ExportFile, files: readonly ExportFile[]): AsyncGenerator<Item> {
  const folder = await mkdtemp(join(tmpdir(), 'courant-isso-'))
  try {
    const copy = join(folder, 'comments.db')
    await copyFile(await file.onDisk(), copy)
    for (const end of BESIDE) {
      const beside = files.find(({ name }) => name === file.name + end)
      if (beside) await copyFile(await beside.onDisk(), copy + end)
    }
    let database: Database.Database | undefined
    try {
      database = new Database(copy)
      for (const row of database.prepare<[], ThreadRow>('SELECT id, uri, title FROM threads ORDER BY id').iterate()) {
        yield threadOf(row)
      }
      const comments = database.prepare<[], CommentRow>(
        'SELECT id, tid, parent, created, mode, text, author, email FROM comments ORDER BY id',
      )
      for (const row of comments.iterate()) yield commentOf(row)
    } catch (error) {
      if (error instanceof Database.SqliteError) unreadable(m.database(file.name))
      throw error
    } finally {
      database?.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The page may have given Isso a name of its own in place of its path. */
function threadOf(row: ThreadRow): Item {
  const uri = row.uri ?? ''
  return threadItem({
    key: String(row.id),
    identifiers: uri ? [uri] : [],
    addresses: uri.startsWith('/') || uri.includes('://') ? [uri] : [],
    title: row.title ?? '',
  })
}

function commentOf(row: CommentRow): Item {
  return commentItem({
    key: String(row.id),
    of: row.tid === null ? '' : String(row.tid),
    parent: row.parent === null ? '' : String(row.parent),
    state: STATES[row.mode ?? 0] ?? 'held',
    name: row.author ?? '',
    mail: row.email ?? '',
    text: row.text ?? '',
    at: row.created === null ? null : Math.round(row.created * 1000),
  })
}

const STATES: Record<number, CommentState> = { 1: 'approved', 2: 'held', 4: 'gone' }
