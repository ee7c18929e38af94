/**
 * The database: one face over SQLite and PostgreSQL. All queries are written
 * once, with Kysely; where the two differ, the difference is in this folder.
 */
import type { Kysely, Transaction } from 'kysely'
import { isPassing } from './problem.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
export type Write = Transaction<Schema>

/** What a change to the data makes stale: a story's page, the lists of stories, or everything. */
export type Tag = `story:${string}` | 'lists' | 'site'
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

/** How long a transaction goes on trying to get past another's lock, in milliseconds. */
const PATIENCE = 3000

/** Runs a transaction again where nothing of it was kept because another held the lock. */
export async function withPatience<T>(attempt: () => Promise<T>): Promise<T> {
  const started = performance.now()
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    try {
      return await attempt()
    } catch (error) {
      if (!isPassing(error) || performance.now() - started > PATIENCE) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** The listeners of one store, and the tags that its open transactions will announce. */
export function changeBoard() {
  const listeners = new Set<ChangeListener>()
  const pending = new WeakMap<Write, Tag[]>()
  return {
    listen(listener: ChangeListener): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    deliver(tags: readonly Tag[]): void {
      if (tags.length > 0) for (const listener of listeners) listener(tags)
    },
    note(write: Write, tags: readonly Tag[]): void {
      pending.set(write, [...(pending.get(write) ?? []), ...tags])
    },
    noted: (write: Write): readonly Tag[] => pending.get(write) ?? [],
  }
}

/** Runs `work` in one transaction and tells this process's listeners as soon as it is committed. */
export async function announcingTransaction<T>(
  db: Database,
  board: ReturnType<typeof changeBoard>,
  work: (write: Write) => Promise<T>,
): Promise<T> {
  let tags: readonly Tag[] = []
  const result = await withPatience(() =>
    db.transaction().execute(async (write) => {
      const value = await work(write)
      tags = board.noted(write)
      return value
    }),
  )
  board.deliver(tags)
  return result
}
