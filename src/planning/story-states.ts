/** Where the stories of the plan are just now. */
import { readSchedules } from '../schedule/index.ts'
import type { Database } from '../store/index.ts'
import { readListed, type State } from '../workflow/index.ts'

export interface PlannedStory {
  headline: string
  section: string
  state: State | 'trash'
  /** When it goes out by itself, in milliseconds since the epoch; null where nobody has said so. */
  goesOut: number | null
}

/** These stories, by id; one that is gone is not among them. */
export async function readPlannedStories(db: Database, ids: readonly string[]): Promise<Map<string, PlannedStory>> {
  const [listed, schedules] = await Promise.all([readListed(db, ids), readSchedules(db, ids)])
  const times = new Map(schedules.map(({ storyId, at }) => [storyId, at]))
  return new Map(
    [...listed].map(([id, { headline, section, state, isInTrash }]) => [
      id,
      { headline, section, state: isInTrash ? 'trash' : state, goesOut: times.get(id) ?? null },
    ]),
  )
}
