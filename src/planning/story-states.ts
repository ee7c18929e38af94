/** Where the stories of the plan are just now. The one place that knows which states there are. */
import { readSchedules } from '../schedule/index.ts'
import type { Database } from '../store/index.ts'
import { readPublishedLines, readStoryLines } from '../story/index.ts'

export interface PlannedStory {
  headline: string
  section: string
  state: 'draft' | 'scheduled' | 'live'
  /** When it goes out by itself, in milliseconds since the epoch; null where nobody has said so. */
  goesOut: number | null
}

/** These stories, by id; one that is gone is not among them. */
export async function readPlannedStories(db: Database, ids: readonly string[]): Promise<Map<string, PlannedStory>> {
  const [lines, live, schedules] = await Promise.all([
    readStoryLines(db, ids),
    readPublishedLines(db, ids),
    readSchedules(db, ids),
  ])
  const times = new Map(schedules.map(({ storyId, at }) => [storyId, at]))
  return new Map(
    [...lines].map(([id, { headline, section }]) => {
      const goesOut = times.get(id) ?? null
      const state = live.has(id) ? 'live' : goesOut === null ? 'draft' : 'scheduled'
      return [id, { headline, section, state, goesOut }]
    }),
  )
}
