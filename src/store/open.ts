import { openPostgres } from './postgres/postgres.ts'
import { openSqlite } from './sqlite/sqlite.ts'
import type { AnyInsideListener, Store } from './store.ts'
import type { Timed } from './timed.ts'

/** `replica`: a copy that PostgreSQL keeps up to date, for what everybody sees. */
export type DatabaseAddress = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string; replica?: string }

/**
 * Opens a database; `now` gives milliseconds since the epoch, `inside` are those who do their part in each transaction
 * that says what they listen to, `timed` is told how long each statement took. Throws where it cannot be reached.
 */
export const openStore = async (
  address: DatabaseAddress,
  now: () => number,
  inside: readonly AnyInsideListener[] = [],
  timed?: Timed,
): Promise<Store> =>
  address.kind === 'postgres' ? openPostgres(address, inside, timed) : openSqlite(address.file, now, inside, timed)
