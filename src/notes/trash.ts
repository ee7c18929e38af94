import type { InsideListener } from '../store/index.ts'

/** What colleagues noted on a story goes for good with it. */
export const forgettingNotes: InsideListener<'story.removed'> = {
  on: 'story.removed',
  async hear(tx, { story }) {
    await tx.rows.deleteFrom('notes').where('story_id', '=', story).execute()
  },
}
