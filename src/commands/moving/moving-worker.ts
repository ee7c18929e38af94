/** The thread in which a site moves in (dist/moving-worker.js): it has a connection of its own to the database. */
import { type MoveTask, workOn } from '../../exchange/moving/index.ts'
import { LISTENERS } from '../../listeners.ts'
import { openDatabase } from '../../store/index.ts'
import { eachTask } from '../../threads/index.ts'
import { isReserved } from '../../web/index.ts'

eachTask(async ({ database, importId, until }: MoveTask) => {
  const store = await openDatabase(database, { inside: LISTENERS })
  if ('problem' in store) throw new Error(store.problem)
  try {
    await workOn(store, importId, { isReserved, now: Date.now, signal: AbortSignal.timeout(until) })
  } finally {
    await store.close()
  }
  return 'done'
})
