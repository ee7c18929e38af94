import { readAdverts } from '../../../adverts/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'

/** How to draw /ads.txt; null for any other path. Drawn, it is nothing where an editor has written none. */
export const adsPageAt = (web: Web, path: string): (() => Promise<Page | null>) | null =>
  path !== '/ads.txt'
    ? null
    : async () => {
        const { adsTxt } = await readAdverts(web.store.db)
        return adsTxt === '' ? null : { body: `${adsTxt}\n`, type: 'text/plain; charset=utf-8', tags: ['site'] }
      }
