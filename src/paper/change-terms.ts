/** An editor makes a section, a topic or an author's page, changes it, or puts sections in order. */
import { keepPlace, readPicture } from '../media/index.ts'
import { termMessages as m } from '../messages/index.ts'
import { noteAct, readPerson } from '../people/index.ts'
import { type Store, type Transaction, takeTurns } from '../store/index.ts'
import { findTermByKey, readFurtherNames, readTerm, slugHolder } from './read-terms.ts'
import { type Term, type TermKind, type Tone, termKey, termSlug } from './term.ts'
import { checkDetails, checkName, type TermDetails, type TermProblem } from './term-details.ts'
import { freeSlug, insertTerm, leadNowhereElse, leadOn } from './term-rows.ts'

/** Makes one that has only its name. */
export const addTerm = (
  store: Store,
  { kind, name: typed, by }: { kind: TermKind; name: string; by: string },
  now: number,
): Promise<{ term: Term } | { problem: TermProblem }> =>
  store.transaction(now, async (tx) => {
    await takeTurns(tx, 'paper')
    const name = typed.trim()
    const wrong = checkName(kind, name)
    if (wrong) return { problem: { field: 'name', sentence: wrong } }
    const other = await findTermByKey(tx.rows, kind, termKey(name))
    if (other) return { problem: { field: 'name', sentence: saidOfHolder(other, name), other } }
    const id = await insertTerm(tx, { kind, name })
    await noteAct(tx, { by, act: `${kind}.added`, about: id, detail: m.logAdded[kind](name) })
    await tx.say({ kind: 'paper.changed' })
    return { term: (await readTerm(tx.rows, id)) as Term }
  })

/** By its present name, or by one that it had. */
const saidOfHolder = (other: Term, name: string): string =>
  termKey(other.name) === termKey(name) ? m.nameTaken[other.kind](other.name) : m.nameLeads(name, other.name)

export interface TermChange {
  id: string
  /** The number that the change started from. */
  number: number
  details: TermDetails
  /** The address stays although the name changes; one that is typed anew is taken in any case. */
  keepAddress: boolean
  by: string
}

export type TermChanged =
  | { term: Term }
  | { problem: TermProblem }
  /** What somebody else has saved meanwhile. */
  | { theirs: Term & { signs: string[] } }
  | { gone: true }

/** Keeps what an editor says of one, all of it or nothing. Stories go on leading to it, and so do its earlier addresses. */
export const changeTerm = (store: Store, change: TermChange, now: number): Promise<TermChanged> =>
  store.transaction(now, async (tx) => {
    await takeTurns(tx, 'paper')
    const before = await readTerm(tx.rows, change.id)
    if (!before) return { gone: true }
    const signs = await readFurtherNames(tx.rows, before)
    if (before.number !== change.number) return { theirs: { ...before, signs } }
    const details = trimmed(before.kind, change.details)
    const problem = checkDetails(before.kind, details) ?? (await checkAgainstOthers(tx, before, details))
    if (problem) return { problem }
    const slug = await slugFor(tx, before, details, change.keepAddress)
    if (typeof slug !== 'string') return slug

    if (slug !== before.slug) {
      await leadNowhereElse(tx, before.kind, slug)
      await leadOn(tx, before.kind, before.slug, before.id)
    }
    const { name, about, accent, role, contact, pictureId, personId } = details
    await tx.rows
      .updateTable('terms')
      .set({ name, slug, about, accent, tone: details.tone as Tone, role, contact })
      .set({ picture_id: pictureId, person_id: personId, number: before.number + 1 })
      .where('id', '=', before.id)
      .execute()
    await keepKeys(tx, before, details, signs)
    if (before.kind === 'author') await keepPlace(tx, `author:${before.id}`, pictureId === null ? [] : [pictureId])
    const detail = name === before.name ? m.logChanged[before.kind](name) : m.logRenamed(before.name, name)
    await noteAct(tx, { by: change.by, act: `${before.kind}.changed`, about: before.id, detail })
    await tx.say({ kind: 'paper.changed' })
    return { term: (await readTerm(tx.rows, before.id)) as Term }
  })

