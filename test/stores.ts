/** An open, migrated, empty store of either kind, and the few things most tests put into it. */
import { LISTENERS } from '../src/listeners.ts'
import { type DatabaseAddress, openStore, type Store } from '../src/store/index.ts'
import { createStory, emptyContent, newBlockId, publish } from '../src/story/index.ts'
import { type DATABASES, migratedDatabase } from './databases.ts'

export type DatabaseKind = (typeof DATABASES)[number]

export const addressOf = (kind: DatabaseKind, url: string): DatabaseAddress =>
  kind === 'sqlite' ? { kind, file: url } : { kind, url }

/** As the program opens it: with those who do their part within its transactions. */
export const openSite = (address: DatabaseAddress, now: () => number): Promise<Store> =>
  openStore(address, now, LISTENERS)

/** `now` is the clock the store announces with; `drop` closes and removes everything. */
export async function freshStore(
  kind: DatabaseKind,
  now: () => number = Date.now,
): Promise<{ store: Store; address: DatabaseAddress; drop(): Promise<void> }> {
  const database = await migratedDatabase(kind)
  const address = addressOf(kind, database.url)
  const store = await openSite(address, now)
  return {
    store,
    address,
    async drop() {
      await store.close()
      await database.drop()
    },
  }
}

/** A published story of one paragraph; answers its id and path. */
export async function publishedStory(
  store: Store,
  headline: string,
  now: number,
): Promise<{ id: string; path: string }> {
  const content = {
    ...emptyContent,
    headline,
    body: [{ id: newBlockId(), type: 'paragraph' as const, text: `What happened: ${headline}.` }],
  }
  const id = await createStory(store, { content, by: null, commentsOpen: true }, now)
  const result = await publish(store, { id, by: null }, now)
  if ('problem' in result) throw new Error(result.problem)
  return { id, path: result.path }
}
