/** Stories that an earlier import brought, so that a service's comments find them. */
import { beginImport, runImport, survey } from '../../src/exchange/moving/index.ts'
import type { Store } from '../../src/store/index.ts'
import { madePath } from './comment-services.ts'
import { exportOf, site, story } from './items.ts'

/** One for each page that the exports of comment services name. */
export async function bringInFerryStories(store: Store, by: string, pages: number, now: number): Promise<void> {
  const exported = exportOf([
    site({ address: 'http://ferry.example' }),
    ...Array.from({ length: pages }, (_, page) => story(`ferry-${page}`, { addresses: [madePath(page)] })),
  ])
  const { siteKey, found } = await survey(exported, {})
  const id = await beginImport(
    store,
    {
      ...{ format: 'wordpress', siteKey, print: 'ferry stories', paths: [], answers: {}, by, found },
      options: { comments: 'held', trash: 'trash', fetchPictures: false, takeName: false },
    },
    now,
  )
  await runImport(store, id, exported, { isReserved: () => false, now: () => now })
}
