/** How changes are made and told: patience with locks, the value that a transaction is, and those who listen. */
import { isPassing } from './problem.ts'
import type { ChangeListener, Database, Store, Tag, Transaction, Write } from './store.ts'

/** How long a transaction goes on trying to get past another's lock, in milliseconds. */
export const PATIENCE = 3000

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

/** Whether a tag makes stale whatever is kept: what was missed may have been anything. */
export const concernsAll = (tag: Tag): boolean => tag === 'site' || tag === 'missed'

/** Who listens to one store. */
export function changeBoard() {
  const listeners = new Set<ChangeListener>()
  return {
    listen(listener: ChangeListener): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    deliver(tags: readonly Tag[]): void {
      if (tags.length > 0) for (const listener of listeners) listener(tags)
    },
  }
}

export type ChangeBoard = ReturnType<typeof changeBoard>

/** What the two databases do in their own ways within a transaction. */
export interface Dialect {
  kind: Store['kind']
  shelf: object
  /** Has the other processes hear of it once `rows` is committed. */
  tellOthers(rows: Write, tags: readonly Tag[]): Promise<void>
}

/** A transaction as a value, and what was announced in it so far: for this process to hear once it is committed. */
export function transactionOn(
  { kind, shelf, tellOthers }: Dialect,
  rows: Write,
  now: number,
): { tx: Transaction; announced: readonly Tag[] } {
  const announced: Tag[] = []
  const tx: Transaction = {
    kind,
    shelf,
    rows,
    now,
    async announce(tags) {
      announced.push(...tags)
      await tellOthers(rows, tags)
    },
  }
  return { tx, announced }
}

/** Runs `work` in one transaction and tells this process's listeners as soon as it is committed. */
export async function announcingTransaction<T>(
  db: Database,
  { board, dialect, now }: { board: ChangeBoard; dialect: Dialect; now: number },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { value, announced } = await withPatience(() =>
    db.transaction().execute(async (rows) => {
      const { tx, announced } = transactionOn(dialect, rows, now)
      return { value: await work(tx), announced }
    }),
  )
  board.deliver(announced)
  return value
}
