import type { InsideListener } from '../store/index.ts'

/** A plan whose story was removed for good is a plan without a story again. */
export const lettingStoriesGo: InsideListener<'story.removed'> = {
  on: 'story.removed',
  async hear(tx, { story }) {
    await tx.rows.updateTable('plans').set({ story_id: null }).where('story_id', '=', story).execute()
  },
}
