/** The log of what staff did: written in the transaction that does it, and never changed. */
import { type Database, newId, type Transaction } from '../store/index.ts'

export interface Act {
  /** A person's id; null where the command line or the site itself did it. */
  by: string | null
  /** A short stable code: what kind of thing, then what was done, such as "person.disabled". */
  act: string
  /** The id of what it was done to. */
  about: string | null
  /** In words for the page, such as "Suspended Ana Ruiz". */
  detail: string
}

export async function noteAct(tx: Transaction, act: Act): Promise<void> {
  await tx.rows
    .insertInto('acts')
    .values({ id: newId(tx.now), at: tx.now, ...act })
    .execute()
}

/** When this was last done to it, in milliseconds since the epoch; null where it never was. */
export async function readLastAct(
  db: Database,
  { act, about }: { act: string; about: string },
): Promise<number | null> {
  const row = await db
    .selectFrom('acts')
    .select((a) => a.fn.max('at').as('at'))
    .where('about', '=', about)
    .where('act', '=', act)
    .executeTakeFirst()
  return row?.at == null ? null : Number(row.at)
}
