/** The rows of sections, topics and authors, as those who change them find and make them. */
import { newId, type Transaction } from '../store/index.ts'
import { slugHolder } from './read-terms.ts'
import { type TermKind, termKey, termSlug } from './term.ts'

/** Makes one of a name that no other has, the last of its kind; answers its id. */
export async function insertTerm(
  tx: Transaction,
  { kind, name }: { kind: TermKind; name: string },
  key = termKey(name),
): Promise<string> {
  const last = await tx.rows
    .selectFrom('terms')
    .select((s) => s.fn.max('place').as('place'))
    .where('kind', '=', kind)
    .executeTakeFirst()
  const id = newId(tx.now)
  const slug = await freeSlug(tx, kind, termSlug(name))
  await leadNowhereElse(tx, kind, slug)
  await tx.rows
    .insertInto('terms')
    .values({
      ...{ id, kind, slug, name, about: '', accent: '', tone: 'news', role: '', contact: '' },
      picture_id: null,
      person_id: null,
      place: Number(last?.place ?? -1) + 1,
      number: 1,
    })
    .execute()
  await tx.rows.insertInto('term_keys').values({ kind, key, term_id: id, spelling: name }).execute()
  return id
}

/** The slug itself, or with -2, -3, … where it leads to another of its kind than `id`. */
export async function freeSlug(tx: Transaction, kind: TermKind, wanted: string, id?: string): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    const holder = await slugHolder(tx.rows, kind, slug)
    if (!holder || holder.id === id) return slug
  }
}

/** From now on a slug leads to what has this id. */
export async function leadOn(tx: Transaction, kind: TermKind, slug: string, id: string): Promise<void> {
  await leadNowhereElse(tx, kind, slug)
  await tx.rows.insertInto('old_addresses').values({ kind, slug, about_id: id }).execute()
}

/** For a slug that somebody has now. */
export async function leadNowhereElse(tx: Transaction, kind: TermKind, slug: string): Promise<void> {
  await tx.rows.deleteFrom('old_addresses').where('kind', '=', kind).where('slug', '=', slug).execute()
}
