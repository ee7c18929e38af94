/** Stories that go out by themselves: set, seen, called off. */
import { type ChangeKind, checkChange, type TypedChange } from '../corrections/index.ts'
import { scheduleMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { type Database, queueJob, type Store } from '../store/index.ts'
import { readDraft, readStoryLines } from '../story/index.ts'

/** What is late by more than this is told of, in milliseconds. */
const LATE = 60_000

/** Whether it is worth telling that something happened so many milliseconds after its time. */
export const isLate = (late: number): boolean => late > LATE

export interface Schedule {
  storyId: string
  /** Milliseconds since the epoch. */
  at: number
  /** What is said of the change, of a story that readers have; null where they have none. */
  kind: ChangeKind | null
  cause: string
}

/** A schedule that somebody should know of: it failed, or went out late. */
export interface Upset {
  storyId: string
  at: number
  headline: string
  /** Why the story did not go out; null where it did, but late. */
  problem: string | null
  /** By how much, in milliseconds. */
  late: number
}

/**
 * Has a story's draft go out at a time, as it stands by then; in place of what was set before. Of a story that
 * readers have, `change` says what kind of change it is and what was wrong, as typed.
 */
export async function scheduleStory(
  store: Store,
  { storyId, at, by, change }: { storyId: string; at: number; by: string; change: TypedChange },
  now: number,
): Promise<{ problem: string } | null> {
  if (at <= now) return { problem: m.isPast }
  return store.transaction(now, async (tx) => {
    const draft = await readDraft(tx.rows, storyId)
    if (!draft) return { problem: m.noStory }
    if (draft.heldUntil !== null) return { problem: m.isHeld }
    const said = draft.state === 'draft' ? { kind: null, cause: '' } : checkChange(change)
    if ('problem' in said) return said
    if (said.kind === 'retraction') return { problem: m.noRetraction }
    const values = { at, set_by: by, set_at: now, ended_at: null, problem: null, ...said }
    await tx.rows
      .insertInto('schedules')
      .values({ story_id: storyId, ...values })
      .onConflict((conflict) => conflict.column('story_id').doUpdateSet(values))
      .execute()
    await queueJob(tx, { kind: 'schedule.publish', key: storyId, payload: { story: storyId }, due: at })
    await noteAct(tx, { by, act: 'story.scheduled', about: storyId, detail: m.logScheduled(draft.content.headline) })
    return null
  })
}

/** Calls it off; nothing where there is none, or it is over. */
export async function unscheduleStory(store: Store, { storyId, by }: { storyId: string; by: string }, now: number) {
  await store.transaction(now, async (tx) => {
    const gone = await tx.rows
      .deleteFrom('schedules')
      .where('story_id', '=', storyId)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) return
    const line = (await readStoryLines(tx.rows, [storyId])).get(storyId)
    const detail = m.logUnscheduled(line?.headline ?? '')
    await noteAct(tx, { by, act: 'story.unscheduled', about: storyId, detail })
  })
}

/** What waits to go out, the next first; of these stories, where some are given. */
export async function readSchedules(db: Database, storyIds?: readonly string[]): Promise<Schedule[]> {
  if (storyIds?.length === 0) return []
  let query = db
    .selectFrom('schedules')
    .select(['story_id as storyId', 'at', 'kind', 'cause'])
    .where('ended_at', 'is', null)
  if (storyIds) query = query.where('story_id', 'in', storyIds)
  return query.orderBy('at').orderBy('story_id').execute()
}

/** What failed, or went out late, until somebody has seen it; the last first. */
export async function readUpsets(db: Database): Promise<Upset[]> {
  const rows = await db
    .selectFrom('schedules')
    .select(['story_id', 'at', 'ended_at', 'problem'])
    .where('ended_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(50)
    .execute()
  const ids = rows.map(({ story_id }) => story_id)
  const lines = await readStoryLines(db, ids)
  return rows.flatMap(({ story_id, at, ended_at, problem }) => {
    const late = (ended_at ?? at) - at
    const headline = lines.get(story_id)?.headline ?? ''
    return problem === null && !isLate(late) ? [] : [{ storyId: story_id, at, headline, problem, late }]
  })
}

/** Those that failed and that nobody has seen yet. */
export const failedSchedules = (db: Database) => db.selectFrom('schedules').where('problem', 'is not', null)

/** How many failed and were not seen yet, and when the newest did, in milliseconds since the epoch; of those that had by then, where `until` is given. */
export async function countFailedSchedules(
  db: Database,
  until?: number,
): Promise<{ count: number; newest: number | null }> {
  let query = failedSchedules(db)
  if (until !== undefined) query = query.where('ended_at', '<=', until)
  const row = await query
    .select((s) => [s.fn.countAll().as('count'), s.fn.max('ended_at').as('newest')])
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), newest: row.newest === null ? null : Number(row.newest) }
}

/** Somebody has seen what became of it. */
export async function dropUpset(store: Store, storyId: string, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    await tx.rows.deleteFrom('schedules').where('story_id', '=', storyId).where('ended_at', 'is not', null).execute()
    await tx.say({ kind: 'schedules.changed', story: storyId })
  })
}
