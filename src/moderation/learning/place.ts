/** What the spam model has to know of the site: where it is reached, to tell its links from others, and its time of day. */

import { readSiteSettings } from '../../publication/index.ts'
import type { Database, Store } from '../../store/index.ts'
import type { Here } from './spam-text.ts'

const places = new WeakMap<object, () => string>()
const timeZones = new WeakMap<object, string>()

/** From now on it is known on this database where the site is reached, and its time of day is kept in memory. */
export function knowPlace(store: Store, url: () => string): void {
  if (!places.has(store.shelf))
    store.listen((events) => {
      if (events.some(({ kind }) => kind === 'settings.changed' || kind === 'missed')) timeZones.delete(store.shelf)
    })
  places.set(store.shelf, url)
}

/** Without a slash at the end; empty where no site was started on this store. */
export const urlOf = ({ shelf }: Pick<Store, 'shelf'>): string => places.get(shelf)?.() ?? ''

/** Read once, and anew where somebody has changed the settings, here or in another process. `db` may be a transaction. */
export async function hereOf({ shelf }: Pick<Store, 'shelf'>, db: Database): Promise<Here> {
  const timeZone = timeZones.get(shelf) ?? (await readSiteSettings(db)).timeZone
  if (places.has(shelf)) timeZones.set(shelf, timeZone)
  return { timeZone, url: urlOf({ shelf }) }
}
