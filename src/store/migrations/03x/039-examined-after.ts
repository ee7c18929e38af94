import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'

/** Comments are on disk first and examined right after: what has come in under which circumstances, and stands in no band yet. */
export const examinedAfter: Migration = {
  name: 'comments examined after they came in',
  async up(write) {
    await write.schema.alterTable('comment_revisions').addColumn('to_examine', 'text').execute()
    await sql`create index unexamined on comment_revisions (created_at, id) where to_examine is not null`.execute(write)
    await sql`drop index review_bands`.execute(write)
    await sql`create index review_bands on comment_revisions (band, created_at, id)
      where state = 'held' and to_examine is null`.execute(write)
  },
}
