/** Takes a whole import out again, but what somebody has worked on or answered since; step by step, so that it can be gone on with. */
import { changeStates, type StateChange } from '../../discussion/index.ts'
import { movingMessages as m, moveAccountMessages } from '../../messages/index.ts'
import { decideBroughtIn, storiesWithOwnComments, untouchedOf, wordingsOf } from '../../moderation/decisions/index.ts'
import { readStandingPage, removePage } from '../../paper/index.ts'
import { noteAct } from '../../people/index.ts'
import { dropRedirectsOf } from '../../redirects/index.ts'
import type { Database, Store, Transaction } from '../../store/index.ts'
import { readDraft, throwAway } from '../../story/index.ts'
import { type Import, readImport } from './rows.ts'
import { keepLines } from './take/move.ts'
import { BROUGHT } from './take/take-comments.ts'

/** In one transaction. */
const AT_ONCE = 100

interface Undo {
  id: string
  /** Who undoes it; a person's id. */
  by: string
}

/** What was taken out and what was kept, by kind. */
export type Undone = Record<'story' | 'page' | 'comment', { out: number; kept: number }>

/** { problem } where there is nothing to undo. Stories go to the trash, from which each can be brought back. */
export async function undoImport(
  store: Store,
  { id, by }: Undo,
  { now, signal }: { now(): number; signal?: AbortSignal },
): Promise<Undone | { problem: string }> {
  const of = await readImport(store.db, id)
  if (!of) return { problem: m.noSuchImport }
  if (of.state === 'undone') return { problem: m.alreadyUndone }
  await store.transaction(now(), (tx) => setState(tx, id, 'undoing'))
  const undone: Undone = {
    story: { out: 0, kept: 0 },
    page: { out: 0, kept: 0 },
    comment: { out: 0, kept: 0 },
  }
  for (let after = ''; !signal?.aborted; ) {
    const some = await itemsOf(store.db, id, { kind: 'comment', after })
    if (some.length === 0) break
    after = some.at(-1)?.key ?? after
    await store.transaction(now(), async (tx) => {
      const out = await takeCommentsOut(tx, of, some, by)
      undone.comment.out += out
      undone.comment.kept += some.length - out
    })
    await new Promise(setImmediate)
  }
  for (let after = ''; !signal?.aborted; ) {
    const some = await itemsOf(store.db, id, { kind: 'story', after })
    if (some.length === 0) break
    after = some.at(-1)?.key ?? after
    const answered = await storiesWithOwnComments(
      store.db,
      some.map(({ ourId }) => ourId),
      BROUGHT,
    )
    for (const item of some) {
      const kind = item.ourKind === 'page' ? 'page' : 'story'
      const why = answered.has(item.ourId)
        ? m.answeredHere
        : await (kind === 'page' ? takePageOut : takeStoryOut)(store, { ...item, importId: id, by }, now())
      undone[kind][why === null ? 'out' : 'kept'] += 1
      await store.transaction(now(), async (tx) => {
        if (why === null) await forget(tx, { ...item, importId: id })
        else
          await keepLines(tx, id, [
            { about: 'kept', kind, name: await nameOfOurs(tx.rows, item), why, ourId: item.ourId },
          ])
      })
    }
    await new Promise(setImmediate)
  }
  if (signal?.aborted) return undone
  await store.transaction(now(), async (tx) => {
    // Old addresses of what was kept go on leading to it; those of what is in the trash say that it is gone.
    if (undone.story.kept + undone.page.kept === 0) await dropRedirectsOf(tx, id)
    for (const table of ['import_waiting', 'import_pictures'] as const)
      await tx.rows.deleteFrom(table).where('import_id', '=', id).execute()
    // Threads are matched anew with whatever is here then.
    await tx.rows
      .deleteFrom('imported_items')
      .where('import_id', '=', id)
      .where('kind', 'in', ['thread', 'note'])
      .execute()
    await setState(tx, id, 'undone')
    await noteAct(tx, { by, act: 'settings.moved-out', about: id, detail: m.logUndone(nameOfOrigin(of), undone.story) })
  })
  return undone
}

async function setState(tx: Transaction, id: string, state: 'undoing' | 'undone'): Promise<void> {
  await tx.rows.updateTable('imports').set({ state, phase: 'done', touched_at: tx.now }).where('id', '=', id).execute()
}

interface OurItem {
  siteKey: string
  kind: string
  key: string
  ourKind: string
  ourId: string
  ourNumber: number | null
}

