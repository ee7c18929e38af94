/** What the spam model has to know of the site: where it is reached, to tell its links from others, and its time of day. */
import { concernsAll, type Database, type Store } from '../../store/index.ts'
import { readSiteSettings } from '../../story/index.ts'
import type { Here } from './spam-text.ts'

const places = new WeakMap<Store, () => string>()

export const knowPlace = (store: Store, url: () => string): void => {
  places.set(store, url)
}

/** Without a slash at the end; empty where no site was started on this store. */
export const urlOf = (store: Store): string => places.get(store)?.() ?? ''

const timeZones = new WeakMap<Store, string>()
const heard = new WeakSet<Store>()

/** Read once, and anew where somebody has changed the settings, here or in another process. `db` may be a transaction. */
export async function hereOf(store: Store, db: Database): Promise<Here> {
  if (!heard.has(store)) {
    heard.add(store)
    store.onChange((tags) => {
      if (tags.some(concernsAll)) timeZones.delete(store)
    })
  }
  let timeZone = timeZones.get(store)
  if (timeZone === undefined) {
    ;({ timeZone } = await readSiteSettings(db))
    timeZones.set(store, timeZone)
  }
  return { timeZone, url: urlOf(store) }
}
