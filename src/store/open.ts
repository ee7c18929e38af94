import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

export type DatabaseAddress = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }

/** Opens a database; `now` gives milliseconds since the epoch. Throws where it cannot be reached. */
export const openStore = async (address: DatabaseAddress, now: () => number): Promise<Store> =>
  address.kind === 'postgres' ? openPostgres(address.url) : openSqlite(address.file, now)
