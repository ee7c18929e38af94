/** Standing pages, written and published. */
import { keepPlace } from '../media/index.ts'
import { standingPageMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { newId, type Store, type Transaction, takeTurns } from '../store/index.ts'
import { keepMenuNames } from './menu.ts'
import { readStandingPage } from './read-pages.ts'
import {
  checkPageFields,
  gapsIn,
  type PageFields,
  type PageKind,
  type PageProblem,
  pagePath,
  type StandingPage,
} from './standing-page.ts'

/** What a page is saved with. */
interface Saving {
  fields: PageFields
  /** Which addresses the program itself has. */
  isReserved: (slug: string) => boolean
  /** Ids of the library's pictures that its words show. */
  pictures: readonly string[]
  /** A person's id; null where the site itself does. */
  by: string | null
}

/** A new page, which no reader sees yet; answers its id. */
export const createPage = (
  store: Store,
  { kind, fields: typed, isReserved, pictures, by }: Saving & { kind: PageKind | '' },
  now: number,
): Promise<{ id: string } | PageProblem> =>
  store.transaction(now, async (tx) => {
    await takeTurns(tx, 'paper')
    const fields = checkPageFields(typed, isReserved)
    if ('problem' in fields) return fields
    const taken = await takenBy(tx, fields.slug, null)
    if (taken) return { field: 'slug', problem: m.taken(pagePath(fields.slug), taken) } as const
    const id = newId(now)
    await tx.rows
      .insertInto('pages')
      .values({ id, kind, ...fields, published: 0, number: 1, changed_at: now, changed_by: by })
      .execute()
    await leadNoLonger(tx, fields.slug)
    await keepPlace(tx, placeOf(id), pictures)
    await noteAct(tx, { by, act: 'page.added', about: id, detail: m.logAdded(fields.title) })
    return { id }
  })

export type PageSaved =
  /** `notPublished` says why it was kept and not published. */
  | { page: StandingPage; notPublished?: string }
  | PageProblem
  /** What somebody else has saved meanwhile: nothing is kept before it was seen. */
  | { theirs: StandingPage }
  | { gone: true }

/**
 * Saves a page that was opened as `number`, and publishes it with `publish`. What is
 * published stays so and is read by everyone from then on, so nothing with a gap is kept there.
 */
export const changePage = (
  store: Store,
  {
    id,
    number,
    publish,
    fields: typed,
    isReserved,
    pictures,
    by,
  }: Saving & {
    id: string
    number: number
    publish: boolean
  },
  now: number,
): Promise<PageSaved> =>
  store.transaction(now, async (tx): Promise<PageSaved> => {
    await takeTurns(tx, 'paper')
    const before = await readStandingPage(tx.rows, id)
    if (!before) return { gone: true }
    const fields = checkPageFields(typed, isReserved)
    if ('problem' in fields) return fields
    const { title, slug, words } = fields
    const isSame = title === before.title && slug === before.slug && words === before.words
    if (before.number !== number && !isSame) return { theirs: before }
    const taken = await takenBy(tx, slug, id)
    if (taken) return { field: 'slug', problem: m.taken(pagePath(slug), taken) }
    const [open] = gapsIn(words)
    const gap = words === '' ? m.noWords : open === undefined ? null : m.gap(open)
    if (gap && before.published) return { field: 'words', problem: gap }
    const published = before.published || (publish && gap === null)
    if (!isSame || published !== before.published) {
      await tx.rows
        .updateTable('pages')
        .set({ ...fields, published: published ? 1 : 0, number: before.number + 1, changed_at: now, changed_by: by })
        .where('id', '=', id)
        .execute()
      if (slug !== before.slug) await leadOn(tx, before, slug)
      await keepPlace(tx, placeOf(id), pictures)
      // Whoever deletes a file meanwhile reads the words of before, or these.
      await takeTurns(tx, 'attachments')
      const [act, detail] = published ? ['page.published', m.logPublished(title)] : ['page.saved', m.logSaved(title)]
      await noteAct(tx, { by, act, about: id, detail })
      if (published) await tx.say({ kind: 'paper.changed' })
    }
    const page = (await readStandingPage(tx.rows, id)) as StandingPage
    return { page, ...(publish && gap !== null ? { notPublished: gap } : {}) }
  })

/** Takes a page off the site; its words stay in the newsroom. False where there is none, or readers could not see it. */
export const unpublishPage = (
  store: Store,
  { id, by }: { id: string; by: string | null },
  now: number,
): Promise<boolean> =>
  store.transaction(now, async (tx) => {
    const page = await readStandingPage(tx.rows, id)
    if (!page?.published) return false
    await tx.rows
      .updateTable('pages')
      .set({ published: 0, number: page.number + 1, changed_at: now, changed_by: by })
      .where('id', '=', id)
      .execute()
    await noteAct(tx, { by, act: 'page.unpublished', about: id, detail: m.logUnpublished(page.title) })
    await tx.say({ kind: 'paper.changed' })
    return true
  })

/** Removes a page with its earlier addresses. A menu that names it says so until the line is taken out. Null where there is none. */
export const removePage = (
  store: Store,
  { id, by }: { id: string; by: string | null },
  now: number,
): Promise<StandingPage | null> =>
  store.transaction(now, async (tx) => {
    const page = await readStandingPage(tx.rows, id)
    if (!page) return null
    await tx.rows.deleteFrom('old_addresses').where('kind', '=', 'page').where('about_id', '=', id).execute()
    await keepMenuNames(tx, id, page.title)
    await keepPlace(tx, placeOf(id), [])
    await tx.rows.deleteFrom('pages').where('id', '=', id).execute()
    await noteAct(tx, { by, act: 'page.removed', about: null, detail: m.logRemoved(page.title) })
    await tx.say({ kind: 'paper.changed' })
    return page
  })

/** By which its pictures count as used. */
const placeOf = (id: string): string => `page:${id}`

/** The title of the page that stands at an address already; null where none but `except` does. */
export async function takenBy(tx: Transaction, slug: string, except: string | null): Promise<string | null> {
  const row = await tx.rows.selectFrom('pages').select(['id', 'title']).where('slug', '=', slug).executeTakeFirst()
  return row && row.id !== except ? row.title : null
}

/** A page's earlier address leads to it from now on; the new one leads nowhere else. */
async function leadOn(tx: Transaction, { id, slug: earlier }: StandingPage, slug: string): Promise<void> {
  await leadNoLonger(tx, slug)
  await tx.rows.insertInto('old_addresses').values({ kind: 'page', slug: earlier, about_id: id }).execute()
}

/** A page stands at this address now, whatever it led to. */
export async function leadNoLonger(tx: Transaction, slug: string): Promise<void> {
  await tx.rows.deleteFrom('old_addresses').where('kind', '=', 'page').where('slug', '=', slug).execute()
}
