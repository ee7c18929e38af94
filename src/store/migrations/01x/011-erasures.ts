import { sql } from 'kysely'
import type { Migration } from '../../migration.ts'
import type { Write } from '../../store.ts'

/** Erasing that was asked for and is not finished; and addresses in the form in which they are looked for. */
export const erasures: Migration = {
  name: 'erasures',
  async up(write, kind) {
    await write.schema
      .createTable('erasures')
      .addColumn('reader_id', 'text', (c) => c.primaryKey().references('readers.id'))
      .addColumn('erasure', 'text', (c) => c.notNull())
      .addColumn('asked_at', kind === 'postgres' ? 'bigint' : 'integer', (c) => c.notNull())
      .execute()
    await foldAddresses(write, 'comments', 'author_mail')
    await foldAddresses(write, 'reports', 'mail')
  },
}

/** So many addresses are looked at in one go. */
const AT_ONCE = 500

/**
 * What a reader typed as their address, as it is compared: the databases' own
 * lower() differ beyond ASCII, and SQLite's knows nothing else.
 */
async function foldAddresses(write: Write, table: string, column: string): Promise<void> {
  const [from, mail] = [sql.table(table), sql.ref(column)]
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string; mail: string }>`select id, ${mail} as mail from ${from}
      where ${mail} is not null and id > ${after} order by id limit ${sql.lit(AT_ONCE)}`.execute(write)
    for (const row of rows) {
      const folded = row.mail.trim().normalize('NFC').toLowerCase()
      if (folded !== row.mail) await sql`update ${from} set ${mail} = ${folded} where id = ${row.id}`.execute(write)
    }
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)?.id ?? ''
  }
}
