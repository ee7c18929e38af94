import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'
import { writtenOnce } from '../triggers/written-once.ts'

/** Second looks at decisions, and the way to what was withdrawn lately. */
export const figures: Migration = {
  name: 'figures',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('blind_looks')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('decision_id', 'text', (c) => c.notNull().references('decisions.id'))
      .addColumn('person_id', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('at', instant, (c) => c.notNull())
      .addUniqueConstraint('blind_looks_once', ['decision_id', 'person_id'])
      .execute()
    await schema.createIndex('blind_looks_by_time').on('blind_looks').column('at').execute()
    await writtenOnce('blind_looks', write, kind)
    await schema
      .createIndex('revisions_withdrawn')
      .on('comment_revisions')
      .column('state_at')
      .where(sql.ref('state'), '=', sql.lit('withdrawn'))
      .execute()
  },
}
