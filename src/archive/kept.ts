/** Readings as they were kept. */
import type { Reading, ReadingText } from '../reading/index.ts'
import type { Database } from '../store/index.ts'
import { applyCorrections } from './corrections.ts'
import { readCorrectionsOf } from './read-corrections.ts'
import type { KeptReading, Scope } from './records.ts'

/** Where a scope's readings are found: the public's is a view that holds what readers may see and nothing else. */
export const readingsFor = (scope: Scope) =>
  scope === 'public' ? ('public_readings as r' as const) : ('kept_readings as r' as const)

/** What readers may see of a story's reading; null where it isn't published, isn't read yet, or is not switched on. */
export const readPublicReading = async (db: Database, storyId: string): Promise<KeptReading | null> =>
  (await readPublicReadings(db, [storyId])).get(storyId) ?? null

/** The same of several stories, by their ids; in two statements, however many they are. */
export const readPublicReadings = (db: Database, storyIds: readonly string[]): Promise<Map<string, KeptReading>> =>
  readReadings(db, storyIds, 'public')

/** The reading of what was last published, for the newsroom, whatever the switch says. */
export const readKeptReading = async (db: Database, storyId: string): Promise<KeptReading | null> =>
  (await readReadings(db, [storyId], 'newsroom')).get(storyId) ?? null

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

async function readReadings(
  db: Database,
  storyIds: readonly string[],
  scope: Scope,
): Promise<Map<string, KeptReading>> {
  if (storyIds.length === 0) return new Map()
  const rows = await db
    .selectFrom(readingsFor(scope))
    .select(['r.story_id', 'r.version', 'r.day', 'r.text_json', 'r.reading_json'])
    .where('r.story_id', 'in', storyIds)
    .execute()
  if (rows.length === 0) return new Map()
  const corrections = await readCorrectionsOf(
    db,
    rows.map(({ story_id }) => story_id),
  )
  return new Map(
    rows.map(({ story_id: storyId, version, day, text_json, reading_json }) => {
      const text = JSON.parse(text_json) as ReadingText
      const own = corrections.filter((one) => one.storyId === storyId)
      const reading = applyCorrections(JSON.parse(reading_json) as Reading, text, own)
      return [storyId, { storyId, version, day, text, reading }]
    }),
  )
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
