import type { Migration } from '../../migration.ts'

/** What caches in front of the site are to be told, and where pages were shown. */
export const caches: Migration = {
  name: 'caches in front',
  async up({ schema }, kind) {
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('cache_drops')
      .addColumn('tag', 'text', (c) => c.primaryKey())
      .addColumn('said_at', instant, (c) => c.notNull())
      .addColumn('due_at', instant, (c) => c.notNull())
      .addColumn('times_left', 'integer', (c) => c.notNull())
      .addColumn('said', 'integer', (c) => c.notNull())
      .execute()
    await schema
      .createTable('shared_addresses')
      .addColumn('tag', 'text', (c) => c.notNull())
      .addColumn('path', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('shared_addresses_key', ['tag', 'path'])
      .execute()
    await schema.createIndex('shared_addresses_path').on('shared_addresses').column('path').execute()
  },
}
