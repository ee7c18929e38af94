/** How many queries something asks of a database: what may not grow with a list is asserted in numbers, not in seconds. */
import type { Database } from '../src/store/index.ts'

/** The answer of `ask`, and how many queries it took. */
export async function queriesOf<T>(
  db: Database,
  ask: (db: Database) => Promise<T>,
): Promise<{ answer: T; queries: number }> {
  let queries = 0
  const answer = await ask(
    db.withPlugin({
      transformQuery({ node }) {
        queries++
        return node
      },
      transformResult: async ({ result }) => result,
    }),
  )
  return { answer, queries }
}
