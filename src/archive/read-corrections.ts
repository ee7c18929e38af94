import type { Database } from '../store/index.ts'
import type { Change, CorrectedState, Correction } from './records.ts'

/** All corrections that were ever made in a story, oldest first. */
export const readCorrections = (db: Database, storyId: string): Promise<Correction[]> =>
  readCorrectionsOf(db, [storyId])

/** The same of several stories, in one list. */
export async function readCorrectionsOf(db: Database, storyIds: readonly string[]): Promise<Correction[]> {
  const rows = await db
    .selectFrom('statement_corrections')
    .selectAll()
    .where('story_id', 'in', storyIds)
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
