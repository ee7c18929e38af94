import { sql } from 'kysely'

/** Written as a literal: SQLite takes a partial index only where the query itself shows that it fits. */
export const HELD = sql.lit<'held'>('held')
