/** Which other stories have a story's names: the ground for what is shown as related. */
import { sql } from 'kysely'
import type { NameKind } from '../reading/index.ts'
import type { Database } from '../store/index.ts'

/** Of a story's names those with the most mentions are looked for. */
const NAMES = 8
/** Of the stories of one name the newest are considered, so that a name of all stories costs no more than others. */
const STORIES = 24

/** A story that has a name which another has, too. */
export interface SharedName {
  storyId: string
  kind: NameKind
  /** The name, folded. */
  key: string
}

/**
 * Stories with names of this one, as far as readers may see both readings; a
 * row for each name that they share. One statement, whose cost does not grow with the archive.
 */
export async function storiesWithItsNames(db: Database, storyId: string): Promise<SharedName[]> {
  const rows = await db
    .selectFrom('names as own')
    .innerJoin('public_readings as mine', 'mine.story_id', 'own.story_id')
    .innerJoin('names as other', (join) =>
      join
        .onRef('other.kind', '=', 'own.kind')
        .onRef('other.name_key', '=', 'own.name_key')
        .onRef('other.story_id', '<>', 'own.story_id')
        .on(
          'other.story_id',
          '>=',
          sql<string>`coalesce((select n.story_id from names n where n.kind = own.kind and n.name_key = own.name_key
            order by n.story_id desc limit 1 offset ${sql.lit(STORIES)}), '')`,
        ),
    )
    .innerJoin('public_readings as theirs', 'theirs.story_id', 'other.story_id')
    .select(['other.story_id', 'other.kind', 'other.name_key'])
    .distinct()
    .where('own.story_id', '=', storyId)
    .where('own.position', 'in', (e) =>
      e
        .selectFrom('names as n')
        .select('n.position')
        .where('n.story_id', '=', storyId)
        .orderBy('n.mentions', 'desc')
        .orderBy('n.position')
        .limit(sql.lit(NAMES)),
    )
    .execute()
  return rows.map(({ story_id, kind, name_key }) => ({ storyId: story_id, kind: kind as NameKind, key: name_key }))
}
