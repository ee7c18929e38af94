import type { Migration } from '../../migration.ts'

/** Old addresses, and where each leads. */
export const redirects: Migration = {
  name: 'old addresses',
  async up({ schema }, kind) {
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('redirects')
      .addColumn('address', 'text', (c) => c.primaryKey())
      .addColumn('target', 'text', (c) => c.notNull())
      // An import that is undone takes its stories and these in an order of its own.
      .addColumn('story_id', 'text')
      .addColumn('import_id', 'text')
      .addColumn('made_at', instant, (c) => c.notNull())
      .addColumn('made_by', 'text', (c) => c.references('people.id'))
      .execute()
    await schema.createIndex('redirects_by_import').on('redirects').column('import_id').execute()
  },
}
