/** What an editor keeps at the top of the front page. */
import type { Database } from '../store/index.ts'

export interface Pin {
  storyId: string
  /** When it lets go, in milliseconds since the epoch; null for never. */
  until: number | null
}

/** Those that hold at that moment, in their order; also of stories that are off the site. */
export async function readPins(db: Database, now: number): Promise<Pin[]> {
  const rows = await db
    .selectFrom('front_pins')
    .select(['story_id', 'until'])
    .where((s) => s.or([s('until', 'is', null), s('until', '>', now)]))
    .orderBy('place')
    .orderBy('story_id')
    .execute()
  return rows.map(({ story_id, until }) => ({ storyId: story_id, until: until === null ? null : Number(until) }))
}
