/** What a command is, and what most of them need. */

import type { Site } from '../backup/index.ts'
import { type Config, readVersion } from '../config.ts'
import { openFiles } from '../files/index.ts'
import { listenersFor } from '../listeners.ts'
import type { Store } from '../store/index.ts'

export interface Call {
  config: Config
  /** What stands after the command's name. */
  words: string[]
  options: Record<string, string | boolean | undefined>
  out(text: string): void
  err(text: string): void
}

/** The exit status: 0 done, 1 could not be done, 2 called wrongly. */
export type Outcome = Promise<0 | 1 | 2>

export interface Command {
  usage: string
  summary: string
  options?: Record<string, { type: 'string' | 'boolean'; description: string }>
  /** Loaded when it is called, so that a server never carries what only a command needs. */
  run(call: Call): Outcome
}

/** Opens the database for a command, does the work, closes it again; a problem is printed as its sentence. */
export async function withStore(call: Call, work: (store: Store) => Outcome): Outcome {
  const { databaseProblem, keepPrivate, openDatabase } = await import('../store/index.ts')
  keepPrivate(call.config.dataFolder)
  const store = await openDatabase(call.config.database, {
    inside: listenersFor(call.config),
    async beforeUpgrade(from, to) {
      const { backupBeforeUpgrade } = await import('../backup/index.ts')
      return backupBeforeUpgrade(siteOf(call.config), call.err)(from, to)
    },
  })
  if ('problem' in store) {
    call.err(store.problem)
    return 1
  }
  try {
    return await work(store)
  } catch (error) {
    const problem = databaseProblem(call.config.database, error)
    if (problem === null) throw error
    call.err(problem)
    return 1
  } finally {
    await store.close()
  }
}

/** The whole site, for what copies it. */
export function siteOf(config: Config): Site {
  const { database, dataFolder, bucket } = config
  return { database, dataFolder, files: openFiles(dataFolder, bucket), courant: readVersion(), now: Date.now }
}
