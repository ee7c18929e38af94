import { type Database, markOnce, readSetting, type Store } from '../../../store/index.ts'

const NAME = 'feed host'

/**
 * Keeps the host that the ids of the feed are made with, at the first start that
 * keeps one: what a feed reader has read stays read, wherever the site moves.
 */
export async function keepFeedHost(store: Store, url: string, now: number): Promise<void> {
  await store.transaction(now, (tx) => markOnce(tx, NAME, hostIn(url)))
}

/** That host; before one is kept, that of the address `url`. */
export async function readFeedHost(db: Database, url: string): Promise<string> {
  const kept = await readSetting(db, NAME)
  return kept === null ? hostIn(url) : String(kept.value)
}

/** A tag URI (RFC 4151) takes a name, and no address of numbers in brackets. */
function hostIn(url: string): string {
  const { hostname } = new URL(url)
  return hostname.startsWith('[') ? 'localhost' : hostname
}
