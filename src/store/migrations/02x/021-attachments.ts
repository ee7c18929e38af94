import type { Migration } from '../../migration.ts'

/** PDFs, audio and video of the site's own, and which story shows which. */
export const attachments: Migration = {
  name: 'attachments',
  async up(write, kind) {
    const { schema } = write
    const big = kind === 'postgres' ? 'bigint' : 'integer'
    let table = schema.createTable('attachments').addColumn('id', 'text', (c) => c.primaryKey())
    for (const name of ['file', 'content', 'format', 'name', 'title', 'captions', 'transcript', 'words'])
      table = table.addColumn(name, 'text', (c) => c.notNull())
    for (const name of ['duration', 'width', 'height', 'pages']) table = table.addColumn(name, 'integer')
    await table
      .addColumn('bytes', big, (c) => c.notNull())
      .addColumn('poster', 'text', (c) => c.references('pictures.id'))
      .addColumn('added_by', 'text', (c) => c.references('people.id'))
      .addColumn('added_at', big, (c) => c.notNull())
      .execute()
    await schema.createIndex('attachments_by_content').on('attachments').column('content').execute()
    await schema.createIndex('attachments_by_time').on('attachments').columns(['added_at', 'id']).execute()
    await schema
      .createTable('attachment_uses')
      .addColumn('attachment_id', 'text', (c) => c.notNull().references('attachments.id'))
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('shown', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('attachment_uses_key', ['attachment_id', 'story_id', 'shown'])
      .execute()
    await schema.createIndex('attachment_uses_by_story').on('attachment_uses').column('story_id').execute()
  },
}
