/** What is to be done next of an import that was given in the newsroom. */
import { movingMessages as m } from '../../messages/index.ts'
import type { Store } from '../../store/index.ts'
import { type Item, type Question, UnreadableExport } from '../items/index.ts'
import { openExport } from './open-export.ts'
import type { Line } from './options.ts'
import { type Import, keepLooked, readImport, stopImport } from './rows.ts'
import { type HowToMove, runImport, TakenByAnother } from './run.ts'
import { survey } from './survey.ts'
import { keepLines } from './take/move.ts'
import { undoImport } from './undo.ts'

/** Looks through it, takes it in or takes it out; what can't be is said in its record. */
export async function workOn(store: Store, importId: string, how: HowToMove): Promise<void> {
  const of = await readImport(store.db, importId)
  if (!of) return
  if (of.state === 'undoing') {
    await undoImport(store, { id: importId, by: of.startedBy ?? '' }, how)
    return
  }
  try {
    const opened = await openExport(of.paths)
    try {
      if (of.state === 'looking') await lookThrough(store, of, { opened, now: how.now })
      else await runImport(store, importId, opened, how)
    } finally {
      await opened.close()
    }
  } catch (error) {
    if (!(error instanceof UnreadableExport || error instanceof TakenByAnother)) throw error
    await stopImport(store, { id: importId, problem: error.message }, how.now())
  }
}

/** Told at once, so that an account of any length fits into memory. */
const AT_ONCE = 200

async function lookThrough(
  store: Store,
  { id, answers }: Import,
  { opened, now }: { opened: Awaited<ReturnType<typeof openExport>>; now(): number },
): Promise<void> {
  const missing = opened.asks.find((question: Question) => answers[question] === undefined)
  if (missing) throw new UnreadableExport(m.asks[missing])
  let lines: Line[] = []
  const keep = async () => {
    const some = lines
    lines = []
    await store.transaction(now(), (tx) => keepLines(tx, id, some))
  }
  const tell = async (_: Item, line: Line | null) => {
    if (line === null) return
    lines.push(line)
    if (lines.length >= AT_ONCE) await keep()
  }
  const looked = await survey(opened, answers, tell, { closely: true })
  await keep()
  await keepLooked(store, { id, format: opened.format.name, print: opened.print, ...looked }, now())
}
