import type { Database } from '../../store/index.ts'

/** Who wrote a comment and where it stands; never its words. */
export interface Origin {
  storyId: string
  parentId: string | null
  authorName: string
  /** The reader whose address or passkey was verified; null for everyone else. */
  readerId: string | null
  erasedAt: number | null
}

/** Where these comments come from, by id, whatever their state; one that is unknown is not in the map. */
export async function readOrigins(db: Database, commentIds: readonly string[]): Promise<Map<string, Origin>> {
  if (commentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('comments')
    .select(['id', 'story_id', 'parent_id', 'author_name', 'reader_id', 'erased_at'])
    .where('id', 'in', commentIds)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        storyId: row.story_id,
        parentId: row.parent_id,
        authorName: row.author_name,
        readerId: row.reader_id,
        erasedAt: row.erased_at,
      },
    ]),
  )
}
