/** Transactions that meet at one moment: one is held back half-way, and it is seen that another waits for it. */
import { sql } from 'kysely'
import type { Examine } from '../src/discussion/index.ts'
import type { Database } from '../src/store/index.ts'

/** Shut until it is opened. */
export function gate(): { isOpen: Promise<void>; open(): void } {
  let open = () => {}
  const isOpen = new Promise<void>((resolve) => {
    open = resolve
  })
  return { isOpen, open }
}

/** An examination that is done (`reached`), and stays where it is until it is let `go` on. */
export function heldBack(examine: Examine): { examine: Examine; reached: Promise<void>; go(): void } {
  const [reached, go] = [gate(), gate()]
  const slowly: Examine = async (...given) => {
    const found = await examine(...given)
    reached.open()
    await go.isOpen
    return found
  }
  return { examine: slowly, reached: reached.isOpen, go: go.open }
}

/** Fulfilled when so many transactions of this PostgreSQL server wait for another. */
export async function waiting(db: Database, many: number): Promise<void> {
  const query = sql<{ pid: number }>`select distinct pid from pg_locks where not granted`
  while ((await query.execute(db)).rows.length < many) await new Promise((resolve) => setTimeout(resolve, 10))
}
