/** The record of an import. */
import { createHash } from 'node:crypto'
import { type Database, newId, queueJob, type Store } from '../../store/index.ts'
import type { Answers, FormatName } from '../items/index.ts'
import type { Counts } from './counts.ts'
import type { MoveOptions } from './options.ts'
import { hostOf } from './take/item-of.ts'

export const readImportRow = (db: Database, id: string) =>
  db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()

export type ImportRow = NonNullable<Awaited<ReturnType<typeof readImportRow>>>

/** An import as others see it. */
export interface Import {
  id: string
  /** Empty until somebody has looked. */
  format: FormatName | ''
  /** The old site's host; empty where that is not known. */
  from: string
  paths: string[]
  answers: Answers
  options: MoveOptions
  state: ImportRow['state']
  phase: ImportRow['phase']
  found: Counts
  became: Counts
  /** So many items of all are done with. */
  place: number
  /** What the spam model learnt, by what it was; null until it has. */
  learnt: { fine: number; spam: number; broke: number } | null
  problem: string | null
  startedAt: number
  startedBy: string | null
  touchedAt: number
}

export function importOf(row: ImportRow): Import {
  const answers = JSON.parse(row.answers_json) as Answers
  const host = hostOfKey(row.site_key)
  return {
    id: row.id,
    format: row.format as FormatName | '',
    from: host || hostOf(answers.siteAddress ?? ''),
    paths: JSON.parse(row.paths_json) as string[],
    answers,
    options: JSON.parse(row.options_json) as MoveOptions,
    state: row.state,
    phase: row.phase,
    found: JSON.parse(row.found_json) as Counts,
    became: JSON.parse(row.became_json) as Counts,
    place: row.place,
    learnt: row.learning_json === null ? null : (JSON.parse(row.learning_json) as NonNullable<Import['learnt']>),
    problem: row.problem,
    startedAt: row.started_at,
    startedBy: row.started_by,
    touchedAt: row.touched_at,
  }
}

/** Of "movable type paper.example": a host has no space, and a dot or a port. */
function hostOfKey(siteKey: string): string {
  const last = siteKey.slice(siteKey.lastIndexOf(' ') + 1)
  return /[.:]/.test(last) ? last : ''
}

/** What an export's files are known by: the same files are the same export. */
export const printOf = (format: string, files: readonly { name: string; size: number | null }[]): string =>
  createHash('sha256')
    .update(JSON.stringify([format, ...files.map(({ name, size }) => [name, size])]))
    .digest('base64url')

export interface NewImport {
  format: FormatName
  siteKey: string
  print: string
  paths: readonly string[]
  answers: Answers
  options: MoveOptions
  by: string
  found: Counts
}

/** Writes down that an export is to be taken in, before anything of it is; answers the import's id. */
export const beginImport = (store: Store, fresh: NewImport, now: number): Promise<string> =>
  store.transaction(now, async (tx) => {
    const id = newId(now)
    await tx.rows
      .insertInto('imports')
      .values({
        id,
        site_key: fresh.siteKey,
        format: fresh.format,
        print: fresh.print,
        paths_json: JSON.stringify(fresh.paths),
        answers_json: JSON.stringify(fresh.answers),
        options_json: JSON.stringify(fresh.options),
        state: 'running',
        phase: 'records',
        place: 0,
        found_json: JSON.stringify(fresh.found),
        became_json: '{}',
        learning_json: null,
        problem: null,
        started_at: now,
        started_by: fresh.by,
        touched_at: now,
      })
      .execute()
    return id
  })

