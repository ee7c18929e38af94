/**
 * Erasing a person's data: their name and address always, their words where
 * they choose so. What readers saw keeps its place in the thread; decisions
 * stay on record, without the words that they repeat. Nothing of what was
 * erased is told in the log. Doing it twice changes nothing more.
 */

import { foldAddress, type MailKeys } from '../access/index.ts'
import { holdComment } from '../discussion/index.ts'
import { endAnswersInside } from '../letters/index.ts'
import { noteAct } from '../people/index.ts'
import { endReaderSessions, forgetNotices } from '../readers/index.ts'
import type { Store, Transaction } from '../store/index.ts'

/** "keep": the words stay under a name that is nobody's; "blank": they go too. */
export type Erasure = 'keep' | 'blank'

/** What stands where a name was. */
export const ERASED_NAME = 'Name erased'

/** Who erases: a person of the staff, or null for the one whose data it is. */
type By = string | null

/** Erases what one comment tells of its author; answers whether there was anything to erase. */
export async function eraseComment(
  store: Store,
  { commentId, erasure, by }: { commentId: string; erasure: Erasure; by: By },
  now: number,
): Promise<boolean> {
  return store.transaction(now, async (tx) => {
    const erased = await eraseOne(tx, commentId, erasure)
    if (erased) await noteAct(tx, { by, act: 'comment.erased', about: commentId, detail: DETAIL[erasure](by) })
    return erased
  })
}

/**
 * Erases a reader: their account, all they are told of, and their comments as
 * they choose. Comments that only bear their address, which anyone can have
 * typed, lose the address. Answers whether there was such a reader.
 *
 * Some have written thousands of comments, and one transaction over all of them
 * would have everyone else wait for it. So the account goes in one, which also
 * notes what is asked for, and then the comments, fifty at a time; should the
 * machine stop in between, keep-erasing.ts goes on. No comment becomes theirs
 * any more once the first is through: see `holdStandingReader`.
 */
export async function eraseReader(
  store: Store,
  keys: MailKeys,
  { readerId, erasure, by }: { readerId: string; erasure: Erasure; by: By },
  now: number,
): Promise<boolean> {
  const wasThere = await store.transaction(now, async (tx) => {
    const reader = await tx.rows
      .updateTable('readers')
      .set({ name: '', erased_at: now })
      .where('id', '=', readerId)
      .where('erased_at', 'is', null)
      .returning('mail')
      .executeTakeFirst()
    if (!reader) return false
    await forgetNotices(tx, { readerId, address: reader.mail }, keys)
    if (reader.mail !== null) await forgetAddress(tx, reader.mail, readerId)
    await endReaderSessions(tx, readerId, { allBut: null })
    await tx.rows.deleteFrom('passkeys').where('reader_id', '=', readerId).execute()
    await tx.rows.updateTable('bans').set({ note: '' }).where('reader_id', '=', readerId).execute()
    await tx.rows.deleteFrom('sign_in_steps').where('reader_id', '=', readerId).execute()
    await tx.rows.updateTable('readers').set({ mail: null, verified_at: null }).where('id', '=', readerId).execute()
    await tx.rows.insertInto('erasures').values({ reader_id: readerId, erasure, asked_at: now }).execute()
    await noteAct(tx, { by, act: 'reader.erased', about: readerId, detail: DETAIL[erasure](by) })
    return true
  })
  if (wasThere) await eraseComments(store, { readerId, erasure }, now)
  return wasThere
}

/** Comments that are erased in one transaction. */
const AT_ONCE = 50

/** Erases what is left of an erased reader's comments; in two processes at once, or twice, it changes nothing more. */
export async function eraseComments(
  store: Store,
  { readerId, erasure }: { readerId: string; erasure: Erasure },
  now: number,
  signal?: AbortSignal,
): Promise<void> {
  for (let isDone = false; !isDone && !signal?.aborted; ) {
    isDone = await store.transaction(now, async (tx) => {
      // One that is erased is nobody's any more.
      const comments = await tx.rows
        .selectFrom('comments')
        .select('id')
        .where('reader_id', '=', readerId)
        .where('erased_at', 'is', null)
        .orderBy('id')
        .limit(AT_ONCE)
        .execute()
      for (const { id } of comments) await eraseOne(tx, id, erasure)
      if (comments.length === AT_ONCE) return false
      await tx.rows.deleteFrom('erasures').where('reader_id', '=', readerId).execute()
      return true
    })
  }
}

const DETAIL: Record<Erasure, (by: By) => string> = {
  keep: (by) =>
    `${by === null ? 'A reader erased their own data' : 'Erased a reader’s data'}; the words stay, without a name`,
  blank: (by) => `${by === null ? 'A reader erased their own data' : 'Erased a reader’s data'}, and the words with it`,
}

