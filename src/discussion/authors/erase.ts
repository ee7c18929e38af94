/** Erasing an author from the discussion: their name always, their words where they choose so; the comment keeps its place. */
import { commentingMessages as m } from '../../messages/index.ts'
import type { Transaction } from '../../store/index.ts'
import type { Circumstances } from '../phases/signal.ts'
import { holdComment } from '../states.ts'

const NOTHING_KNOWN: Circumstances = { timeToWrite: null, honeypot: '', recentFromSender: 0 }

export interface ErasedComment {
  revisionIds: string[]
  /** Whether the words went too. */
  withWords: boolean
  /** Whether something that others wrote of the comment says again what was erased. */
  repeats(text: string): boolean
}

/** Erases the author of one comment, and with `words` what they wrote. Null where there was nothing left to erase. */
export async function eraseAuthor(
  tx: Transaction,
  commentId: string,
  { words }: { words: boolean },
): Promise<ErasedComment | null> {
  await holdComment(tx, commentId)
  const comment = await tx.rows.selectFrom('comments').selectAll().where('id', '=', commentId).executeTakeFirst()
  if (!comment) return null
  const revisions = await tx.rows
    .selectFrom('comment_revisions')
    .select(['id', 'text', 'state'])
    .where('comment_id', '=', commentId)
    .execute()
  const hasName = comment.erased_at === null
  const withWords = words && revisions.some(({ text }) => text !== '')
  if (!hasName && !withWords) return null
  await tx.rows
    .updateTable('comments')
    .set({ author_name: m.erasedName, author_mail: null, sender_key: '', reader_id: null, erased_at: tx.now })
    .where('id', '=', commentId)
    .execute()
  const names = [comment.author_name, comment.author_mail ?? ''].map((name) => name.toLowerCase())
  const repeats = (text: string) => withWords || names.some((name) => name !== '' && text.toLowerCase().includes(name))
  const revisionIds = revisions.map(({ id }) => id)
  await forgetSignals(tx, revisionIds, repeats)
  await forgetUnexamined(tx, commentId, withWords)
  if (withWords) {
    await tx.rows.deleteFrom('comment_words').where('revision_id', 'in', revisionIds).execute()
    await tx.rows
      .updateTable('comment_revisions')
      // No way leads from here back to the queue or the page, also not by taking a decision back.
      .set({ text: '', state: 'withdrawn', state_at: tx.now })
      .where('comment_id', '=', commentId)
      .execute()
  }
  await tx.say({ kind: 'discussion.changed', story: comment.story_id })
  if (revisions.some(({ state }) => state === 'approved'))
    await tx.say({ kind: 'comment.changed', comment: commentId, story: comment.story_id })
  return { revisionIds, withWords, repeats }
}

/** What its examination was to know of its sender; where the words are gone there is nothing to examine. */
async function forgetUnexamined(tx: Transaction, commentId: string, withWords: boolean): Promise<void> {
  await tx.rows
    .updateTable('comment_revisions')
    .set({ to_examine: withWords ? null : JSON.stringify(NOTHING_KNOWN) })
    .where('comment_id', '=', commentId)
    .where('to_examine', 'is not', null)
    .execute()
}

/** Signals may repeat what they are about. */
async function forgetSignals(
  tx: Transaction,
  revisionIds: readonly string[],
  repeats: (text: string) => boolean,
): Promise<void> {
  const signals = await tx.rows
    .selectFrom('signals')
    .select(['revision_id', 'phase', 'words'])
    .where('revision_id', 'in', revisionIds)
    .execute()
  for (const { revision_id, phase, words } of signals) {
    if (!repeats(words)) continue
    await tx.rows.deleteFrom('signals').where('revision_id', '=', revision_id).where('phase', '=', phase).execute()
  }
}

/**
 * Takes away what a reader is told of, all wishes by their address, and the
 * address wherever else somebody typed it under a comment. In comments of their
 * own it says which notes repeat it, until each is erased. Addresses are kept
 * folded; lower() changes nothing about them, and is what the index is by.
 */
export async function forgetReader(
  tx: Transaction,
  { readerId, address }: { readerId: string | null; address: string | null },
): Promise<void> {
  if (readerId !== null) {
    await tx.rows.deleteFrom('subscriptions').where('reader_id', '=', readerId).execute()
    await tx.rows.deleteFrom('reader_notices').where('reader_id', '=', readerId).execute()
  }
  if (address === null) return
  await tx.rows.deleteFrom('answer_wishes').where('address', '=', address).execute()
  await tx.rows
    .updateTable('comments')
    .set({ author_mail: null })
    .where('author_mail', 'is not', null)
    .where((c) => c.fn<string>('lower', ['author_mail']), '=', address)
    .$if(readerId !== null, (query) =>
      query.where((c) => c.or([c('reader_id', 'is', null), c('reader_id', '!=', readerId)])),
    )
    .execute()
}