/** An export that somebody gave in the newsroom, to be looked through first; answers the import's id. */
export const beginLooking = (
  store: Store,
  { id, paths, answers, options, by }: Pick<NewImport, 'paths' | 'answers' | 'options' | 'by'> & { id: string },
  now: number,
): Promise<void> =>
  store.transaction(now, async (tx) => {
    const row = {
      paths_json: JSON.stringify(paths),
      answers_json: JSON.stringify(answers),
      options_json: JSON.stringify(options),
      state: 'looking' as const,
      problem: null,
      started_by: by,
      touched_at: now,
    }
    await tx.rows
      .insertInto('imports')
      .values({
        ...{ id, site_key: '', format: '', print: '', phase: 'records', place: 0, found_json: '{}', became_json: '{}' },
        ...{ learning_json: null, started_at: now },
        ...row,
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
    await tx.rows.deleteFrom('import_lines').where('import_id', '=', id).execute()
    await queueJob(tx, { kind: 'import.work', key: id, payload: { import: id } })
  })

/** What was found; from then on it waits for somebody to begin. */
export const keepLooked = (
  store: Store,
  { id, ...looked }: Pick<NewImport, 'format' | 'siteKey' | 'print' | 'found'> & { id: string },
  now: number,
): Promise<void> =>
  store.transaction(now, async (tx) => {
    await tx.rows
      .updateTable('imports')
      .set({
        ...{ format: looked.format, site_key: looked.siteKey, print: looked.print, state: 'looked', touched_at: now },
        found_json: JSON.stringify(looked.found),
      })
      .where('id', '=', id)
      .where('state', '=', 'looking')
      .execute()
  })

/** Begins, goes on with or takes out an import, in the background. False where it is in no state for that. */
export const workOnImport = (
  store: Store,
  { id, act, options }: { id: string; act: 'begin' | 'go on' | 'undo'; options?: MoveOptions },
  now: number,
): Promise<boolean> =>
  store.transaction(now, async (tx) => {
    const from = { begin: ['looked'], 'go on': ['stopped', 'running'], undo: ['done', 'stopped', 'undoing'] } as const
    const result = await tx.rows
      .updateTable('imports')
      .set({
        ...{ state: act === 'undo' ? 'undoing' : 'running', touched_at: now, problem: null },
        ...(options ? { options_json: JSON.stringify(options) } : {}),
      })
      .where('id', '=', id)
      .where('state', 'in', from[act])
      .executeTakeFirst()
    if (result.numUpdatedRows !== 1n) return false
    // What is left out is told again as it is met.
    if (act === 'begin') await tx.rows.deleteFrom('import_lines').where('import_id', '=', id).execute()
    await queueJob(tx, { kind: 'import.work', key: id, payload: { import: id } })
    return true
  })

/** One of the same files that was cut off or stopped; null where there is none. */
export async function findUnfinished(db: Database, print: string): Promise<Import | null> {
  const row = await db
    .selectFrom('imports')
    .selectAll()
    .where('print', '=', print)
    .where('state', 'in', ['running', 'stopped'])
    .orderBy('started_at', 'desc')
    .executeTakeFirst()
  return row ? importOf(row) : null
}

/** The last first. */
export async function listImports(db: Database, limit = 50): Promise<Import[]> {
  const rows = await db.selectFrom('imports').selectAll().orderBy('started_at', 'desc').limit(limit).execute()
  return rows.map(importOf)
}

export async function readImport(db: Database, id: string): Promise<Import | null> {
  const row = await readImportRow(db, id)
  return row ? importOf(row) : null
}

export interface ImportLine {
  about: string
  kind: string
  name: string
  why: string
  ourId: string | null
}

/** What is told of an import by name, in the order in which it was met. */
export async function readImportLines(
  db: Database,
  importId: string,
  { limit, about }: { limit: number; about?: string },
): Promise<ImportLine[]> {
  return db
    .selectFrom('import_lines')
    .select(['about', 'kind', 'name', 'why', 'our_id as ourId'])
    .where('import_id', '=', importId)
    .$if(about !== undefined, (query) => query.where('about', '=', about as string))
    .orderBy('number')
    .limit(limit)
    .execute()
}

/** Why it can't go on for now, in a sentence. */
export const stopImport = (
  store: Store,
  { id, problem }: { id: string; problem: string },
  now: number,
): Promise<void> =>
  store.transaction(now, async (tx) => {
    await tx.rows
      .updateTable('imports')
      .set({ state: 'stopped', problem, touched_at: now })
      .where('id', '=', id)
      .where('phase', '!=', 'done')
      .execute()
  })
