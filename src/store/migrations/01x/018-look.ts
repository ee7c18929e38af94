import type { Migration } from '../../migration.ts'

/** The logo, the icon and what is made of it: small files that belong to the settings. */
export const look: Migration = {
  name: 'look',
  async up(write, kind) {
    const [big, bytes] = kind === 'postgres' ? (['bigint', 'bytea'] as const) : (['integer', 'blob'] as const)
    await write.schema
      .createTable('look_files')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('bytes', bytes, (c) => c.notNull())
      .addColumn('made_at', big, (c) => c.notNull())
      .execute()
  },
}
