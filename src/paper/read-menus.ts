/** The menus as they stand: an editor's own lines, or what fills a menu by itself. */
import type { Database } from '../store/index.ts'
import { type Menu, type MenuItem, type MenuLine, type MenuNow, menuKey } from './menu.ts'
import { listPublishedPages, type PageLine } from './read-pages.ts'
import { listTerms } from './read-terms.ts'
import { pagePath } from './standing-page.ts'
import { type Term, termPath } from './term.ts'

/** Both menus. Three statements, however many lines there are. */
export async function readMenus(db: Database): Promise<Record<Menu, MenuNow>> {
  const kept = await readLines(db)
  const [sections, pages] = [await listTerms(db, 'section'), await listPublishedPages(db)]
  const filled = { head: sections.map(lineOfTerm), foot: pages.map(lineOfPage) }
  const now = (menu: Menu): MenuNow => {
    const lines = kept.filter((one) => one.menu === menu).map(({ line }) => line)
    return lines.length > 0 ? { own: true, lines } : { own: false, lines: filled[menu] }
  }
  return { head: now('head'), foot: now('foot') }
}

async function readLines(db: Database): Promise<{ menu: Menu; line: MenuLine }[]> {
  const rows = await db
    .selectFrom('menu_items')
    .leftJoin('terms', 'terms.id', 'menu_items.about_id')
    .leftJoin('pages', 'pages.id', 'menu_items.about_id')
    .select([
      'menu_items.menu',
      'menu_items.kind',
      'menu_items.about_id',
      'menu_items.href',
      'menu_items.label',
      'terms.name',
      'terms.slug as term_slug',
      'pages.title',
      'pages.slug as page_slug',
      'pages.published',
    ])
    .orderBy('menu_items.menu')
    .orderBy('menu_items.place')
    .execute()
  return rows.map(({ menu, kind, about_id, href, label, name, term_slug, title, page_slug, published }) => {
    const item: MenuItem = { kind, aboutId: about_id, href, label }
    if (kind === 'link') return { menu, line: lineOf(item, { name: href, path: href }) }
    if (kind === 'page') {
      if (page_slug === null) return { menu, line: lineOf(item, { name: '', path: null, missing: 'removed' }) }
      const there = { name: title ?? '', path: encodeURI(pagePath(page_slug)) }
      return { menu, line: lineOf(item, published === 1 ? there : { ...there, path: null, missing: 'unpublished' }) }
    }
    if (term_slug === null) return { menu, line: lineOf(item, { name: '', path: null, missing: 'removed' }) }
    return { menu, line: lineOf(item, { name: name ?? '', path: encodeURI(termPath({ kind, slug: term_slug })) }) }
  })
}

const lineOf = (
  item: MenuItem,
  { name, path, missing = null }: { name: string; path: string | null; missing?: MenuLine['missing'] },
): MenuLine => ({ ...item, key: menuKey(item), says: item.label || name, path, missing })

const lineOfTerm = (term: Term): MenuLine =>
  lineOf(
    { kind: term.kind, aboutId: term.id, href: '', label: '' },
    { name: term.name, path: encodeURI(termPath(term)) },
  )

const lineOfPage = ({ id, slug, title }: PageLine): MenuLine =>
  lineOf({ kind: 'page', aboutId: id, href: '', label: '' }, { name: title, path: encodeURI(pagePath(slug)) })
