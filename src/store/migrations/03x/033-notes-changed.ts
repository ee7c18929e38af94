import type { Migration } from '../../migration.ts'

/** When the words of a note were changed or taken back, and photographers who are not of the staff. */
export const notesChanged: Migration = {
  name: 'notes changed, photographers by name',
  async up({ schema }, kind) {
    const instant = kind === 'postgres' ? 'bigint' : 'integer'
    for (const name of ['changed_at', 'deleted_at'])
      await schema.alterTable('note_lines').addColumn(name, instant).execute()
    await schema
      .alterTable('plans')
      .addColumn('photographer', 'text', (c) => c.notNull().defaultTo(''))
      .execute()
  },
}
