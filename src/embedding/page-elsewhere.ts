/** Which story a page of another site is about. */
import { addressKey, redirectOf } from '../redirects/index.ts'
import type { Database } from '../store/index.ts'
import { findPublished } from '../story/index.ts'
import { readUrl } from '../text/index.ts'

/** A chain of old addresses is followed no further. */
const MOST_STEPS = 5

/**
 * The id of the published story that a page is about, by its full address: the story with the same path here, or the
 * one that the list of old addresses leads that path to. Null where there is none, or where the page is on no listed
 * site and not on this one.
 */
export async function storyOfPage(
  db: Database,
  address: string,
  { sites, siteUrl }: { sites: readonly string[]; siteUrl: string },
): Promise<string | null> {
  const page = readUrl(address)
  if (!page || ![...sites, readUrl(siteUrl)?.origin].includes(page.origin)) return null
  let asked = page.pathname + page.search
  for (let step = 0; step < MOST_STEPS; step++) {
    const path = addressKey(asked)?.split('?', 1)[0]
    const id = path === undefined ? null : await findPublished(db, path)
    if (id) return id
    const next = await redirectOf(db, asked, siteUrl)
    if (next === null || next === 'gone') return null
    const to = readUrl(next.to, siteUrl)
    if (!to || to.origin !== readUrl(siteUrl)?.origin) return null
    asked = to.pathname + to.search
  }
  return null
}
