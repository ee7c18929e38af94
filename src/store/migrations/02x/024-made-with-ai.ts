import type { Migration } from '../../migration.ts'

/** What an editor says of how a picture was made; empty where they leave it at what its file says. */
export const madeWithAi: Migration = {
  name: 'made with AI',
  async up({ schema }) {
    await schema
      .alterTable('pictures')
      .addColumn('made_with_ai', 'text', (c) => c.notNull().defaultTo(''))
      .execute()
  },
}
