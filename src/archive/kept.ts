/** Readings as they were kept. */
import type { Reading, ReadingText } from '../reading/index.ts'
import type { Database } from '../store/index.ts'
import { applyCorrections } from './corrections.ts'
import { readCorrections } from './read-corrections.ts'
import type { KeptReading, Scope } from './records.ts'

/** Where a scope's readings are found: the public's is a view that holds what readers may see and nothing else. */
export const readingsFor = (scope: Scope) =>
  scope === 'public' ? ('public_readings as r' as const) : ('kept_readings as r' as const)

/** What readers may see of a story's reading; null where it isn't published, isn't read yet, or is not switched on. */
export const readPublicReading = (db: Database, storyId: string): Promise<KeptReading | null> =>
  readReading(db, storyId, 'public')

/** The reading of what was last published, for the newsroom, whatever the switch says. */
export const readKeptReading = (db: Database, storyId: string): Promise<KeptReading | null> =>
  readReading(db, storyId, 'newsroom')

/** Whether readers can search anything: a statement of a story whose reading they may see. */
export async function anyPublicStatement(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('public_readings as r')
    .innerJoin('statements as s', 's.story_id', 'r.story_id')
    .select('s.story_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function readReading(db: Database, storyId: string, scope: Scope): Promise<KeptReading | null> {
  const row = await db
    .selectFrom(readingsFor(scope))
    .select(['r.version', 'r.day', 'r.text_json', 'r.reading_json'])
    .where('r.story_id', '=', storyId)
    .executeTakeFirst()
  if (!row) return null
  const text = JSON.parse(row.text_json) as ReadingText
  const reading = JSON.parse(row.reading_json) as Reading
  return {
    storyId,
    version: row.version,
    day: row.day,
    text,
    reading: applyCorrections(reading, text, await readCorrections(db, storyId)),
  }
}

/** Of which version of each story a reading is kept, and by which edition of the reader it was made; by story. */
export async function editionsKept(
  db: Database,
  storyIds: readonly string[],
): Promise<Map<string, { version: number; edition: number }>> {
  if (storyIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('readings')
    .select(['story_id', 'version', 'edition'])
    .where('story_id', 'in', storyIds)
    .execute()
  return new Map(rows.map(({ story_id, ...kept }) => [story_id, kept]))
}
