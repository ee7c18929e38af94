import type { Migration } from '../../migration.ts'
import { writtenOnce } from '../triggers/written-once.ts'

/** What was changed in stories that readers had seen. */
export const corrections: Migration = {
  name: 'corrections',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('corrections')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('cause', 'text', (c) => c.notNull())
      .addColumn('changes_json', 'text', (c) => c.notNull())
      .addColumn('made_at', instant, (c) => c.notNull())
      .addColumn('made_by', 'text', (c) => c.references('people.id'))
      .addUniqueConstraint('one_correction_a_version', ['story_id', 'version'])
      .execute()
    await schema.createIndex('corrections_by_time').on('corrections').columns(['made_at', 'id']).execute()
    await writtenOnce('corrections', write, kind)
    // When a story was last taken off the site.
    await schema.createIndex('acts_by_about').on('acts').columns(['about', 'act']).execute()
  },
}
