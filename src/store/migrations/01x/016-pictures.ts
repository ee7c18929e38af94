import type { Migration } from '../../migration.ts'

/** Pictures of the site's own, and which story shows which. */
export const pictures: Migration = {
  name: 'pictures',
  async up(write, kind) {
    const { schema } = write
    const big = kind === 'postgres' ? 'bigint' : 'integer'
    let table = schema.createTable('pictures').addColumn('id', 'text', (c) => c.primaryKey())
    for (const name of ['file', 'format', 'name', 'caption', 'credit', 'rights', 'place', 'taken', 'ai', 'ai_system'])
      table = table.addColumn(name, 'text', (c) => c.notNull())
    for (const name of ['width', 'height', 'animated', 'credentials', 'focus_x', 'focus_y'])
      table = table.addColumn(name, 'integer', (c) => c.notNull())
    await table
      .addColumn('bytes', big, (c) => c.notNull())
      .addColumn('renditions_json', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('added_by', 'text', (c) => c.references('people.id'))
      .addColumn('added_at', big, (c) => c.notNull())
      .execute()
    await schema.createIndex('pictures_by_file').on('pictures').column('file').execute()
    await schema.createIndex('pictures_by_time').on('pictures').columns(['added_at', 'id']).execute()
    await schema
      .createTable('picture_uses')
      .addColumn('picture_id', 'text', (c) => c.notNull().references('pictures.id'))
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('shown', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('picture_uses_key', ['picture_id', 'story_id', 'shown'])
      .execute()
    await schema.createIndex('picture_uses_by_story').on('picture_uses').column('story_id').execute()
  },
}
