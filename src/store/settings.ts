import type { Database, Transaction } from './store.ts'
import { takeTurns } from './turns.ts'

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

/** Settings kept together under one name, each a field, and what holds of each until somebody chooses. */
export interface SettingFields<T extends object> {
  name: string
  defaults: T
}

/** What somebody wants of some fields, and what they were shown of them; what they weren't shown counts as what is there. */
export interface FieldChange<T extends object> {
  shown?: Partial<T>
  wanted: Partial<T>
}

/** A change laid over what is there now. */
export interface LaidOver<T extends object> {
  now: T
  /** What is there now, with what was changed in its place. */
  fields: T
  changed: (keyof T & string)[]
  /** Of those changed, the ones that somebody else changed meanwhile, and otherwise: nothing is kept before they were seen. */
  both: (keyof T & string)[]
}

/** What somebody left as it was shown to them stays as it is by now, whoever has changed it meanwhile. */
export function layOver<T extends object>(now: T, { shown = {}, wanted }: FieldChange<T>): LaidOver<T> {
  const was = { ...now, ...shown }
  const names = Object.keys(wanted) as (keyof T & string)[]
  const changed = names.filter((one) => wanted[one] !== was[one] && wanted[one] !== now[one])
  const both = changed.filter((one) => was[one] !== now[one])
  return { now, fields: { ...now, ...only<Partial<T>>(wanted, changed) }, changed, both }
}

const only = <T extends object>(values: T, names: readonly (keyof T & string)[]): T =>
  Object.fromEntries(names.map((one) => [one, values[one]])) as T

export async function readFields<T extends object>(db: Database, { name, defaults }: SettingFields<T>): Promise<T> {
  return { ...defaults, ...((await readSetting(db, name))?.value as Partial<T> | undefined) }
}

/** Keeps what a change changes, and no other field; nothing where somebody else has changed the same meanwhile. */
export async function changeFields<T extends object>(
  tx: Transaction,
  { name, defaults }: SettingFields<T>,
  change: FieldChange<T>,
  by: string | null,
): Promise<LaidOver<T>> {
  // Of two who save at the same moment the second has to see what the first kept.
  await takeTurns(tx, 'settings')
  const kept = (await readSetting(tx.rows, name))?.value as object | undefined
  const laid = layOver<T>({ ...defaults, ...kept } as T, change)
  if (laid.changed.length > 0 && laid.both.length === 0)
    await keepSetting(tx, name, { ...kept, ...only(laid.fields, laid.changed) }, by)
  return laid
}

/** Notes that something was done that is done once in the life of a site; with a value that stays; answers whether it was not noted before. */
export async function markOnce(tx: Transaction, name: string, value: unknown = true): Promise<boolean> {
  const mark = await tx.rows
    .insertInto('settings')
    .values({ name, value_json: JSON.stringify(value), changed_at: tx.now, changed_by: null })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst()
  return mark.numInsertedOrUpdatedRows === 1n
}
