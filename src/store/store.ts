/**
 * The database: one face over SQLite and PostgreSQL. All queries are written
 * once, with Kysely; where the two differ, the difference is in this folder.
 */
import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
export type Write = Transaction<Schema>

/**
 * What a change to the data makes stale: a story's page, the lists of stories,
 * the rules of the house, or everything. "missed" says that changes may have
 * been made and not heard of, so that whatever is kept has to be asked for anew.
 */
export type Tag = `story:${string}` | 'lists' | 'rules' | 'site' | 'missed'
export type ChangeListener = (tags: readonly Tag[]) => void

export interface Store {
  readonly kind: 'sqlite' | 'postgres'
  /** For reading. Writing goes through `transaction`. */
  readonly db: Database
  /**
   * Runs `work` in one transaction, durable when the promise is fulfilled.
   * Waits up to about three seconds for a locked database without holding up
   * anything else, then throws (storeProblem(error) === 'busy').
   */
  transaction<T>(work: (write: Write) => Promise<T>): Promise<T>
  /** Says, as part of the transaction, what it makes stale. Heard by every process once it is committed. */
  announce(write: Write, tags: readonly Tag[]): Promise<void>
  /** Listens to what is announced, here and in other processes; returns the way to stop. */
  onChange(listener: ChangeListener): () => void
  close(): Promise<void>
}
