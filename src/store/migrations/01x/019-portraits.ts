import type { Migration } from '../../migration.ts'

/** A picture of the library for a name with a page; and the stories of a name in order, to find the newest of them. */
export const portraits: Migration = {
  name: 'portraits',
  async up({ schema }) {
    await schema
      .alterTable('accepted_names')
      .addColumn('picture_id', 'text', (c) => c.references('pictures.id'))
      .execute()
    await schema.dropIndex('names_by_key').execute()
    await schema.createIndex('names_by_key').on('names').columns(['kind', 'name_key', 'story_id']).execute()
  },
}
