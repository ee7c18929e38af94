/** Where a store's site is reached, as whoever starts the site has said; the spam model tells its links from others. */
import type { Store } from '../../store/index.ts'

const places = new WeakMap<Store, () => string>()

export const knowPlace = (store: Store, url: () => string): void => {
  places.set(store, url)
}

/** Without a slash at the end; empty where no site was started on this store. */
export const urlOf = (store: Store): string => places.get(store)?.() ?? ''
