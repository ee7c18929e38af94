/** What waited for something else of its export: taken as soon as that is there, and at the end without it. */
import { movingMessages as m } from '../../messages/index.ts'
import type { Store, Transaction } from '../../store/index.ts'
import { add, type Counts } from './counts.ts'
import { readImportRow } from './rows.ts'
import { keepThread, takeBatch } from './take/batch.ts'
import { readKnown, refOf } from './take/known-items.ts'
import { storyOfThread } from './take/marks.ts'
import { keepLines, type Move, newOutcome, note, type Outcome } from './take/move.ts'
import { takeComments, takeNotes } from './take/take-comments.ts'
import { noteLeft, noteTakenOut, noteThreadLeft, setReady, takeWaiting, type WaitingItem } from './take/waiting.ts'

/** Between two batches others have their turn. */
export const breath = () => new Promise(setImmediate)

/** Adds what a transaction has done to what the whole import has. */
export async function keepOutcome(tx: Transaction, importId: string, { became, lines }: Outcome): Promise<void> {
  await keepLines(tx, importId, lines)
  const row = await readImportRow(tx.rows, importId)
  if (!row) throw new Error(`the import ${importId} is gone`)
  const all = JSON.parse(row.became_json) as Counts
  for (const [kind, states] of Object.entries(became))
    for (const [state, count] of Object.entries(states)) add(all, kind, state, count)
  await tx.rows
    .updateTable('imports')
    .set({ became_json: JSON.stringify(all), touched_at: tx.now })
    .where('id', '=', importId)
    .execute()
}

interface Work {
  now(): number
  signal: AbortSignal | undefined
}

/** Takes what waited and can be taken now, and what waited for that, until nothing more can. */
export async function drain(store: Store, move: Move, { now, signal }: Work): Promise<void> {
  for (;;) {
    if (signal?.aborted) return
    const more = await store.transaction(now(), async (tx) => {
      const items = await takeWaiting(tx, move.id, { ready: true })
      if (items.length === 0) return false
      const outcome = await takeBatch(tx, move, items)
      noteTakenOut(outcome, items)
      await keepOutcome(tx, move.id, outcome)
      return true
    })
    if (!more) return
    await breath()
  }
}

/** Threads that came before their stories. */
export async function matchAgain(store: Store, move: Move, { now, signal }: Work): Promise<void> {
  for (;;) {
    if (signal?.aborted) return
    const more = await store.transaction(now(), async (tx) => {
      const items = await takeWaiting(tx, move.id, { rest: 'match' })
      const outcome = newOutcome()
      noteTakenOut(outcome, items)
      for (const item of items) {
        if (item.kind !== 'thread') continue
        const storyId = await storyOfThread(tx.rows, item)
        if (storyId === null) noteThreadLeft(outcome, item, await countWaitingFor(tx, move.id, item.key))
        else {
          await keepThread(tx, move, item, storyId)
          note(outcome, 'thread', 'matched')
          await setReady(tx, move.id, [item])
        }
      }
      await keepOutcome(tx, move.id, outcome)
      return items.length > 0
    })
    if (!more) return
  }
}

async function countWaitingFor(tx: Transaction, importId: string, key: string): Promise<number> {
  const { count } = await tx.rows
    .selectFrom('import_waiting')
    .select((w) => w.fn.countAll().as('count'))
    .where('import_id', '=', importId)
    .where('ref_kind', '=', 'of')
    .where('ref_key', '=', key)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What waits for something that the export lacks: answers become comments of their own, the others are left. */
export async function takeRest(store: Store, move: Move, { now, signal }: Work): Promise<void> {
  for (;;) {
    if (signal?.aborted) return
    const more = await store.transaction(now(), async (tx) => {
      const items = await takeWaiting(tx, move.id, { rest: 'others' })
      if (items.length === 0) return false
      const outcome = newOutcome()
      noteTakenOut(outcome, items)
      await takeWithout(tx, move, items, outcome)
      await setReady(tx, move.id, items)
      await keepOutcome(tx, move.id, outcome)
      return true
    })
    if (!more) return
    await drain(store, move, { now, signal })
    await breath()
  }
}

async function takeWithout(
  tx: Transaction,
  move: Move,
  items: readonly WaitingItem[],
  outcome: Outcome,
): Promise<void> {
  const refs = items.flatMap((item) =>
    item.kind === 'thread'
      ? []
      : [
          { kind: 'story', key: item.of },
          { kind: 'thread', key: item.of },
          ...(item.parent === null ? [] : [{ kind: item.kind, key: item.parent }]),
        ],
  )
  const known = await readKnown(tx.rows, move.survey.siteKey, refs)
  const comments = items.filter((item) => item.kind === 'comment')
  const notes = items.filter((item) => item.kind === 'note').map((item) => ({ ...item, parent: null }))
  for (const comment of comments)
    if (
      comment.parent !== null &&
      !known.has(refOf('comment', comment.parent)) &&
      known.has(refOf('story', comment.of))
    )
      outcome.lines.push({ about: 'said', kind: 'comment', name: comment.name, why: m.parentMissing })
  const left = [
    ...(await takeComments(tx, move, comments, { known, outcome, orphans: true })),
    ...(await takeNotes(tx, move, notes, { known, outcome })),
  ]
  for (const { item } of left) noteLeft(outcome, item)
}
