import type { Migration } from '../../migration.ts'

/** What keeps machines out without anyone noticing: a salt a day for counting senders, and proofs of work that were used. */
export const defences: Migration = {
  name: 'invisible defences',
  async up(write, kind) {
    const { schema } = write
    const instant = kind === 'postgres' ? 'bigint' : 'integer'

    await schema
      .createTable('sender_salts')
      .addColumn('day', 'integer', (c) => c.primaryKey())
      .addColumn('salt', 'text', (c) => c.notNull())
      .execute()
    await schema
      .createTable('spent_proofs')
      .addColumn('nonce', 'text', (c) => c.primaryKey())
      .addColumn('expires_at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('spent_proofs_by_end').on('spent_proofs').column('expires_at').execute()

    // Keys made before had no salt that could be thrown away; the limits forget the last ten minutes once.
    await write.updateTable('comments').set({ sender_key: '' }).execute()
  },
}
