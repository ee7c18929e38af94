/** What becomes of a draft's locks and of its history with the story. */
import type { InsideListener } from '../store/index.ts'

/** In the trash nobody writes. */
export const lettingGo: InsideListener<'story.thrown-away'> = {
  on: 'story.thrown-away',
  async hear(tx, { story }) {
    await tx.rows.deleteFrom('draft_locks').where('story_id', '=', story).execute()
    await tx.rows.deleteFrom('draft_present').where('story_id', '=', story).execute()
    await tx.say({ kind: 'draft.people', story })
  },
}

/** What was written and never published goes for good with the story that it was written for. */
export const forgettingHistory: InsideListener<'story.removed'> = {
  on: 'story.removed',
  async hear(tx, { story }) {
    await tx.rows.deleteFrom('suggestions').where('story_id', '=', story).execute()
    await tx.rows.deleteFrom('draft_steps').where('story_id', '=', story).execute()
    await tx.rows.deleteFrom('draft_snapshots').where('story_id', '=', story).execute()
  },
}
