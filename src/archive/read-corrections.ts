import type { Database } from '../store/index.ts'
import type { Change, CorrectedState, Correction } from './records.ts'

/** All corrections that were ever made in a story, oldest first. */
export async function readCorrections(db: Database, storyId: string): Promise<Correction[]> {
  const rows = await db
    .selectFrom('statement_corrections')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('corrected_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    storyId: row.story_id,
    block: row.block,
    words: row.words,
    nth: row.nth,
    what: row.what as Change['what'],
    state: row.state_json === null ? null : (JSON.parse(row.state_json) as CorrectedState),
    replaces: row.replaces,
    by: row.corrected_by,
    at: row.corrected_at,
  }))
}
