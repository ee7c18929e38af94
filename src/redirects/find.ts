/** Where an address leads at which nothing else stands. */
import type { Database } from '../store/index.ts'
import { readStoryLines } from '../story/index.ts'
import { isOwnPath, readUrl } from '../text/index.ts'
import { addressKey, withoutQuery } from './address.ts'
import { feedOf, isWholeFeed, pageOfFeed } from './feeds.ts'

/** A chain of old addresses that is longer leads nowhere: browsers give up on one, too. */
const LONGEST_CHAIN = 10

interface Kept {
  address: string
  target: string
  storyId: string | null
  /** Of that story, while it is on the site. */
  path: string | null
}

/**
 * Where what was asked for (a path with its query, as it was sent) leads: a path of this site or a full address, ready
 * for a header. With its query first, then without. "gone" where it led to a story that was taken off the site; null
 * where no old address is like it, or where following it would come back to it. `siteUrl` tells which full addresses
 * are the site's own.
 */
export async function redirectOf(
  db: Database,
  asked: string,
  siteUrl: string,
): Promise<{ to: string } | 'gone' | null> {
  const key = addressKey(asked)
  if (key === null) return null
  // The index file of the root, which has the front page.
  if (key === '/') return withoutQuery(asked) === '/' ? null : { to: '/' }
  const first = await stepFrom(db, key)
  if (first === null || first === 'gone') return first
  // What stands at the next address is told when that is asked for; here it only must not lead back.
  const seen = new Set([key, withoutQuery(key)])
  for (let { target, ends } = first; !ends; ) {
    const next = ownKey(target, siteUrl)
    if (next === null) break
    if (seen.has(next) || seen.size > LONGEST_CHAIN) return null
    seen.add(next)
    const step = await stepFrom(db, next)
    if (step === null || step === 'gone') break
    ;({ target, ends } = step)
  }
  return { to: asHeader(first.target, siteUrl) }
}

interface Step {
  target: string
  /** Whether a page stands there: a story's, or a feed. */
  ends: boolean
}

async function stepFrom(db: Database, key: string): Promise<Step | 'gone' | null> {
  const kept = await readKept(db, key)
  if (kept) return stepOf(db, kept)
  if (isWholeFeed(key) || isWholeFeed(withoutQuery(key))) return { target: '/feed.xml', ends: true }
  const page = pageOfFeed(withoutQuery(key))
  const filed = page === null ? null : await readKept(db, page)
  const feed = filed && feedOf(filed.target)
  return feed === null || feed === undefined ? null : { target: feed, ends: true }
}

async function stepOf(db: Database, { target, storyId, path }: Kept): Promise<Step | 'gone' | null> {
  if (storyId === null) return { target, ends: false }
  if (path !== null) return { target: path, ends: true }
  const line = (await readStoryLines(db, [storyId])).get(storyId)
  return line?.path ? 'gone' : null
}

/** The one with its query, or else the one without; of the root none is without. */
async function readKept(db: Database, key: string): Promise<Kept | null> {
  const keys = [...new Set([key, withoutQuery(key)])].filter((one) => one !== '/')
  if (keys.length === 0) return null
  const rows = await db
    .selectFrom('redirects')
    .select(['address', 'target', 'story_id as storyId'])
    // Asked for this row alone: joined, SQLite would put the view together for every story there is.
    .select((of) =>
      of
        .selectFrom('published_stories')
        .select('published_stories.path')
        .whereRef('published_stories.id', '=', 'redirects.story_id')
        .as('path'),
    )
    .where('address', 'in', keys)
    .execute()
  return rows.find(({ address }) => address === key) ?? rows[0] ?? null
}

/** A target as an old address would be kept, where it is on this site; null where it is on another. */
export function ownKey(target: string, siteUrl: string): string | null {
  if (isOwnPath(target)) return addressKey(target)
  return readUrl(target)?.origin === readUrl(siteUrl)?.origin ? addressKey(target) : null
}

function asHeader(target: string, siteUrl: string): string {
  const url = readUrl(target, siteUrl)
  if (!url) return '/'
  return isOwnPath(target) ? url.pathname + url.search + url.hash : url.href
}
