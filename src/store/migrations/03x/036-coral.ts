import type { Migration } from '../../migration.ts'

/** What a Coral site signs its questions with, and how many there were. */
export const coral: Migration = {
  name: 'coral',
  async up({ schema }, kind) {
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('coral')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('secret', 'text', (c) => c.notNull())
      .addColumn('set_at', instant, (c) => c.notNull())
      .addColumn('set_by', 'text', (c) => c.references('people.id'))
      .addColumn('looked_at', 'integer', (c) => c.notNull())
      .addColumn('held', 'integer', (c) => c.notNull())
      .addColumn('last_at', instant)
      .execute()
  },
}
