/** Old addresses as the newsroom sees them. */
import { sql } from 'kysely'
import type { Database } from '../store/index.ts'
import { readStoryLines } from '../story/index.ts'

export interface RedirectLine {
  /** As it is kept and removed by. */
  address: string
  /** Where it leads: a path or a full address. */
  target: string
  /** The story it leads to, and whether that is there at all; null where it leads to none. */
  story: { id: string; headline: string } | 'missing' | null
  isImported: boolean
}

/** So many stand on a page of the list. */
export const REDIRECTS_ON_A_PAGE = 50

/** In code units; a pattern that is much longer is refused by SQLite. */
const LONGEST_FOUND = 500

/** Those of which the address or target has the words in it, in the order of their addresses; `page` counts from 1. */
export async function listRedirects(
  db: Database,
  { find, page }: { find: string; page: number },
): Promise<{ lines: RedirectLine[]; count: number }> {
  const words = `%${find.slice(0, LONGEST_FOUND).replace(/[\\%_]/g, '\\$&')}%`
  const has = (column: 'address' | 'target') => sql<boolean>`lower(${sql.ref(column)}) like lower(${words}) escape '\\'`
  let found = db.selectFrom('redirects')
  if (find !== '') found = found.where(({ or }) => or([has('address'), has('target')]))
  const [rows, counted] = await Promise.all([
    found
      .select(['address', 'target', 'story_id', 'import_id'])
      .orderBy('address')
      .limit(REDIRECTS_ON_A_PAGE)
      .offset((page - 1) * REDIRECTS_ON_A_PAGE)
      .execute(),
    found.select((r) => r.fn.countAll().as('count')).executeTakeFirstOrThrow(),
  ])
  const stories = await readStoryLines(
    db,
    rows.flatMap(({ story_id }) => story_id ?? []),
  )
  const lines = rows.map(({ address, target, story_id, import_id }): RedirectLine => {
    const story = story_id === null ? undefined : stories.get(story_id)
    return {
      address,
      target: story?.path ?? target,
      story: story_id === null ? null : story ? { id: story.id, headline: story.headline } : 'missing',
      isImported: import_id !== null,
    }
  })
  return { lines, count: Number(counted.count) }
}
