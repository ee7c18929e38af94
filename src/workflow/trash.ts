/** The trash: what lies in it, and that it is emptied in time. */
import type { AnyJobHandler, Database, KeeperLog, Store } from '../store/index.ts'
import { removeForGood } from '../story/index.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    /** Removing for good what has been in the trash for long enough. */
    'trash.empty': Record<never, never>
  }
}

const DAY = 24 * 60 * 60_000
/** So long a story can be brought back. */
export const KEPT_FOR = 30 * DAY
const LOOK_EVERY = 60 * 60_000
const AT_ONCE = 100

export interface TrashedStory {
  id: string
  headline: string
  createdBy: string | null
  /** Whether readers have seen it: then its versions and its address stay. */
  wasOut: boolean
  trashedAt: number
  trashedBy: string | null
  /** When it is removed for good. */
  until: number
}

/** What lies in the trash, what was thrown away last first; of these stories, where some are given. */
export async function readTrash(db: Database, limit: number, ids?: readonly string[]): Promise<TrashedStory[]> {
  if (ids?.length === 0) return []
  const rows = await db
    .selectFrom('listed_stories')
    .select(['story_id', 'headline', 'created_by', 'published_at', 'trashed_at', 'trashed_by'])
    .where('trashed_at', 'is not', null)
    .$if(ids !== undefined, (query) => query.where('story_id', 'in', ids as readonly string[]))
    .orderBy('trashed_at', 'desc')
    .orderBy('story_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.story_id,
    headline: row.headline,
    createdBy: row.created_by,
    wasOut: row.published_at !== null,
    trashedAt: Number(row.trashed_at),
    trashedBy: row.trashed_by,
    until: Number(row.trashed_at) + KEPT_FOR,
  }))
}

/** How many stories lie in it. */
export async function countTrash(db: Database): Promise<number> {
  const row = await db
    .selectFrom('listed_stories')
    .select((s) => s.fn.countAll().as('count'))
    .where('trashed_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export const trashJob = (store: Store, { log, now }: { log: KeeperLog; now(): number }): AnyJobHandler => ({
  kind: 'trash.empty',
  what: 'emptying the trash',
  every: LOOK_EVERY,
  async run() {
    let removed = 0
    for (;;) {
      const rows = await store.db
        .selectFrom('listed_stories')
        .select('story_id')
        .where('trashed_at', '<=', now() - KEPT_FOR)
        .orderBy('trashed_at')
        .limit(AT_ONCE)
        .execute()
      for (const { story_id } of rows) await removeForGood(store, { storyId: story_id, by: null }, now())
      removed += rows.length
      if (rows.length < AT_ONCE) break
    }
    if (removed > 0) log.info({ stories: removed }, 'emptied the trash')
  },
})
