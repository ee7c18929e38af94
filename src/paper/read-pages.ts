/** Standing pages, as the newsroom and as readers find them. */
import type { Database } from '../store/index.ts'
import { pageRows, type StandingPage, toPage } from './standing-page.ts'

/** All of them, published or not, by title. */
export async function listPages(db: Database): Promise<StandingPage[]> {
  const rows = await pageRows(db).orderBy('id').execute()
  return rows.map(toPage).sort((a, b) => a.title.localeCompare(b.title))
}

/** One by its id, published or not; null where there is none. */
export async function readStandingPage(db: Database, id: string): Promise<StandingPage | null> {
  const row = await pageRows(db).where('id', '=', id).executeTakeFirst()
  return row ? toPage(row) : null
}

/** A page as lists name it. */
export type PageLine = Pick<StandingPage, 'id' | 'slug' | 'kind' | 'title' | 'changedAt'>

/** Those that readers can open, in the order they were made. */
export async function listPublishedPages(db: Database): Promise<PageLine[]> {
  const rows = await pageRows(db).where('published', '=', 1).orderBy('id').execute()
  return rows.map(toPage).map(({ id, slug, kind, title, changedAt }) => ({ id, slug, kind, title, changedAt }))
}

/** What readers find at an address; `movedTo` where its page had that address once. Null where nothing published is meant. */
export async function findPage(db: Database, slug: string): Promise<StandingPage | { movedTo: StandingPage } | null> {
  const published = pageRows(db).where('pages.published', '=', 1)
  const row = await published.where('pages.slug', '=', slug).executeTakeFirst()
  if (row) return toPage(row)
  const moved = await published
    .innerJoin('old_addresses', 'old_addresses.about_id', 'pages.id')
    .where('old_addresses.kind', '=', 'page')
    .where('old_addresses.slug', '=', slug)
    .executeTakeFirst()
  return moved ? { movedTo: toPage(moved) } : null
}

/** Those, published or not, whose words name an address. There are few pages, so all are looked through. */
export const listPagesNaming = async (db: Database, address: string): Promise<StandingPage[]> =>
  (await listPages(db)).filter(({ words }) => words.includes(address))
