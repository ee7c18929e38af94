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
    .values({ id: newId(tx.now), at: tx.now, through: tx.through, ...act })
    .execute()
}

/** When this was last done to each of these, in milliseconds since the epoch; to whom it never was is not among them. */
export async function readLastActs(
  db: Database,
  { act, about }: { act: string; about: readonly string[] },
): Promise<Map<string, number>> {
  if (about.length === 0) return new Map()
  const rows = await db
    .selectFrom('acts')
    .select((a) => ['about', a.fn.max('at').as('at')])
    .where('about', 'in', about)
    .where('act', '=', act)
    .groupBy('about')
    .execute()
  return new Map(rows.map((row) => [row.about ?? '', Number(row.at)]))
}
