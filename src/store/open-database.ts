/** Opens a site's database, and says in a sentence why it can't be worked on where it can't. */
import { type MigrateOptions, migrate, whyNotOurs } from './migrate.ts'
import { type DatabaseAddress, openStore } from './open.ts'
import { storeProblem } from './problem.ts'
import type { AnyInsideListener, Store } from './store.ts'
import type { Timed } from './timed.ts'

/** Opens the database and brings its schema up to date; { problem } is a sentence for whoever started it. */
export async function openDatabase(
  address: DatabaseAddress,
  {
    now = Date.now,
    inside,
    timed,
    ...upgrading
  }: { now?: () => number; inside: readonly AnyInsideListener[]; timed?: Timed | undefined } & Pick<
    MigrateOptions,
    'beforeUpgrade'
  >,
): Promise<Store | { problem: string }> {
  let store: Store
  try {
    const notOurs = address.kind === 'sqlite' ? whyNotOurs(address.file) : null
    if (notOurs) return { problem: notOurs }
    store = await openStore(address, now, inside, timed)
  } catch (error) {
    const problem = storeProblem(error)
    if (problem === 'damaged' || problem === 'busy') return { problem: databaseProblem(address, error) as string }
    return {
      problem: `The database at ${placeOf(address)} could not be opened (${whyOf(error)}). Check that it is there and that this user may write to it.`,
    }
  }
  try {
    const result = await migrate(store, now(), upgrading)
    if (!('problem' in result)) return store
    await store.close()
    return result
  } catch (error) {
    await store.close()
    const problem = databaseProblem(address, error)
    if (problem === null) throw error
    return { problem }
  }
}

/** What is the matter with the database and what to do, for whoever runs a command; null where the error is no such thing. */
export function databaseProblem(address: DatabaseAddress, error: unknown): string | null {
  const database = `The database at ${placeOf(address)}`
  switch (storeProblem(error)) {
    case null:
      return null
    case 'busy':
      return `${database} is held by another program (waited three seconds). Let that finish or end it, and try again.`
    case 'full':
      return `${database} has no room left (${whyOf(error)}). Make room on its disk, and try again.`
    case 'damaged':
      return `${database} is damaged (${whyOf(error)}). Stop every Courant on it and restore a backup.`
    case 'unsure':
      return `${database} broke off while something was being kept (${whyOf(error)}). Check whether it was done before you do it again.`
    case 'down':
      return `${database} does not answer (${whyOf(error)}). Check that it is running, and try again.`
  }
}

/** A PostgreSQL by the name of its setting, since its address may hold a password. */
const placeOf = (address: DatabaseAddress): string => (address.kind === 'sqlite' ? address.file : 'COURANT_DATABASE')

const whyOf = (error: unknown): string =>
  error instanceof Error ? error.message || ('code' in error ? String(error.code) : error.name) : String(error)