/** What only one kind has stays empty for the others. */
function trimmed(kind: TermKind, details: TermDetails): TermDetails {
  const { name, slug, about, accent, tone, role, contact, pictureId, personId, signs } = details
  return {
    ...{ name: name.trim(), slug: slug.trim(), about: about.trim() },
    ...(kind === 'section' ? { accent, tone } : { accent: '', tone: 'news' }),
    ...(kind === 'author'
      ? { role: role.trim(), contact: contact.trim(), pictureId, personId }
      : { role: '', contact: '', pictureId: null, personId: null }),
    signs: kind === 'author' ? signs.map((sign) => sign.trim()).filter(Boolean) : [],
  }
}

async function checkAgainstOthers(
  tx: Transaction,
  before: Term,
  { name, signs, pictureId, personId }: TermDetails,
): Promise<TermProblem | null> {
  const names = [{ field: 'name' as const, said: name }, ...signs.map((said) => ({ field: 'signs' as const, said }))]
  for (const { field, said } of names) {
    const other = await findTermByKey(tx.rows, before.kind, termKey(said))
    if (other && other.id !== before.id) return { field, sentence: m.orJoin(saidOfHolder(other, said)), other }
  }
  if (personId !== null && !(await readPerson(tx.rows, personId)))
    return { field: 'personId', sentence: m.noSuchPerson }
  const known = pictureId === null || (await readPicture(tx.rows, pictureId))
  return known ? null : { field: 'pictureId', sentence: m.noSuchPicture }
}

/** The slug from now on: the one that was typed, the one of the new name, or the same. */
async function slugFor(
  tx: Transaction,
  before: Term,
  { slug: typed, name }: TermDetails,
  keepAddress: boolean,
): Promise<string | { problem: TermProblem }> {
  if (typed === before.slug && (keepAddress || name === before.name)) return before.slug
  if (typed === '' || typed === before.slug) return freeSlug(tx, before.kind, termSlug(name), before.id)
  const wanted = termSlug(typed)
  if (wanted === '') return { problem: { field: 'slug', sentence: m.needsAddress } }
  const other = await slugHolder(tx.rows, before.kind, wanted)
  if (!other || other.id === before.id) return wanted
  return { problem: { field: 'slug', sentence: m.addressTaken(wanted, other.name) } }
}

/** A name that it had goes on leading to it; one that an author signs with no longer does where it was taken out. */
async function keepKeys(tx: Transaction, before: Term, details: TermDetails, signsBefore: string[]): Promise<void> {
  const kept = new Map([before.name, ...details.signs, details.name].map((spelling) => [termKey(spelling), spelling]))
  const dropped = before.kind === 'author' ? signsBefore.map(termKey).filter((key) => !kept.has(key)) : []
  if (dropped.length > 0)
    await tx.rows.deleteFrom('term_keys').where('term_id', '=', before.id).where('key', 'in', dropped).execute()
  for (const [key, spelling] of kept)
    await tx.rows
      .insertInto('term_keys')
      .values({ kind: before.kind, key, term_id: before.id, spelling })
      .onConflict((conflict) =>
        conflict.columns(['kind', 'key']).doUpdateSet({ spelling }).where('term_keys.term_id', '=', before.id),
      )
      .execute()
}

/** Puts a section at a place among the others, counted from 1; false where it is gone. */
export const moveSection = (
  store: Store,
  { id, to, by }: { id: string; to: number; by: string },
  now: number,
): Promise<boolean> =>
  store.transaction(now, async (tx) => {
    await takeTurns(tx, 'paper')
    const rows = await tx.rows
      .selectFrom('terms')
      .select(['id', 'name', 'place'])
      .where('kind', '=', 'section')
      .orderBy('place')
      .orderBy('id')
      .execute()
    const moved = rows.find((row) => row.id === id)
    if (!moved) return false
    const order = rows.filter((row) => row.id !== id)
    order.splice(Math.min(Math.max(to, 1), rows.length) - 1, 0, moved)
    for (const [place, row] of order.entries())
      if (row.place !== place) await tx.rows.updateTable('terms').set({ place }).where('id', '=', row.id).execute()
    const detail = m.logMoved(moved.name, order.indexOf(moved) + 1)
    await noteAct(tx, { by, act: 'section.moved', about: id, detail })
    await tx.say({ kind: 'paper.changed' })
    return true
  })
