/** How many queries something asks of a database: what may not grow with a list is asserted in numbers, not in seconds. */
import { type KyselyPlugin, type RootOperationNode, sql } from 'kysely'
import type { Database, Store, Transaction, Write } from '../src/store/index.ts'

/** Counts whatever passes it. */
function counter(): { plugin: KyselyPlugin; count(): number } {
  let count = 0
  return {
    plugin: {
      // Not here: parts of one statement pass by themselves.
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        count++
        return result
      },
    },
    count: () => count,
  }
}

/** The answer of `ask`, and how many queries it took. */
export async function queriesOf<T>(
  db: Database,
  ask: (db: Database) => Promise<T>,
): Promise<{ answer: T; queries: number }> {
  const { plugin, count } = counter()
  return { answer: await ask(db.withPlugin(plugin)), queries: count() }
}

/** A store whose transactions are counted statement by statement: those of who listens inside as well, and not what tells the other processes. */
export function countingStatements(store: Store): { store: Store; statements(): number } {
  const { plugin, count } = counter()
  return {
    store: {
      ...store,
      transaction: (now, work) =>
        store.transaction(now, (tx) => {
          const changing: { -readonly [K in keyof Transaction]: Transaction[K] } = tx
          changing.rows = tx.rows.withPlugin(plugin) as Write
          return work(tx)
        }),
    },
    statements: count,
  }
}

/**
 * How SQLite goes about each statement that `ask` makes, a step a line. "MATERIALIZE" is a view that is put together
 * whole, "SCAN" a table that is read whole.
 */
export async function plansOf(db: Database, ask: (db: Database) => Promise<unknown>): Promise<string[]> {
  const nodes = new Map<string, RootOperationNode>()
  const asked: RootOperationNode[] = []
  await ask(
    db.withPlugin({
      transformQuery({ node, queryId }) {
        nodes.set(queryId.queryId, node)
        return node
      },
      // Parts of a statement pass above by themselves; answered are only whole ones.
      async transformResult({ result, queryId }) {
        const node = nodes.get(queryId.queryId)
        if (node) asked.push(node)
        return result
      },
    }),
  )
  const lines: string[] = []
  for (const node of asked) {
    const { sql: text, parameters } = db.getExecutor().compileQuery(node, { queryId: 'plan' })
    const parts = text.split('?')
    const query = parts
      .slice(1)
      .reduce((all, part, at) => sql`${all}${parameters[at]}${sql.raw(part)}`, sql.raw(parts[0] as string))
    const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(db)
    lines.push(...rows.map(({ detail }) => detail))
  }
  return lines
}
