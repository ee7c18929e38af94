/**
 * The database: one face over SQLite and PostgreSQL. All queries are written
 * once, with Kysely; where the two differ, the difference is in this folder.
 */
import type { Kysely, Transaction as KyselyTransaction } from 'kysely'
import type { Event, EventKind, EventOf, Listener } from './events.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
export type Write = KyselyTransaction<Schema>

/**
 * One transaction, as whoever works in it is handed it. It is all that they need
 * of the database: reading through the store meanwhile would wait for ever on
 * SQLite, which has one line, and see other rows on PostgreSQL.
 */
export interface Transaction {
  readonly kind: 'sqlite' | 'postgres'
  /** The same object as the store's. */
  readonly shelf: object
  /** The rows as this transaction sees and changes them. */
  readonly rows: Write
  /** When it happens, in milliseconds since the epoch: one moment for all that it writes. */
  readonly now: number
  /** The program through which a person does it, by its id; null where no program does. Kept beside whose hand it is. */
  readonly through: string | null
  /** Says what happened: done with here by those who listen inside, and heard by every process once it is committed. */
  say(event: Event): Promise<void>
}

/** Who does their part within the transaction that says such an event: kept with it, or lost with it. */
export interface InsideListener<K extends EventKind = EventKind> {
  on: K
  hear(tx: Transaction, event: EventOf<K>): Promise<void>
}
/** Of whatever kind. */
export type AnyInsideListener = { [K in EventKind]: InsideListener<K> }[EventKind]

export interface Store {
  readonly kind: 'sqlite' | 'postgres'
  /** Stands for this database: what a process remembers of it is found by this (WeakMap), also from a transaction. */
  readonly shelf: object
  /** For reading outside of a transaction. Writing goes through `transaction`. */
  readonly db: Database
  /**
   * Runs `work` in one transaction that happens at `now` (milliseconds since the
   * epoch), durable when the promise is fulfilled. Waits up to about three seconds
   * for a locked database without holding up anything else, then throws
   * (storeProblem(error) === 'busy'). `through`: the program that does it for a person, where one does.
   */
  transaction<T>(now: number, work: (tx: Transaction) => Promise<T>, through?: string | null): Promise<T>
  /** Hears what was said, here and in other processes, once it is committed; returns the way to stop. */
  listen(listener: Listener): () => void
  /**
   * For whoever shows what was kept in memory: null where all that was said up to a second ago, in whichever process, has
   * been heard here; else it has not been asked for lately (this process stood still, or rested), and this is fulfilled
   * once it has, or where the database says nothing. Never rejects.
   */
  heardAll(): Promise<void> | null
  /**
   * For reading what everybody sees: `db`, or a replica that has all that was heard here until now. Whoever reads what
   * one person did reads `db`, which has it.
   */
  readers(): Promise<Database>
  close(): Promise<void>
}