async function eraseOne(tx: Transaction, commentId: string, erasure: Erasure): Promise<boolean> {
  await holdComment(tx, commentId)
  const comment = await tx.rows.selectFrom('comments').selectAll().where('id', '=', commentId).executeTakeFirst()
  if (!comment) return false
  const revisions = await tx.rows
    .selectFrom('comment_revisions')
    .select(['id', 'state', 'text'])
    .where('comment_id', '=', commentId)
    .execute()
  const hasName = comment.erased_at === null
  const hasWords = erasure === 'blank' && revisions.some(({ text }) => text !== '')
  if (!hasName && !hasWords) return false
  await tx.rows
    .updateTable('comments')
    .set({ author_name: ERASED_NAME, author_mail: null, sender_key: '', reader_id: null, erased_at: tx.now })
    .where('id', '=', commentId)
    .execute()
  await forgetMatters(tx, commentId)
  const ids = revisions.map(({ id }) => id)
  await forgetWhatWasSaid(tx, commentId, ids, hasWords ? null : [comment.author_name, comment.author_mail ?? ''])
  if (hasWords) {
    await tx.rows.deleteFrom('comment_words').where('revision_id', 'in', ids).execute()
    await tx.rows
      .updateTable('comment_revisions')
      // No way leads from here back to the queue or the page, also not by taking a decision back.
      .set({ text: '', state: 'withdrawn', state_at: tx.now })
      .where('comment_id', '=', commentId)
      .execute()
    await tx.rows.deleteFrom('claims').where('revision_id', 'in', ids).execute()
  }
  await tx.say({ kind: 'discussion.changed', story: comment.story_id })
  return true
}

/**
 * Signals and decisions may repeat what they were about. `names` is what is
 * erased where the words stay; null where everything is.
 */
async function forgetWhatWasSaid(
  tx: Transaction,
  commentId: string,
  revisions: readonly string[],
  names: readonly string[] | null,
): Promise<void> {
  const repeats = (text: string) =>
    names === null || names.some((name) => name !== '' && text.toLowerCase().includes(name.toLowerCase()))
  const signals = await tx.rows.selectFrom('signals').selectAll().where('revision_id', 'in', revisions).execute()
  for (const { revision_id, phase, words } of signals) {
    if (!repeats(words)) continue
    await tx.rows.deleteFrom('signals').where('revision_id', '=', revision_id).where('phase', '=', phase).execute()
  }
  const decisions = await tx.rows
    .selectFrom('decisions')
    .select(['id', 'seen_json', 'note'])
    .where('comment_id', '=', commentId)
    .execute()
  for (const { id, seen_json, note } of decisions) {
    if (!repeats(`${seen_json ?? ''} ${note}`)) continue
    await tx.rows.updateTable('decisions').set({ seen_json: null, note: '' }).where('id', '=', id).execute()
  }
}

/** What its author wrote or was to be written about one comment: appeals, letters, links, wishes. */
async function forgetMatters(tx: Transaction, commentId: string): Promise<void> {
  await tx.rows
    .updateTable('appeals')
    .set({ words: '' })
    .where('comment_id', '=', commentId)
    // Those of who reported it are theirs.
    .where('report_id', 'is', null)
    .execute()
  const decisions = tx.rows.selectFrom('decisions').select('id').where('comment_id', '=', commentId)
  const appeals = tx.rows.selectFrom('appeals').select('id').where('comment_id', '=', commentId)
  await tx.rows
    .deleteFrom('letters')
    .where((l) => l.or([l('about', '=', commentId), l('about', 'in', decisions), l('about', 'in', appeals)]))
    .execute()
  await tx.rows.deleteFrom('mail_links').where('comment_id', '=', commentId).execute()
  await endAnswersInside(tx, commentId)
}

/**
 * An address that was shown to be the reader's, wherever else it stands. Addresses
 * are kept folded; lower() changes nothing about them, and is what the index is by.
 */
async function forgetAddress(tx: Transaction, address: string, readerId: string): Promise<void> {
  const mail = foldAddress(address)
  await tx.rows
    .updateTable('comments')
    .set({ author_mail: null })
    .where('author_mail', 'is not', null)
    .where((c) => c.fn<string>('lower', ['author_mail']), '=', mail)
    // In the reader's own it says which notes repeat it, until each is erased.
    .where((c) => c.or([c('reader_id', 'is', null), c('reader_id', '!=', readerId)]))
    .execute()
  const reports = tx.rows
    .selectFrom('reports')
    .select('id')
    .where((r) => r.fn<string>('lower', ['mail']), '=', mail)
  await tx.rows.updateTable('appeals').set({ words: '' }).where('report_id', 'in', reports).execute()
  await tx.rows.updateTable('reports').set({ name: '', mail: null, words: '' }).where('id', 'in', reports).execute()
}
