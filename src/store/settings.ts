import type { Database, Transaction } from './store.ts'

/** What was kept under a name, by whom and when; null where nothing was. The value is as JSON gives it back. */
export async function readSetting(
  db: Database,
  name: string,
): Promise<{ value: unknown; changedBy: string | null; changedAt: number } | null> {
  const row = await db.selectFrom('settings').selectAll().where('name', '=', name).executeTakeFirst()
  return row ? { value: JSON.parse(row.value_json), changedBy: row.changed_by, changedAt: row.changed_at } : null
}

/** Keeps a value under a name, in place of what was there. `by` is a person's id; null for the command line. */
export async function keepSetting(tx: Transaction, name: string, value: unknown, by: string | null): Promise<void> {
  const values = { value_json: JSON.stringify(value), changed_at: tx.now, changed_by: by }
  await tx.rows
    .insertInto('settings')
    .values({ name, ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute()
}