async function itemsOf(
  db: Database,
  importId: string,
  { kind, after }: { kind: string; after: string },
): Promise<OurItem[]> {
  const rows = await db
    .selectFrom('imported_items')
    .selectAll()
    .where('import_id', '=', importId)
    .where('kind', '=', kind)
    .where('undone', '=', 0)
    .where('our_id', 'is not', null)
    .where('key', '>', after)
    .orderBy('key')
    .limit(AT_ONCE)
    .execute()
  return rows.map((row) => ({
    siteKey: row.site_key,
    kind: row.kind,
    key: row.key,
    ourKind: row.our_kind,
    ourId: row.our_id as string,
    ourNumber: row.our_number,
  }))
}

/** Those of them that nobody decided on or answered here. Answers how many. */
async function takeCommentsOut(tx: Transaction, of: Import, items: readonly OurItem[], by: string): Promise<number> {
  const ids = items.map(({ ourId }) => ourId)
  const untouched = await untouchedOf(tx.rows, ids, BROUGHT)
  const wordings = await wordingsOf(tx.rows, [...untouched])
  const decided = []
  for (const [commentId, revisions] of wordings) {
    const changes: StateChange[] = revisions
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ id, state }) => ({ revision: id, from: state, to: 'withdrawn' }))
    const made = await changeStates(tx, changes)
    const last = revisions.at(-1)
    if (made.length > 0 && last) decided.push({ commentId, revisionId: last.id, changes: made, reason: null })
  }
  await decideBroughtIn(tx, decided, { by, from: nameOfOrigin(of), action: 'import undo', importId: of.id })
  const out = items.filter(({ ourId }) => untouched.has(ourId))
  if (out.length > 0)
    await tx.rows
      .updateTable('imported_items')
      .set({ undone: 1 })
      .where('import_id', '=', of.id)
      .where('kind', '=', 'comment')
      .where(
        'key',
        'in',
        out.map(({ key }) => key),
      )
      .execute()
  return out.length
}

/** Null, or why it is kept. */
async function takeStoryOut(
  store: Store,
  { by, importId, ...item }: OurItem & { by: string; importId: string },
  now: number,
): Promise<string | null> {
  const { ourId } = item
  let draft = await readDraft(store.db, ourId)
  let { ourNumber } = item
  // A picture of the import's that comes to its place meanwhile changes both, and is nobody's work.
  for (let look = 0; look < 3 && draft && draft.number !== ourNumber; look++) {
    ourNumber = await numberOfOurs(store.db, { ...item, importId })
    draft = await readDraft(store.db, ourId)
  }
  // It lies in the trash already, or is gone.
  if (!draft) return null
  if (draft.number !== ourNumber) return m.editedHere
  if (draft.heldUntil !== null) return m.heldHere
  return (await throwAway(store, { storyId: ourId, by, live: true }, now))?.problem ?? null
}

async function numberOfOurs(
  db: Database,
  { importId, kind, key, siteKey }: OurItem & { importId: string },
): Promise<number | null> {
  const row = await db
    .selectFrom('imported_items')
    .select('our_number')
    .where('import_id', '=', importId)
    .where('site_key', '=', siteKey)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.our_number ?? null
}

async function takePageOut(
  store: Store,
  { ourId, ourNumber, by }: OurItem & { by: string },
  now: number,
): Promise<string | null> {
  const page = await readStandingPage(store.db, ourId)
  if (!page) return null
  if (page.number !== ourNumber) return m.editedHere
  await removePage(store, { id: ourId, by }, now)
  return null
}

const nameOfOrigin = ({ from, format }: Import): string =>
  from || (format === '' ? '' : moveAccountMessages.formats[format])

async function nameOfOurs(db: Database, { ourKind, ourId }: OurItem): Promise<string> {
  if (ourKind === 'page') return (await readStandingPage(db, ourId))?.title ?? ourId
  return (await readDraft(db, ourId))?.content.headline ?? ourId
}

async function forget(tx: Transaction, item: OurItem & { importId: string }): Promise<void> {
  await tx.rows.deleteFrom('import_marks').where('story_id', '=', item.ourId).execute()
  await tx.rows
    .updateTable('imported_items')
    .set({ undone: 1 })
    .where('site_key', '=', item.siteKey)
    .where('kind', '=', item.kind)
    .where('key', '=', item.key)
    .execute()
}
