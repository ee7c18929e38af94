import type { Migration } from '../../migration.ts'

/** When a draft goes out by itself, and what came of it. */
export const schedules: Migration = {
  name: 'schedules',
  async up({ schema }, kind) {
    const big = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('schedules')
      .addColumn('story_id', 'text', (c) => c.primaryKey().references('stories.id'))
      .addColumn('at', big, (c) => c.notNull())
      .addColumn('set_by', 'text', (c) => c.references('people.id'))
      .addColumn('set_at', big, (c) => c.notNull())
      .addColumn('ended_at', big)
      .addColumn('problem', 'text')
      .execute()
  },
}
