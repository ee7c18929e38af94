/** A schedule's hour: the story goes out, and that is over in the same transaction. */
import { publishChange } from '../corrections/index.ts'
import type { AnyJobHandler, InsideListener, Store } from '../store/index.ts'
import { publish } from '../story/index.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    'schedule.publish': { story: string }
  }
}

/**
 * Whatever publishes a story ends its schedule with it: so it goes out once,
 * also where the program was killed right after, and a draft that was published
 * by hand is not published again under somebody's hands.
 */
export const endingSchedules: InsideListener<'story.published'> = {
  on: 'story.published',
  async hear(tx, { story }) {
    await tx.rows
      .updateTable('schedules')
      .set({ ended_at: tx.now })
      .where('story_id', '=', story)
      .where('ended_at', 'is', null)
      .execute()
  },
}

/** What was taken off the site doesn't come back by itself. */
export const cancellingSchedules: InsideListener<'story.taken-down'> = {
  on: 'story.taken-down',
  async hear(tx, { story }) {
    await tx.rows.deleteFrom('schedules').where('story_id', '=', story).where('ended_at', 'is', null).execute()
  },
}

/** What is in the trash does not go out, and nobody is told of it. */
export const callingOff: InsideListener<'story.thrown-away'> = {
  on: 'story.thrown-away',
  async hear(tx, { story }) {
    await tx.rows.deleteFrom('schedules').where('story_id', '=', story).execute()
    await tx.rows.deleteFrom('story_ends').where('story_id', '=', story).execute()
  },
}

/** Publishes what is due, at its minute or as soon as the program runs again. */
export const scheduleJob = (store: Store, { now }: { now(): number }): AnyJobHandler => ({
  kind: 'schedule.publish',
  what: 'publishing what was scheduled',
  async run({ story }) {
    const row = await store.db
      .selectFrom('schedules')
      .select(['at', 'set_by', 'kind', 'cause'])
      .where('story_id', '=', story)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (!row) return
    if (row.at > now()) return row.at
    const { set_by: by, kind, cause } = row
    const result =
      kind === null
        ? await publish(store, { id: story, by }, now())
        : await publishChange(store, { id: story, by, change: { kind, cause } }, now())
    if (!('problem' in result)) return
    await store.transaction(now(), async (tx) => {
      await tx.rows
        .updateTable('schedules')
        .set({ ended_at: tx.now, problem: result.problem })
        .where('story_id', '=', story)
        .where('ended_at', 'is', null)
        .where('at', '=', row.at)
        .execute()
      await tx.say({ kind: 'schedules.changed', story })
    })
  },
})
