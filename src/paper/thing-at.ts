/** What of the paper stands at a path, so that a menu names the thing and follows it when it is renamed. */
import type { Database } from '../store/index.ts'
import { findPage } from './read-pages.ts'
import { findTerm } from './read-terms.ts'
import { pagePath } from './standing-page.ts'
import { TERM_KINDS, type TermKind, termPath } from './term.ts'

/** A section, topic, author or published page; null where the path is of none. */
export async function thingAt(
  db: Database,
  path: string,
): Promise<{ kind: TermKind | 'page'; aboutId: string } | null> {
  const slug = path.slice(path.lastIndexOf('/') + 1)
  if (slug === '') return null
  for (const kind of TERM_KINDS) {
    if (termPath({ kind, slug }) !== path) continue
    const term = await findTerm(db, { kind, slug })
    if (term) return { kind, aboutId: 'movedTo' in term ? term.movedTo.id : term.id }
  }
  const page = pagePath(slug) === path ? await findPage(db, slug) : null
  return page && { kind: 'page', aboutId: 'movedTo' in page ? page.movedTo.id : page.id }
}
