import type { Migration } from '../../migration.ts'

/** A name by which stories mean a section or an author, as it was typed: without it one that no story has used shows folded. */
export const spellings: Migration = {
  name: 'spellings of names',
  async up({ schema }) {
    await schema
      .alterTable('term_keys')
      .addColumn('spelling', 'text', (c) => c.notNull().defaultTo(''))
      .execute()
  },
}
