/** Where one story stands, as its page says it. */
import type { Database } from '../store/index.ts'
import { stateOf } from './list.ts'
import { listedRow, readMarks } from './marks.ts'
import { needsSecondPerson, unreadWriters } from './second-person.ts'
import type { MarkMade, Stage, State } from './stage.ts'

export interface Standing {
  state: State
  /** How the draft stands; of a story on the site, the next words of it. */
  stage: Stage
  /** Whether there is anything that readers have not got yet. */
  isNew: boolean
  /** By which mark it stands so; null for a draft that nobody said anything of. */
  mark: MarkMade | null
  /** What was said of the draft before it was changed: it holds no more. */
  fellFrom: MarkMade | null
  /** People's ids whose words nobody else has read; null stands for the command line. Empty where that is not asked for. */
  unread: readonly (string | null)[]
}

/** Null where there is no such story. */
export async function readStanding(db: Database, storyId: string): Promise<Standing | null> {
  const row = await listedRow(db, storyId)
  if (!row) return null
  const [[last = null], forTwo] = await Promise.all([readMarks(db, storyId, row.since_number), needsSecondPerson(db)])
  const { state, stage } = stateOf(row)
  const isNew = row.live === 0 || row.draft_number > row.same_number
  const unread = forTwo && isNew ? await unreadWriters(db, storyId, row.since_number) : []
  const holds = last !== null && stage !== 'draft'
  const fell = !holds && last !== null && (last.mark === 'ready' || last.mark === 'checked')
  return {
    state,
    stage,
    isNew,
    mark: holds ? last : null,
    fellFrom: fell ? last : null,
    unread: unread.map(({ by }) => by),
  }
}
