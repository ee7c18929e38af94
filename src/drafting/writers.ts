/** Who wrote in a draft since a point of its history. */
import type { Database } from '../store/index.ts'
import { readDraft } from '../story/index.ts'

export interface Writer {
  /** A person's id; null where the command line did it. */
  by: string | null
  /** The last number at which they changed something. */
  last: number
}

/**
 * Everybody who changed words after number `since`, with the last number at which they did. A suggestion that
 * somebody else accepted is nobody's alone: two have seen it. What is older than the history is its first author's.
 */
export async function readWriters(db: Database, storyId: string, since: number): Promise<Writer[]> {
  const rows = await db
    .selectFrom('draft_steps')
    .select((s) => ['by', s.fn.max('number').as('last')])
    .where('story_id', '=', storyId)
    .where('number', '>', since)
    .where('steps_json', '!=', '[]')
    .where(({ or, eb }) => or([eb('kind', '!=', 'accepted'), eb('about', 'is', null), eb('about', '=', eb.ref('by'))]))
    .groupBy('by')
    .execute()
  const writers = rows.map(({ by, last }) => ({ by, last: Number(last) }))
  if (since > 0) return writers
  const first = await db
    .selectFrom('draft_steps')
    .select((s) => s.fn.min('number').as('number'))
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  if (Number(first?.number ?? 0) === 1) return writers
  const draft = await readDraft(db, storyId)
  const author = draft?.createdBy ?? null
  return writers.some(({ by }) => by === author) ? writers : [...writers, { by: author, last: 1 }]
}
