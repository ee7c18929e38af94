/** Throwing stories away: for a time, in which they can be brought back as they were, and then for good. */
import { keepAttachmentUses } from '../attachments/index.ts'
import { keepUses } from '../media/index.ts'
import { draftMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import type { Store, Transaction } from '../store/index.ts'
import { attachmentsOf, contentFromJson, picturesOf } from './content.ts'
import { foldDraft } from './drafts/newest-words.ts'
import { takeDown } from './publish.ts'

type Trashed = { problem: string } | null

/**
 * Moves a story to the trash. One that is on the site is taken down with it where
 * `live` says so, and left alone otherwise. Null, or why it could not be.
 */
export const throwAway = (
  store: Store,
  { storyId, by, live }: { storyId: string; by: string; live: boolean },
  now: number,
): Promise<Trashed> =>
  store.transaction(now, async (tx) => {
    const words = await foldDraft(tx, storyId)
    const row = await rowOf(tx, storyId)
    if (words === null || !row) return { problem: m.noStory }
    if (row.trashed_at !== null) return { problem: m.inTrash }
    if (row.published_number !== null && !live) return { problem: m.liveToTrash }
    await takeDown(tx, storyId, by)
    await tx.rows.updateTable('stories').set({ trashed_at: now, trashed_by: by }).where('id', '=', storyId).execute()
    const { headline } = contentFromJson(words)
    await noteAct(tx, { by, act: 'story.trashed', about: storyId, detail: m.logThrownAway(headline) })
    await tx.say({ kind: 'story.thrown-away', story: storyId, by })
    return null
  })

/** Brings a story back from the trash, as a draft with all its history. */
export const bringBack = (
  store: Store,
  { storyId, by }: { storyId: string; by: string },
  now: number,
): Promise<Trashed> =>
  store.transaction(now, async (tx) => {
    const row = await rowOf(tx, storyId)
    if (!row || row.trashed_at === null || row.removed_at !== null) return { problem: m.notInTrash }
    await tx.rows.updateTable('stories').set({ trashed_at: null, trashed_by: null }).where('id', '=', storyId).execute()
    const { headline } = contentFromJson(row.draft_json)
    await noteAct(tx, { by, act: 'story.restored', about: storyId, detail: m.logBroughtBack(headline) })
    await tx.say({ kind: 'story.brought-back', story: storyId })
    return null
  })

/**
 * Removes a story of the trash for good. Of one that readers have seen, its
 * versions, its address and its comments stay, as what was said in public; what
 * was only the newsroom's goes.
 */
export const removeForGood = (
  store: Store,
  { storyId, by }: { storyId: string; by: string | null },
  now: number,
): Promise<Trashed> =>
  store.transaction(now, async (tx) => {
    const row = await rowOf(tx, storyId)
    if (!row || row.trashed_at === null || row.removed_at !== null) return { problem: m.notInTrash }
    const last = await tx.rows
      .selectFrom('story_versions')
      .select('content_json')
      .where('story_id', '=', storyId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    await tx.rows.deleteFrom('source_pages').where('story_id', '=', storyId).execute()
    const content = last ? contentFromJson(last.content_json) : null
    await keepUses(tx, { storyId, shown: 'draft', ids: content ? picturesOf(content) : [] })
    await keepAttachmentUses(tx, { storyId, shown: 'draft', ids: content ? attachmentsOf(content) : [] })
    await tx.say({ kind: 'story.removed', story: storyId, whole: !last })
    if (last)
      await tx.rows
        .updateTable('stories')
        .set({ draft_json: last.content_json, folded_number: row.draft_number, removed_at: now })
        .where('id', '=', storyId)
        .execute()
    else await tx.rows.deleteFrom('stories').where('id', '=', storyId).execute()
    const { headline } = contentFromJson(row.draft_json)
    await noteAct(tx, { by, act: 'story.removed', about: storyId, detail: m.logRemoved(headline) })
    return null
  })

const rowOf = (tx: Transaction, storyId: string) =>
  tx.rows
    .selectFrom('stories')
    .select(['draft_json', 'draft_number', 'published_number', 'trashed_at', 'removed_at'])
    .where('id', '=', storyId)
    .executeTakeFirst()
