/**
 * Statements that are often used go to PostgreSQL by a name: a connection then
 * parses them once and, where the values make no difference, plans them once.
 * Without names that took half of its time for each comment.
 */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { fromDatabase, storeProblem, unsure } from '../problem.ts'

/** Uses in this process before a statement gets a name: each name costs every connection some memory. */
const OFTEN = 5
const MOST_NAMES = 200
/** Texts whose uses are counted; lists of any length make many that hardly come again. */
const MOST_COUNTED = 2000
/** A statement that takes whatever columns there are can't outlive a migration that adds one. */
const ALL_COLUMNS = /(\b(select|returning)|,)\s+("?\w+"?\.)?\*/

/**
 * The pool as Kysely sees it. What goes wrong is marked as the database's doing,
 * and a commit that was not answered as one that may have been done.
 */
export function preparing(pool: Pool): PostgresPool {
  const nameOf = naming()
  const clients = new WeakMap<PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw fromDatabase(error)
      })
      const known = clients.get(client)
      if (known) return known
      /** Whatever state its transaction is in, nobody else is to find it there. */
      let unfit = false
      const made = {
        async query(text: string, values: unknown[]) {
          try {
            const result = await client.query({ name: nameOf(text, values), text, values })
            // PostgreSQL answers so where a statement before had failed: nothing was kept, so nobody may be told it was.
            if (text === 'commit' && result.command === 'ROLLBACK') throw new Error('the transaction had failed before')
            return result
          } catch (error) {
            fromDatabase(error)
            if (text === 'commit' && storeProblem(error) === 'down') throw unsure(error)
            if (text !== 'rollback') throw error
            // A line that is gone takes its transaction with it; what made us roll back is the error to tell.
            unfit = true
            return { command: 'ROLLBACK', rows: [] }
          }
        },
        release: () => client.release(unfit),
      } as unknown as PostgresPoolClient
      clients.set(client, made)
      return made
    },
    end: () => pool.end(),
  }
}

/** What a statement is called; undefined for one that is sent as it is. */
export function naming(): (text: string, values: readonly unknown[]) => string | undefined {
  const names = new Map<string, string>()
  const uses = new Map<string, number>()
  return (text, values) => {
    const known = names.get(text)
    if (known || values.length === 0 || names.size >= MOST_NAMES || ALL_COLUMNS.test(text)) return known
    const times = (uses.get(text) ?? 0) + 1
    if (uses.size >= MOST_COUNTED) uses.clear()
    uses.set(text, times)
    if (times < OFTEN) return undefined
    uses.delete(text)
    const name = `courant_${names.size}`
    names.set(text, name)
    return name
  }
}
