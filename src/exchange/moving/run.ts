/** Takes a whole export in, from wherever it was left; whatever ends the program in between is gone on from. */
import { movingMessages as m, moveAccountMessages } from '../../messages/index.ts'
import { noteAct } from '../../people/index.ts'
import { queueJob, type Store, type Transaction } from '../../store/index.ts'
import { type Answers, type Item, UnreadableExport } from '../items/index.ts'
import { countedFiles } from './counted.ts'
import { type Counts, mismatches } from './counts.ts'
import { type ImportRow, importOf, readImportRow } from './rows.ts'
import { type ExportToMove, type Survey, survey } from './survey.ts'
import { takeBatch } from './take/batch.ts'
import type { Move } from './take/move.ts'
import { takePersons, takeTerms } from './take/records.ts'
import { takeSiteName } from './take/site-name.ts'
import { prepareItems } from './take/take-over.ts'
import { breath, drain, keepOutcome, matchAgain, takeRest } from './what-waited.ts'

/** Items and characters that one transaction takes at most. */
const ITEMS_AT_ONCE = 200
const CHARACTERS_AT_ONCE = 2_000_000

/** How far a move is. */
export interface Progress {
  phase: 'looking' | 'taking' | 'answers'
  /** Of the export's bytes in this phase, 0 to 1; null where their number is not known. */
  part: number | null
  items: number
}

export interface HowToMove {
  /** What was found just now; absent where nobody has looked since it was begun. */
  looked?: Survey
  isReserved(slug: string): boolean
  now(): number
  signal?: AbortSignal
  onProgress?(progress: Progress): void
}

/** Somebody else goes on with the same import. */
export class TakenByAnother extends Error {}

/**
 * Takes in what an import that was begun (beginImport) has not taken yet. Throws
 * UnreadableExport before anything is taken where its files can't be read to
 * their end. Ends early, to be gone on with, where `signal` is aborted.
 */
export async function runImport(
  store: Store,
  importId: string,
  exported: ExportToMove,
  { looked: given, isReserved, now, signal, onProgress = () => {} }: HowToMove,
): Promise<void> {
  const row = await readImportRow(store.db, importId)
  if (!row) throw new Error(`there is no import ${importId}`)
  const begun = importOf(row)
  if (row.phase === 'done') return
  const looked = given ?? (await lookAgain(store, row, { exported, answers: begun.answers, now, onProgress }))
  const termPaths = await takeTerms(store, { id: importId, survey: looked }, now)
  const { bodyOf } = await import('../body/index.ts')
  const people = await takePersons(store, { id: importId, survey: looked }, now)
  const move: Move = {
    id: importId,
    survey: looked,
    from: begun.from || moveAccountMessages.formats[exported.format.name],
    options: begun.options,
    by: row.started_by as string,
    isReserved,
    people,
    termPaths,
    bodyOf,
  }
  let place = row.place
  if (row.phase === 'records' || row.phase === 'items') {
    const reading = countedFiles(exported.files, (part) => onProgress({ phase: 'taking', part, items: place }))
    const batches = batchesOf(exported.format.read(reading, begun.answers), place)
    for await (const items of batches) {
      if (signal?.aborted) return
      const prepared = await prepareItems(store, move, items, now())
      const from = place
      place += items.length
      await store.transaction(now(), async (tx) => {
        await stepOn(tx, importId, { from, to: place, phase: 'items' })
        await keepOutcome(tx, importId, await takeBatch(tx, move, items, prepared))
      })
      await drain(store, move, { now, signal })
      onProgress({ phase: 'taking', part: reading.part(), items: place })
      await breath()
    }
  }
  if (signal?.aborted) return
  onProgress({ phase: 'answers', part: null, items: place })
  await store.transaction(now(), (tx) => stepOn(tx, importId, { from: place, to: place, phase: 'waiting' }))
  await matchAgain(store, move, { now, signal })
  await drain(store, move, { now, signal })
  await takeRest(store, move, { now, signal })
  if (signal?.aborted) return
  await takeSiteName(store, move, now())
  await end(store, move, now())
}

/** A look through all of it, told as it goes on, in which others have their turn. */
export function surveyAloud(
  exported: ExportToMove,
  answers: Answers,
  onProgress: (progress: Progress) => void,
): Promise<Survey> {
  let items = 0
  const files = countedFiles(exported.files, (part) => onProgress({ phase: 'looking', part, items }))
  return survey({ ...exported, files }, answers, () => {
    items += 1
    return items % ITEMS_AT_ONCE === 0 ? (breath() as Promise<void>) : undefined
  })
}

/** The whole once more, to know its names; and that it is still what it was. */
async function lookAgain(
  store: Store,
  row: ImportRow,
  {
    exported,
    answers,
    now,
    onProgress,
  }: { exported: ExportToMove; answers: Answers; now(): number; onProgress(progress: Progress): void },
): Promise<Survey> {
  const looked = await surveyAloud(exported, answers, onProgress)
  const found = JSON.stringify(looked.found)
  const before = row.found_json
  if (row.place > 0 && before !== found) throw new UnreadableExport(m.filesChanged)
  await store.transaction(now(), async (tx) => {
    await tx.rows
      .updateTable('imports')
      .set({ found_json: found, site_key: looked.siteKey, touched_at: tx.now })
      .where('id', '=', row.id)
      .execute()
  })
  return looked
}

async function* batchesOf(items: AsyncIterable<Item>, after: number): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  let [place, characters] = [0, 0]
  for await (const item of items) {
    place += 1
    if (place <= after) continue
    batch.push(item)
    characters += item.kind === 'story' ? item.html.length : item.kind === 'comment' ? item.text.length : 100
    if (batch.length < ITEMS_AT_ONCE && characters < CHARACTERS_AT_ONCE) continue
    yield batch
    batch = []
    characters = 0
  }
  if (batch.length > 0) yield batch
}

/** Nobody else takes the same items: the place is where we left it, or another has it. */
async function stepOn(
  tx: Transaction,
  importId: string,
  { from, to, phase }: { from: number; to: number; phase: ImportRow['phase'] },
): Promise<void> {
  const result = await tx.rows
    .updateTable('imports')
    .set({ place: to, phase, touched_at: tx.now, state: 'running', problem: null })
    .where('id', '=', importId)
    .where('place', '=', from)
    .where('phase', 'in', phase === 'items' ? ['records', 'items'] : ['records', 'items', 'waiting'])
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new TakenByAnother(m.takenByAnother)
}

/** What follows is done in the background: readings, the search, what the spam model learns, pictures. */
async function end(store: Store, move: Move, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    const row = await readImportRow(tx.rows, move.id)
    if (!row) throw new Error(`the import ${move.id} is gone`)
    const became = JSON.parse(row.became_json) as Counts
    const wrong = mismatches(JSON.parse(row.found_json) as Counts, became)
    await tx.rows
      .updateTable('imports')
      .set({
        state: 'done',
        phase: 'done',
        touched_at: tx.now,
        problem: wrong.length > 0 ? m.countsDiffer(wrong) : null,
      })
      .where('id', '=', move.id)
      .execute()
    await queueJob(tx, { kind: 'spam.rescore', key: '', payload: {} })
    await queueJob(tx, { kind: 'import.learn', key: move.id, payload: { import: move.id } })
    await queueJob(tx, { kind: 'import.pictures', key: move.id, payload: { import: move.id } })
    const stories = became.story ?? {}
    await noteAct(tx, {
      by: move.by,
      act: 'settings.moved-in',
      about: move.id,
      detail: m.logMovedIn(move.from, stories.public ?? 0, became.comment ?? {}),
    })
  })
}
