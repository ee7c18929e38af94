/** Standing pages among the kept pages. */
import { findPage, pagePath, type StandingPage } from '../../../paper/index.ts'
import { attachmentsOf, emptyContent, type StoryContent } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import type { Page } from '../../kit/page-cache.ts'
import { withAttached } from '../kit/attached.ts'
import { withItsPictures } from '../kit/pictures.ts'
import { readSite } from '../kit/site.ts'
import { renderStandingPage } from './standing-page.tsx'
import { contentOfWords } from './standing-words.ts'

/** What the addresses of pages are made of; no database is asked for another. */
const SLUG = /^\/([\p{L}\p{M}\p{N}-]{1,100})$/u

/** How to draw the page at the root of this name; null where the path is of no such page. */
export function standingPageAt(web: Web, path: string): (() => Promise<Page | null>) | null {
  const slug = SLUG.exec(path)?.[1]
  return slug === undefined ? null : () => standingPage(web, slug)
}

/** Where a page is found that had this address once; null for any other address. */
export async function movedStandingPageAt(web: Web, path: string): Promise<string | null> {
  const slug = SLUG.exec(path)?.[1]
  const found = slug === undefined ? null : await findPage(web.store.db, slug)
  return found && 'movedTo' in found ? pagePath(found.movedTo.slug) : null
}

async function standingPage(web: Web, slug: string): Promise<Page | null> {
  const page = await findPage(web.store.db, slug)
  if (!page || 'movedTo' in page) return null
  const site = await readSite(web)
  const content = await contentOfPage(web, page, site.language)
  return {
    body: renderStandingPage({ site, page, content }),
    type: 'text/html; charset=utf-8',
    tags: attachmentsOf(content).length > 0 ? ['site', 'files'] : ['site'],
  }
}

/** A page's words as they are shown, with pictures, files and stills; nothing where they can't be read. */
export async function contentOfPage(web: Web, page: StandingPage, language: string): Promise<StoryContent> {
  const read = contentOfWords(page.words, language)
  const pictured = await withItsPictures(web.store.db, { content: 'problem' in read ? emptyContent : read })
  const [{ content } = pictured] = await withAttached(web.store.db, web.url(), [pictured])
  return content
}
