/** Readings as they were kept, and the switch that decides which of them readers see. */
import { noteAct } from '../people/index.ts'
import type { Reading, ReadingText } from '../reading/index.ts'
import type { Database, Store } from '../store/index.ts'
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

/** "Who says so" on or off for a story; its pages show it at once. */
export async function setWhoSaysSo(
  store: Store,
  storyId: string,
  on: boolean,
  by: string | null,
  now: number,
): Promise<void> {
  await store.transaction(now, async (tx) => {
    await tx.rows
      .updateTable('stories')
      .set({ who_says_so: on ? 1 : 0, who_says_so_by: by, who_says_so_at: now })
      .where('id', '=', storyId)
      .execute()
    const detail = on ? 'Showed readers who says so' : 'Hid from readers who says so'
    await noteAct(tx, { by, act: 'story.who-says-so', about: storyId, detail })
    await tx.say({ kind: 'reading.changed', story: storyId })
  })
}

/** As an editor set it; null where nobody has, so that its first publication takes the site's setting. */
export async function readWhoSaysSo(db: Database, storyId: string): Promise<boolean | null> {
  const row = await db.selectFrom('stories').select('who_says_so').where('id', '=', storyId).executeTakeFirst()
  return row === undefined || row.who_says_so === null ? null : row.who_says_so === 1
}
