/** Names that an editor gave a page: accepted, spelled in several ways, renamed, taken back. Each act is kept with who and when. */

import { sql } from 'kysely'
import { keepPlace, readPicture } from '../media/index.ts'
import { archiveMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import type { NameKind } from '../reading/index.ts'
import { isId, newId, type Store, type Transaction } from '../store/index.ts'
import { keyOf, storable } from './fold.ts'
import { slugOfName } from './name-path.ts'
import { readAccepted } from './read-names.ts'
import type { AcceptedName } from './records.ts'

type Result = AcceptedName | { problem: string }

const LONGEST = 120
const GONE = { problem: m.pageRemoved }

/** Gives a name a page. The same name again answers the page it has; one that was taken back comes back at its address. */
export function acceptName(
  store: Store,
  { kind, name, by }: { kind: NameKind; name: string; by: string },
  now: number,
): Promise<Result> {
  return decide(store, now, async (tx) => {
    const words = readWords(name)
    if ('problem' in words) return words
    const known = await ownerOf(tx, kind, words.key)
    if (known && known.withdrawn_at === null) return known.id
    // A name that was taken back keeps its spellings for itself; one of them alone may become a name of its own.
    const isItsOwn = known && keyOf(known.name) === words.key
    const id = isItsOwn ? known.id : newId(now)
    if (isItsOwn) {
      await tx.rows.updateTable('accepted_names').set({ withdrawn_at: null }).where('id', '=', id).execute()
    } else {
      const slug = await freeSlug(tx, kind, slugOfName(words.text))
      await tx.rows
        .insertInto('accepted_names')
        .values({ id, kind, slug, name: words.text, withdrawn_at: null, picture_id: null })
        .execute()
      await spell(tx, { kind, id, ...words })
    }
    await note(tx, { id, what: 'accept', words: words.text, by })
    return id
  })
}

/** From then on stories that spell it so count as this name's. */
export function joinSpelling(
  store: Store,
  { id, spelling, by }: { id: string; spelling: string; by: string },
  now: number,
): Promise<Result> {
  return decide(store, now, async (tx) => {
    const words = readWords(spelling)
    if ('problem' in words) return words
    const accepted = await activeName(tx, id)
    if (!accepted) return GONE
    const kind = accepted.kind as NameKind
    const owner = await ownerOf(tx, kind, words.key)
    if (owner?.id === id) return id
    if (owner && owner.withdrawn_at === null) return { problem: m.countsAs(words.text, owner.name) }
    await spell(tx, { kind, id, ...words })
    await note(tx, { id, what: 'join', words: words.text, by })
    return id
  })
}

/** The spelling counts no more; the name's own can't be parted from it. */
export function partSpelling(
  store: Store,
  { id, spelling, by }: { id: string; spelling: string; by: string },
  now: number,
): Promise<Result> {
  return decide(store, now, async (tx) => {
    const accepted = await activeName(tx, id)
    if (!accepted) return GONE
    const key = keyOf(spelling)
    if (key === keyOf(accepted.name)) return { problem: m.ownName }
    const result = await tx.rows
      .deleteFrom('name_spellings')
      .where('accepted_id', '=', id)
      .where('name_key', '=', key)
      .executeTakeFirst()
    if (result.numDeletedRows > 0n) await note(tx, { id, what: 'part', words: spelling.trim(), by })
    return id
  })
}

/** The address stays, and the earlier name goes on counting as a spelling. */
export function renameName(
  store: Store,
  { id, name, by }: { id: string; name: string; by: string },
  now: number,
): Promise<Result> {
  return decide(store, now, async (tx) => {
    const words = readWords(name)
    if ('problem' in words) return words
    const accepted = await activeName(tx, id)
    if (!accepted) return GONE
    const kind = accepted.kind as NameKind
    const owner = await ownerOf(tx, kind, words.key)
    if (owner && owner.id !== id && owner.withdrawn_at === null) return { problem: m.countsAs(words.text, owner.name) }
    await spell(tx, { kind, id, ...words })
    await tx.rows.updateTable('accepted_names').set({ name: words.text }).where('id', '=', id).execute()
    await note(tx, { id, what: 'rename', words: words.text, by })
    return id
  })
}

/** Gives a name a picture of the library, or with null takes it away; while it has it, the picture can't be deleted. */
export function setPortrait(
  store: Store,
  { id, pictureId, by }: { id: string; pictureId: string | null; by: string },
  now: number,
): Promise<Result> {
  return decide(store, now, async (tx) => {
    const accepted = await activeName(tx, id)
    if (!accepted) return GONE
    const picture = pictureId !== null && isId(pictureId) ? await readPicture(tx.rows, pictureId) : null
    if (pictureId !== null && !picture) return { problem: m.pictureGone }
    await showPicture(tx, id, pictureId)
    const what = pictureId === null ? 'no-portrait' : 'portrait'
    await note(tx, { id, what, words: accepted.name, by })
    return id
  })
}

async function showPicture(tx: Transaction, id: string, pictureId: string | null): Promise<void> {
  await tx.rows.updateTable('accepted_names').set({ picture_id: pictureId }).where('id', '=', id).execute()
  await keepPlace(tx, `name:${id}`, pictureId === null ? [] : [pictureId])
}

/** Takes the page away, and its portrait. Accepting the name again brings it back at its address, with its spellings. */
export async function withdrawName(store: Store, { id, by }: { id: string; by: string }, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    const accepted = await activeName(tx, id)
    if (!accepted) return
    await tx.rows.updateTable('accepted_names').set({ withdrawn_at: now }).where('id', '=', id).execute()
    await showPicture(tx, id, null)
    await note(tx, { id, what: 'withdraw', words: accepted.name, by })
    await tx.say({ kind: 'names.changed' })
  })
}

