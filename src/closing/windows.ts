/** Until when a story takes comments: by the site's setting from its first publication on, or as its editor says. */
import { closingMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { readSiteSettings } from '../publication/index.ts'
import {
  type AnyJobHandler,
  type Database,
  type InsideListener,
  queueJob,
  type Store,
  type Transaction,
} from '../store/index.ts'
import { readCommentsOpen, setCommentsOpen } from '../story/index.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    'comments.close': { story: string }
  }
}

const DAY = 24 * 60 * 60 * 1000

interface CommentWindow {
  /** When comments close by themselves, in milliseconds since the epoch. */
  at: number
  /** When they did; null while they are open. */
  closedAt: number | null
}

/** Null where comments close by hand only. */
export async function readCommentWindow(db: Database, storyId: string): Promise<CommentWindow | null> {
  const row = await db
    .selectFrom('comment_windows')
    .select(['at', 'ended_at'])
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return row ? { at: row.at, closedAt: row.ended_at } : null
}

/** Has a story's comments close at a time; null: by hand only. { problem } where that time has passed. */
export async function setCommentWindow(
  store: Store,
  { storyId, at, by }: { storyId: string; at: number | null; by: string },
  now: number,
): Promise<{ problem: string } | null> {
  if (at !== null && at <= now) return { problem: m.closingIsPast }
  await store.transaction(now, async (tx) => {
    if (at === null) await tx.rows.deleteFrom('comment_windows').where('story_id', '=', storyId).execute()
    else await keepWindow(tx, { storyId, at, by })
    await noteAct(tx, {
      ...{ by, act: 'story.mode', about: storyId },
      detail: at === null ? m.logNoWindow : m.logWindow,
    })
    await tx.say({ kind: 'story.comments', story: storyId })
  })
  return null
}

async function keepWindow(
  tx: Transaction,
  { storyId, at, by }: { storyId: string; at: number; by: string | null },
): Promise<void> {
  const values = { at, set_by: by, set_at: tx.now, ended_at: null }
  await tx.rows
    .insertInto('comment_windows')
    .values({ story_id: storyId, ...values })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet(values))
    .execute()
  await queueJob(tx, { kind: 'comments.close', key: storyId, payload: { story: storyId }, due: at })
}

/** Comments that somebody opens again stay open until somebody says otherwise: what is over is forgotten. */
export const keepingReopened: InsideListener<'story.comments'> = {
  on: 'story.comments',
  async hear(tx, { story }) {
    if (await readCommentsOpen(tx.rows, story)) await forgetPastWindow(tx, story)
  },
}

async function forgetPastWindow(tx: Transaction, storyId: string): Promise<void> {
  await tx.rows.deleteFrom('comment_windows').where('story_id', '=', storyId).where('at', '<=', tx.now).execute()
}

/** With its first publication a story takes the site's setting, unless its editor has said something else. */
export const keepingWindows: InsideListener<'story.published'> = {
  on: 'story.published',
  async hear(tx, { story }) {
    const { commentsCloseAfter } = await readSiteSettings(tx.rows)
    const days = Number(commentsCloseAfter)
    if (days === 0) return
    const row = await tx.rows
      .selectFrom('published_stories')
      .select('first_published_at')
      .where('id', '=', story)
      .where('number', '=', 1)
      .executeTakeFirst()
    if (!row || (await readCommentWindow(tx.rows, story))) return
    await keepWindow(tx, { storyId: story, at: row.first_published_at + days * DAY, by: null })
  },
}

/** Stories of another system too; those whose days are over take no comments from the start. */
export const keepingOldWindows: InsideListener<'stories.brought-in'> = {
  on: 'stories.brought-in',
  async hear(tx, { stories }) {
    const days = Number((await readSiteSettings(tx.rows)).commentsCloseAfter)
    if (days === 0) return
    const rows = await tx.rows
      .selectFrom('published_stories')
      .select(['id', 'first_published_at', 'comments_open'])
      .where('id', 'in', stories)
      .execute()
    for (const { id, first_published_at, comments_open } of rows) {
      const at = first_published_at + days * DAY
      if (at > tx.now) await keepWindow(tx, { storyId: id, at, by: null })
      else if (comments_open === 1) await setCommentsOpen(tx, id, false)
    }
  },
}

/** Closes comments at their minute, or as soon as the program runs again. */
export const closingJob = (store: Store, { now }: { now(): number }): AnyJobHandler => ({
  kind: 'comments.close',
  what: 'closing comments at their time',
  run: ({ story }) =>
    store.transaction(now(), async (tx) => {
      const window = await readCommentWindow(tx.rows, story)
      if (!window || window.closedAt !== null) return
      if (window.at > tx.now) return window.at
      const isOpen = await readCommentsOpen(tx.rows, story)
      // Where somebody has closed them by hand, it was they who did.
      if (!isOpen) await forgetPastWindow(tx, story)
      if (!isOpen) return
      await setCommentsOpen(tx, story, false)
      await tx.rows.updateTable('comment_windows').set({ ended_at: window.at }).where('story_id', '=', story).execute()
      await noteAct(tx, { by: null, act: 'story.mode', about: story, detail: m.logClosed })
      await tx.say({ kind: 'story.comments', story })
    }),
})
