/**
 * The spam model in this process. What it has learnt is what the database says:
 * the kept model, and on top of it the lessons since, in their order. Memory may
 * be ahead (a transaction was rolled back after it had learnt), behind (another
 * process decided) or on another way (one of the two and then the other), so it
 * is brought to the database's mark before each use.
 */

import type { Remembered, SpamModel } from '../../spam/index.ts'
import {
  learnRemembered,
  modelFromBytes,
  rememberedFromBytes,
  type Scorer,
  type Step,
  scorerOf,
  startModel,
  unlearn,
} from '../../spam/index.ts'
import type { Database, Store } from '../../store/index.ts'

/** A model and how it came to be what it is, as far back as it may have to be taken apart. */
export interface Known {
  /** The database's mark that this model agrees with; null where it agrees with none. */
  mark: string | null
  model: SpamModel
  /** The last lesson that is in the model and not in the trail. */
  from: number
  /** Oldest first. */
  trail: { number: number; decisionId: string; step: Step }[]
  /** Made when first asked for. */
  scorer: Scorer | null
}

/** Steps are kept this far back, and longer while the database has not kept their lessons. */
const LONGEST_TRAIL = 64

/** So many of the newest lessons may have to be learnt otherwise than memory has them; older ones are only compared. */
const UNSURE = 8

const atHand = new WeakMap<object, Known>()

/**
 * Hands the model, as it stands in the database that `db` sees, to `use`, which
 * must not wait for anything: between two of its steps the model may change.
 */
export async function withModel<T>(
  { shelf }: Pick<Store, 'shelf'>,
  db: Database,
  use: (known: Known) => T,
): Promise<T> {
  const { mark } = await db.selectFrom('spam_state').select('mark').executeTakeFirstOrThrow()
  const held = atHand.get(shelf)
  if (held?.mark === mark) return use(held)
  for (let attempt = 0; attempt < 5; attempt++) {
    const known = atHand.get(shelf) ?? (await loadKept(db))
    const lessons = await readLessons(db, known.from, known.trail.at(-UNSURE - 1)?.number ?? known.from)
    const other = atHand.get(shelf)
    // Another call has put one there meanwhile; what was read fits only this one.
    if (other && other !== known) continue
    atHand.set(shelf, known)
    if (bringTo(known, lessons)) return use(known)
    atHand.delete(shelf)
  }
  throw new Error('The spam model could not be brought to where the database has it; its lessons change too fast.')
}

export const scorerIn = (known: Known): Scorer => {
  known.scorer ??= scorerOf(known.model)
  return known.scorer
}

/** Learns one more lesson, whose row is about to be written with this number and mark. */
export function learnNext(
  known: Known,
  lesson: { number: number; decisionId: string; mark: string },
  fresh: Remembered,
) {
  // Should learning fail half way, the model agrees with nothing and is made anew.
  known.mark = null
  known.scorer = null
  const step = learnRemembered(known.model, fresh)
  known.trail.push({ number: lesson.number, decisionId: lesson.decisionId, step })
  known.mark = lesson.mark
}

/** The kept model; what is shipped, where none was kept yet. Its mark is that of no moment. */
export async function loadKept(db: Database): Promise<Known> {
  const kept = await db.selectFrom('spam_kept').select(['lesson', 'bytes']).executeTakeFirst()
  const model = kept ? modelFromBytes(kept.bytes) : startModel()
  return { mark: null, model, from: kept?.lesson ?? 0, trail: [], scorer: null }
}

export interface LessonRow {
  mark: string
  kept: number
  number: number | null
  decisionId: string | null
  features: Uint8Array | null
}

/**
 * The lessons after number `after` in their order, those after `from` with their
 * features, and the state they belong to: in one statement, so of one moment.
 */
export const readLessons = (db: Database, after: number, from = after): Promise<LessonRow[]> =>
  db
    .selectFrom('spam_state as s')
    .leftJoin('spam_lessons as l', (join) => join.on('l.number', '>', after))
    .select((s) => [
      's.mark',
      's.kept_lesson as kept',
      'l.number',
      'l.decision_id as decisionId',
      s.case().when('l.number', '>', from).then(s.ref('l.features')).else(null).end().as('features'),
    ])
    .orderBy('l.number')
    .execute()

/** Takes back what the database does not have, and learns what it has. False where the model has to be loaded anew. */
function bringTo(known: Known, rows: readonly LessonRow[]): boolean {
  const [state] = rows
  if (!state) throw new Error('the row of spam_state is missing')
  const lessons = rows.filter((row) => row.number !== null && row.number > known.from)
  const { trail, model } = known
  let same = 0
  while (same < trail.length && trail[same]?.decisionId === lessons[same]?.decisionId) same++
  const missing = lessons.slice(same)
  if (missing.some(({ features }) => features === null)) return false
  known.mark = null
  if (trail.length > same || missing.length > 0) known.scorer = null
  while (trail.length > same) unlearn(model, (trail.pop() as Known['trail'][number]).step)
  for (const { number, decisionId, features } of missing) {
    const step = learnRemembered(model, rememberedFromBytes(features as Uint8Array))
    trail.push({ number: number as number, decisionId: decisionId as string, step })
  }
  while (trail.length > LONGEST_TRAIL && (trail[0]?.number ?? 0) <= state.kept) {
    known.from = trail.shift()?.number ?? known.from
  }
  known.mark = state.mark
  return true
}
