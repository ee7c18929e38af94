/** Which other stories are filed as a story is: the ground for what is shown as related, and what comes next in a section. */
import { type SqlBool, sql } from 'kysely'
import type { Database } from '../store/index.ts'
import type { TermKind } from './term.ts'

/** Of each section and topic the newest are considered, so that a large one costs no more than others. */
const STORIES = 24

/** A story with a section or a topic that another has, too. */
export interface FiledAlike {
  storyId: string
  kind: TermKind
  /** The term that they share. */
  term: string
  /** When it first came out, in milliseconds since the epoch. */
  publishedAt: number
}

/** A story's sections and topics by all the names that they go by, beside the stories with one of those names. */
const alike = (db: Database, storyId: string) =>
  db
    .selectFrom('story_terms as own')
    .innerJoin('term_keys as named', (join) =>
      join.onRef('named.kind', '=', 'own.kind').onRef('named.key', '=', 'own.key'),
    )
    .innerJoin('term_keys as each', 'each.term_id', 'named.term_id')
    .innerJoin('story_terms as other', (join) =>
      join.onRef('other.kind', '=', 'each.kind').onRef('other.key', '=', 'each.key'),
    )
    .select(['other.story_id', 'other.kind', 'each.term_id', 'other.published_at'])
    .distinct()
    .where('own.story_id', '=', storyId)
    .whereRef('other.story_id', '<>', 'own.story_id')

/** Published stories under the section and topics of this one, a row for each that they share. One statement. */
export async function storiesFiledAlike(db: Database, storyId: string): Promise<FiledAlike[]> {
  const rows = await alike(db, storyId)
    .where('own.kind', 'in', ['section', 'topic'])
    .where('other.published_at', '>=', edgeOf('newest'))
    .execute()
  return rows.map((row) => ({
    storyId: row.story_id,
    kind: row.kind,
    term: row.term_id,
    publishedAt: row.published_at,
  }))
}

/** Ids of the published stories that came out in its section just before this one, the newest first; at most `limit`. */
export async function olderInSection(db: Database, storyId: string, limit: number): Promise<string[]> {
  const rows = await alike(db, storyId)
    .where('own.kind', '=', 'section')
    // Says no more than the next line: by it the index is read from here on, not from the section's newest story.
    .whereRef('other.published_at', '<=', 'own.published_at')
    .where(isBefore)
    .where('other.published_at', '>=', edgeOf('before'))
    .orderBy('other.published_at', 'desc')
    .orderBy('other.story_id', 'desc')
    .limit(sql.lit(limit))
    .execute()
  return rows.map(({ story_id }) => story_id)
}

const isBefore = sql<SqlBool>`(other.published_at < own.published_at
  or (other.published_at = own.published_at and other.story_id < own.story_id))`

/** The time of the last of a name's stories that are considered: of all, or of those before this one. Found in an index. */
const edgeOf = (which: 'newest' | 'before') => sql<number>`coalesce((select edge.published_at from story_terms edge
  where edge.kind = each.kind and edge.key = each.key
  ${which === 'before' ? sql`and edge.published_at <= own.published_at` : sql``}
  order by edge.published_at desc limit 1 offset ${sql.lit(STORIES)}), 0)`
