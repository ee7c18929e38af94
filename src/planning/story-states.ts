/** Where the stories of the plan are just now. */
import { readEmbargoTimes } from '../embargo/index.ts'
import { readSchedules } from '../schedule/index.ts'
import type { Database } from '../store/index.ts'
import { readListed, type State } from '../workflow/index.ts'

export interface PlannedStory {
  headline: string
  section: string
  state: State | 'trash'
  /** When it goes out by itself, in milliseconds since the epoch; null where nobody has said so. */
  goesOut: number | null
  /** Until when a version of it waits under embargo; null where none does. */
  heldUntil: number | null
}

/** These stories, by id; one that is gone is not among them. */
export async function readPlannedStories(db: Database, ids: readonly string[]): Promise<Map<string, PlannedStory>> {
  const [listed, schedules, embargoes] = await Promise.all([
    readListed(db, ids),
    readSchedules(db, ids),
    readEmbargoTimes(db),
  ])
  const times = new Map(schedules.map(({ storyId, at }) => [storyId, at]))
  return new Map(
    [...listed].map(([id, { headline, section, state, isInTrash }]) => [
      id,
      {
        headline,
        section,
        state: isInTrash ? 'trash' : state,
        goesOut: times.get(id) ?? null,
        heldUntil: embargoes.get(id) ?? null,
      },
    ]),
  )
}