/** Runs one decision on names, alone, and answers the name as it stands then. Story pages link names, so all are dropped. */
function decide(
  store: Store,
  now: number,
  work: (tx: Transaction) => Promise<string | { problem: string }>,
): Promise<Result> {
  return store.transaction(now, async (tx) => {
    // SQLite writes one at a time anyway.
    if (tx.kind === 'postgres') await sql`lock table accepted_names in share row exclusive mode`.execute(tx.rows)
    const id = await work(tx)
    if (typeof id !== 'string') return id
    await tx.say({ kind: 'names.changed' })
    return (await readAccepted(tx.rows, id)) ?? GONE
  })
}

/** A name as typed, with the key it is matched by. */
function readWords(typed: string): { text: string; key: string } | { problem: string } {
  const text = storable(typed).replace(/\s+/g, ' ').trim()
  const key = keyOf(text)
  if (key === '') return { problem: m.noName }
  return text.length > LONGEST ? { problem: m.nameTooLong(LONGEST) } : { text, key }
}

const activeName = async (tx: Transaction, id: string) =>
  isId(id)
    ? tx.rows
        .selectFrom('accepted_names')
        .selectAll()
        .where('id', '=', id)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst()
    : undefined

const ownerOf = (tx: Transaction, kind: NameKind, key: string) =>
  tx.rows
    .selectFrom('name_spellings as s')
    .innerJoin('accepted_names as a', 'a.id', 's.accepted_id')
    .select(['a.id', 'a.name', 'a.withdrawn_at'])
    .where('s.kind', '=', kind)
    .where('s.name_key', '=', key)
    .executeTakeFirst()

/** Gives a spelling to a name, taking it from one that was taken back. */
async function spell(
  tx: Transaction,
  { kind, id, key, text }: { kind: NameKind; id: string; key: string; text: string },
): Promise<void> {
  await tx.rows
    .insertInto('name_spellings')
    .values({ kind, name_key: key, spelling: text, accepted_id: id })
    .onConflict((conflict) => conflict.columns(['kind', 'name_key']).doUpdateSet({ spelling: text, accepted_id: id }))
    .execute()
}

async function freeSlug(tx: Transaction, kind: NameKind, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    const taken = await tx.rows
      .selectFrom('accepted_names')
      .select('id')
      .where('kind', '=', kind)
      .where('slug', '=', slug)
      .executeTakeFirst()
    if (!taken) return slug
  }
}

async function note(
  tx: Transaction,
  decision: { id: string; what: keyof typeof m.logNames; words: string; by: string },
): Promise<void> {
  await tx.rows
    .insertInto('name_decisions')
    .values({
      id: newId(tx.now),
      accepted_id: decision.id,
      what: decision.what,
      words: decision.words,
      decided_by: decision.by,
      decided_at: tx.now,
    })
    .execute()
  const detail = m.logNames[decision.what](decision.words)
  await noteAct(tx, { by: decision.by, act: 'name.decided', about: decision.id, detail })
}
