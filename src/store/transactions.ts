/** How transactions run: patience with locks, and the value that each is. */
import type { EventBoard } from './event-board.ts'
import type { Event } from './events.ts'
import { isPassing } from './problem.ts'
import type { Database, Store, Transaction, Write } from './store.ts'

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

/** What the two databases do in their own ways, and who listens. */
export interface Dialect {
  kind: Store['kind']
  shelf: object
  board: EventBoard
  /** Has the other processes hear of these once `rows` is committed; the same list is then delivered to this one. */
  tellOthers(rows: Write, events: readonly Event[]): Promise<void>
}

/** When a transaction happens, and through which program. */
export type Moment = Pick<Transaction, 'now' | 'through'>

/** Does `work` in a transaction that has begun; answers also what was said in it, for this process to hear once it is committed. */
export async function workIn<T>(
  { kind, shelf, board, tellOthers }: Dialect,
  rows: Write,
  { now, through }: Moment,
  work: (tx: Transaction) => Promise<T>,
): Promise<{ value: T; said: readonly Event[] }> {
  const said: Event[] = []
  const tx: Transaction = {
    kind,
    shelf,
    rows,
    now,
    through,
    async say(event) {
      said.push(event)
      await board.tellInside(tx, event)
    },
  }
  const value = await work(tx)
  if (said.length > 0) await tellOthers(rows, said)
  return { value, said }
}

/** Runs `work` in one transaction of its own and tells this process's listeners as soon as it is committed. */
export async function ownTransaction<T>(
  db: Database,
  { dialect, ...moment }: Moment & { dialect: Dialect },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { value, said } = await withPatience(() =>
    db.transaction().execute((rows) => workIn(dialect, rows, moment, work)),
  )
  dialect.board.deliver(said)
  return value
}
