/** Every route of the site with addresses that lead somewhere, for tests of what holds for all of them. */
import type { Store } from '../src/store/index.ts'
import { ADDRESSES } from '../src/web/index.ts'

export interface Known {
  storyId: string
  storyPath: string
  commentId: string
  receiptKey: string
  personId: string
}

const UNKNOWN = '0'.repeat(26)

/** All addresses that answer this method, with what is known in the places of their parameters. */
export function addressesOf(method: 'GET' | 'POST', known: Known): string[] {
  const lines = ADDRESSES.filter((line) => line.method === method)
  return [...new Set(lines.map(({ path }) => placeOf(path, known)))]
}

/** A route's address, with what is known in the places of its parameters. */
export function placeOf(route: string, known: Known): string {
  return route
    .replace('/:year{[0-9]{4}}/:month{[0-9]{2}}/:slug', known.storyPath)
    .replace('/:year{[0-9]{4}}/:month{[0-9]{2}}', known.storyPath.slice(0, 8))
    .replace('/:year{[0-9]{4}}', known.storyPath.slice(0, 5))
    .replace('stories/:id', `stories/${known.storyId}`)
    .replace(/(comments\/:id|:comment)\b/, (found) => found.replace(/:\w+/, known.commentId))
    .replace('receipts/:key', `receipts/${known.receiptKey}`)
    .replace('people/:id', `people/${known.personId}`)
    .replace(/:kind\{[^}]*\}/, 'people')
    .replace(/:number\{[^}]*\}+/, '1')
    .replace(':year', '2026')
    .replace(':month', '05')
    .replace(/:\w+(\{[^}]*\}+)?/g, UNKNOWN)
}

const patterns = new Map<string, RegExp>()

/** What addresses a route answers, by its pattern as Hono writes it. */
export function patternOf(route: string): RegExp {
  const known = patterns.get(route)
  if (known) return known
  const made = new RegExp(
    `^${route.replace(/:\w+(?:\{((?:[^{}]|\{[^}]*\})*)\})?/g, (_, pattern: string | undefined) => `(?:${pattern ?? '[^/]+'})`)}$`,
  )
  patterns.set(route, made)
  return made
}

/** Everything in the database as text, table by table, but for those that `without` names. */
export async function wholeDatabase(store: Store, without: readonly string[] = []): Promise<Record<string, string>> {
  const whole: Record<string, string> = {}
  for (const { name, isView } of await store.db.introspection.getTables()) {
    if (isView || without.includes(name)) continue
    const rows = await store.db
      .selectFrom(name as 'settings')
      .selectAll()
      .execute()
    whole[name] = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  }
  return whole
}
