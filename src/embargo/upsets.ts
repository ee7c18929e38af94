/** What the newsroom should know of: a version that could not go live, or went live late. */
import { countFailedSchedules, isLate, type Upset } from '../schedule/index.ts'
import type { Database, Store } from '../store/index.ts'

/** Until somebody has seen it; the last first. */
export async function readEmbargoUpsets(db: Database): Promise<Upset[]> {
  const rows = await db
    .selectFrom('embargoes as e')
    .innerJoin('held_versions as v', 'v.id', 'e.version_id')
    .select(['e.story_id', 'e.until', 'e.ended_at', 'e.problem', 'v.content_json'])
    .where('e.seen_at', 'is', null)
    .where(({ or, and, eb }) =>
      or([eb('e.problem', 'is not', null), and([eb('e.ending', '=', 'live'), eb('e.ended_by', 'is', null)])]),
    )
    .orderBy('e.until', 'desc')
    .limit(50)
    .execute()
  return rows.flatMap(({ story_id, until, ended_at, problem, content_json }) => {
    const late = (ended_at ?? until) - until
    const { headline } = JSON.parse(content_json) as { headline: string }
    return problem === null && !isLate(late) ? [] : [{ storyId: story_id, at: until, headline, problem, late }]
  })
}

/** Versions that could not go live, until somebody has seen it. */
export const failedEmbargoes = (db: Database) =>
  db.selectFrom('embargoes').where('problem', 'is not', null).where('seen_at', 'is', null)

/** What was to go out at a time, by schedule or under embargo, did not, and was not seen yet: counted as `countFailedSchedules` does. */
export async function countNotPublished(db: Database, until?: number): ReturnType<typeof countFailedSchedules> {
  let query = failedEmbargoes(db)
  if (until !== undefined) query = query.where('until', '<=', until)
  const [schedules, row] = await Promise.all([
    countFailedSchedules(db, until),
    query.select((s) => [s.fn.countAll().as('count'), s.fn.max('until').as('newest')]).executeTakeFirstOrThrow(),
  ])
  const newest = [schedules.newest, row.newest].flatMap((at) => (at === null ? [] : [Number(at)]))
  return { count: schedules.count + Number(row.count), newest: newest.length === 0 ? null : Math.max(...newest) }
}

/** Somebody has seen what became of it. */
export async function dropEmbargoUpset(store: Store, storyId: string, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    await tx.rows
      .updateTable('embargoes')
      .set({ seen_at: now })
      .where('story_id', '=', storyId)
      .where(({ or, eb }) => or([eb('problem', 'is not', null), eb('ending', '=', 'live')]))
      .execute()
    await tx.say({ kind: 'schedules.changed', story: storyId })
  })
}
