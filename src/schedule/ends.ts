/** Stories that leave the site by themselves: set, called off, done, told. */
import { scheduleMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { type AnyJobHandler, type Database, type InsideListener, queueJob, type Store } from '../store/index.ts'
import { readStoryLines, unpublish } from '../story/index.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    'story.end': { story: string }
  }
}

/** Has a story taken off the site at a time, in place of what was set before. */
export async function setStoryEnd(
  store: Store,
  { storyId, at, by }: { storyId: string; at: number; by: string },
  now: number,
): Promise<{ problem: string } | null> {
  if (at <= now) return { problem: m.endIsPast }
  return store.transaction(now, async (tx) => {
    const line = (await readStoryLines(tx.rows, [storyId])).get(storyId)
    if (!line) return { problem: m.noStory }
    const values = { at, set_by: by, set_at: now, ended_at: null }
    await tx.rows
      .insertInto('story_ends')
      .values({ story_id: storyId, ...values })
      .onConflict((conflict) => conflict.column('story_id').doUpdateSet(values))
      .execute()
    await queueJob(tx, { kind: 'story.end', key: storyId, payload: { story: storyId }, due: at })
    await noteAct(tx, { by, act: 'story.end', about: storyId, detail: m.logEnd(line.headline) })
    return null
  })
}

/** Leaves it on the site; nothing where no end was set. */
export async function dropStoryEnd(store: Store, { storyId, by }: { storyId: string; by: string }, now: number) {
  await store.transaction(now, async (tx) => {
    const gone = await tx.rows
      .deleteFrom('story_ends')
      .where('story_id', '=', storyId)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) return
    const line = (await readStoryLines(tx.rows, [storyId])).get(storyId)
    await noteAct(tx, { by, act: 'story.end', about: storyId, detail: m.logNoEnd(line?.headline ?? '') })
  })
}

/** When a story leaves the site by itself; null where nobody has said so. */
export async function readStoryEnd(db: Database, storyId: string): Promise<number | null> {
  const row = await db
    .selectFrom('story_ends')
    .select('at')
    .where('story_id', '=', storyId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.at ?? null
}

/** A story that has left the site by itself. */
export interface EndedStory {
  storyId: string
  headline: string
  endedAt: number
}

/** Those that have, until somebody has seen it; the last first. */
export async function readEndedStories(db: Database): Promise<EndedStory[]> {
  const rows = await db
    .selectFrom('story_ends')
    .select(['story_id', 'ended_at'])
    .where('ended_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(50)
    .execute()
  const ids = rows.map(({ story_id }) => story_id)
  const lines = await readStoryLines(db, ids)
  return rows.map(({ story_id, ended_at }) => ({
    storyId: story_id,
    headline: lines.get(story_id)?.headline ?? '',
    endedAt: ended_at as number,
  }))
}

/** Somebody has seen that it left. */
export async function dropEndedStory(store: Store, storyId: string, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    await tx.rows.deleteFrom('story_ends').where('story_id', '=', storyId).where('ended_at', 'is not', null).execute()
  })
}

/** Whatever takes a story off the site ends its end with it, in the same transaction: by hand, nothing is left to tell. */
export const keepingEnds: InsideListener<'story.taken-down'> = {
  on: 'story.taken-down',
  async hear(tx, { story }) {
    await tx.rows
      .updateTable('story_ends')
      .set({ ended_at: tx.now })
      .where('story_id', '=', story)
      .where('ended_at', 'is', null)
      .where('at', '<=', tx.now)
      .execute()
    await tx.rows.deleteFrom('story_ends').where('story_id', '=', story).where('ended_at', 'is', null).execute()
  },
}

/** Takes off the site what is due, at its minute or as soon as the program runs again. */
export const endJob = (store: Store, { now }: { now(): number }): AnyJobHandler => ({
  kind: 'story.end',
  what: 'taking stories off the site at their time',
  async run({ story }) {
    const row = await store.db
      .selectFrom('story_ends')
      .select(['at', 'set_by'])
      .where('story_id', '=', story)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (!row) return
    if (row.at > now()) return row.at
    await unpublish(store, story, row.set_by, now())
    // One that was not on the site has left nothing to tell.
    await store.transaction(now(), async (tx) => {
      await tx.rows.deleteFrom('story_ends').where('story_id', '=', story).where('ended_at', 'is', null).execute()
    })
  },
})
