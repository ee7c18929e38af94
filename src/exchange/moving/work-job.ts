/** Imports that were given in the newsroom are worked on in a thread of its own, so that this process goes on answering meanwhile. */
import { movingMessages as m } from '../../messages/index.ts'
import type { AnyJobHandler, DatabaseAddress, Store } from '../../store/index.ts'
import { inThread } from '../../threads/index.ts'
import { readImport, stopImport } from './rows.ts'

declare module '../../store/jobs/queue.ts' {
  interface Jobs {
    /** One import: looking through it, taking it in, taking it out. */
    'import.work': { import: string }
  }
}

/** What the thread is handed. */
export interface MoveTask {
  database: DatabaseAddress
  importId: string
  /** It ends by itself after this, in milliseconds; what is left is gone on with. */
  until: number
}

/** So long a thread works before it makes room for a new one; and until it is taken to hang. Milliseconds. */
const SLICE = 5 * 60_000
const HANGS = 60 * 60_000
/** MiB. */
const MEMORY = 400

export const importWorkJob = (
  store: Store,
  { database, now }: { database: DatabaseAddress; now(): number },
): AnyJobHandler => ({
  kind: 'import.work',
  what: 'moving a site in',
  async run({ import: importId }, { signal }) {
    for (;;) {
      const of = await readImport(store.db, importId)
      if (signal.aborted || !of || !['looking', 'running', 'undoing'].includes(of.state)) return
      const task: MoveTask = { database, importId, until: SLICE }
      const ended = await inThread('moving-worker', task, { time: HANGS, memory: MEMORY })
      if ('answer' in ended) continue
      if (signal.aborted) return
      if (ended.end === 'broken') throw ended.error
      await stopImport(
        store,
        { id: importId, problem: ended.end === 'too long' ? m.tookTooLong : m.tooMuchMemory },
        now(),
      )
    }
  },
})
