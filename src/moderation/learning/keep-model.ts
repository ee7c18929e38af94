/**
 * Keeping the model as bytes, beside the work: so that a start does not learn
 * all lessons anew, and no decision waits for a megabyte to be written.
 */

import { learnRemembered, modelToBytes, rememberedFromBytes } from '../../spam/index.ts'
import type { Store } from '../../store/index.ts'
import { UNDO_FOR } from '../decisions/index.ts'
import { loadKept, readLessons } from './known-model.ts'

/** So many lessons are learnt again at a start, at the most of what is old enough. */
export const KEEP_EVERY = 50

/** A lesson this old (ms) can't be taken back any more, also where two machines' clocks differ by a minute or so. */
export const KEEP_AFTER = 12 * UNDO_FOR

/** Between two breaths of the event loop; one lesson takes a millisecond or two. */
const LESSONS_AT_ONCE = 8

/**
 * Puts the lessons that are old enough into the kept model, where there are
 * enough of them; their features are needed no more and go. Answers how many.
 */
export async function keepModel(store: Store, now: number, least = KEEP_EVERY): Promise<number> {
  const state = await store.db.selectFrom('spam_state').selectAll().executeTakeFirstOrThrow()
  if (state.last_lesson - state.kept_lesson < least) return 0
  const known = await loadKept(store.db)
  const until = await lastOldLesson(store, now)
  const lessons = (await readLessons(store.db, known.from)).filter(
    ({ number }) => number !== null && until !== null && number <= until,
  )
  const last = lessons.at(-1)?.number
  if (lessons.length < least || last === undefined || last === null) return 0
  for (const [i, { features }] of lessons.entries()) {
    // Another process has kept them meanwhile.
    if (features === null) return 0
    learnRemembered(known.model, rememberedFromBytes(features))
    if (i % LESSONS_AT_ONCE === LESSONS_AT_ONCE - 1) await new Promise(setImmediate)
  }
  const values = { lesson: last, bytes: Buffer.from(modelToBytes(known.model).buffer), kept_at: now }
  return store.transaction(now, async (tx) => {
    const taken = await tx.rows
      .updateTable('spam_state')
      .set({ kept_lesson: last })
      .where('id', '=', 1)
      .where('kept_lesson', '=', known.from)
      .executeTakeFirst()
    if (taken.numUpdatedRows === 0n) return 0
    const still = await tx.rows
      .selectFrom('spam_lessons')
      .select('decision_id')
      .where('number', '>', known.from)
      .where('number', '<=', last)
      .orderBy('number')
      .execute()
    if (still.map((row) => row.decision_id).join() !== lessons.map(({ decisionId }) => decisionId).join())
      throw new Error('a lesson was taken back that is too old for it; the model is kept later')
    await tx.rows
      .insertInto('spam_kept')
      .values({ id: 1, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute()
    await tx.rows
      .updateTable('spam_lessons')
      .set({ features: null })
      .where('number', '>', known.from)
      .where('number', '<=', last)
      .execute()
    return lessons.length
  })
}

/** The last lesson before the first that may still be taken back. */
async function lastOldLesson(store: Store, now: number): Promise<number | null> {
  const row = await store.db
    .selectNoFrom((no) => [
      no
        .selectFrom('spam_lessons')
        .select((l) => l.fn.min('number').as('number'))
        .where('learnt_at', '>', now - KEEP_AFTER)
        .as('young'),
      no
        .selectFrom('spam_lessons')
        .select((l) => l.fn.max('number').as('number'))
        .as('last'),
    ])
    .executeTakeFirstOrThrow()
  return row.young === null ? row.last : Number(row.young) - 1
}
