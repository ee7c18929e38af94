/** How changes are made and told: patience with locks, and the board on which transactions note what they make stale. */
import { isPassing } from './problem.ts'
import type { ChangeListener, Database, Tag, Write } from './store.ts'

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
    /** What was noted since it was last taken. */
    take(write: Write): readonly Tag[] {
      const tags = pending.get(write) ?? []
      pending.delete(write)
      return tags
    },
  }
}

export type ChangeBoard = ReturnType<typeof changeBoard>

/** Runs `work` in one transaction and tells this process's listeners as soon as it is committed. */
export async function announcingTransaction<T>(
  db: Database,
  board: ChangeBoard,
  work: (write: Write) => Promise<T>,
): Promise<T> {
  let tags: readonly Tag[] = []
  const result = await withPatience(() =>
    db.transaction().execute(async (write) => {
      const value = await work(write)
      tags = board.take(write)
      return value
    }),
  )
  board.deliver(tags)
  return result
}
