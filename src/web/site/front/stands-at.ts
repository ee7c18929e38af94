/** Whether readers find something at a path of this site. */
import type { Web } from '../../context.ts'
import { SITE_ADDRESSES } from '../addresses.ts'
import { storyPathOf } from '../kit/paths.ts'
import { pageAt } from './pages.tsx'
import { movedStandingPageAt } from './standing-pages.ts'
import { formerTermAt } from './term-pages.ts'

/** Pages that are drawn for each who asks stand in the table of addresses. What follows "?" and "#" counts for nothing. */
export async function standsAt(web: Web, href: string): Promise<boolean> {
  const [asked = ''] = href.split(/[?#]/, 1)
  const path = storyPathOf(asked)
  if (SITE_ADDRESSES.some((one) => one.method === 'GET' && one.path === path)) return true
  const draw = pageAt(web, path)
  if (draw && (await web.pages.fill(path, draw))) return true
  const former = await formerTermAt(web, path)
  return former !== 'gone' && (former !== null || (await movedStandingPageAt(web, path)) !== null)
}
