/**
 * Whom an approved comment is told to. What is kept is only that it is to be
 * told; its words are read from the public view when the letter leaves, so no
 * letter can carry what was taken down meanwhile.
 */
import {
  askOnApproval,
  holdReader,
  listenersTo,
  readOrigins,
  readPublicComments,
  readRhythm,
} from '../../discussion/index.ts'
import { isLetterWaiting, queueLetter, readLetterSettings } from '../../mail/index.ts'
import { readerEmailMessages as m } from '../../messages/index.ts'
import { readSiteSettings } from '../../publication/index.ts'
import { readReader } from '../../readers/index.ts'
import type { Transaction } from '../../store/index.ts'
import { nextTime, type Rhythm } from './rhythm.ts'

/** The kind of the letter that tells of answers; it is about a reader. */
export const REPLIES = 'replies'

export interface Approval {
  commentId: string
  decisionId: string
  /** When the decision can't be undone any more. */
  notBefore: number
}

/**
 * Notes, with an approval, who is to be told of the comment; and where its own
 * author asked to be told of answers and was not written to, because it looked
 * like spam, writes now.
 */
export async function noteApproval(tx: Transaction, approval: Approval): Promise<void> {
  // The undo window is over only after its last millisecond.
  const notBefore = approval.notBefore + 1
  await askOnApproval(tx, { commentId: approval.commentId, notBefore })
  const comment = (await readOrigins(tx.rows, [approval.commentId])).get(approval.commentId)
  if (!comment?.parentId) return
  for (const readerId of await listenersTo(tx.rows, comment.parentId)) {
    if (readerId === comment.readerId) continue
    await holdReader(tx, readerId)
    const told = { decision_id: approval.decisionId, not_before: notBefore }
    await tx.rows
      .insertInto('replies_to_tell')
      .values({ reader_id: readerId, comment_id: approval.commentId, ...told, told_at: null })
      .onConflict((conflict) =>
        conflict.columns(['reader_id', 'comment_id']).doUpdateSet(told).where('replies_to_tell.told_at', 'is', null),
      )
      .execute()
    await queueReplyLetter(tx, readerId)
  }
}

/**
 * What an approval that was undone would have told, as far as it has not been
 * told. Where it was of an edit, the words before it are shown, and still to be told.
 */
export async function takeBackApproval(tx: Transaction, decisionId: string): Promise<void> {
  const untold = await tx.rows
    .selectFrom('replies_to_tell')
    .select('comment_id')
    .where('decision_id', '=', decisionId)
    .where('told_at', 'is', null)
    .execute()
  const ids = [...new Set(untold.map(({ comment_id }) => comment_id))]
  const shown = await readPublicComments(tx.rows, ids)
  const gone = ids.filter((id) => !shown.has(id))
  if (gone.length === 0) return
  await tx.rows
    .deleteFrom('replies_to_tell')
    .where('decision_id', '=', decisionId)
    .where('told_at', 'is', null)
    .where('comment_id', 'in', gone)
    .execute()
}

/**
 * Sees to it that a letter waits where this reader has something to be told,
 * for the hour they chose. The caller holds the reader.
 */
export async function queueReplyLetter(tx: Transaction, readerId: string): Promise<void> {
  if (await isLetterWaiting(tx, REPLIES, readerId)) return
  const due = await tx.rows
    .selectFrom('replies_to_tell')
    .select('not_before')
    .where('reader_id', '=', readerId)
    .where('told_at', 'is', null)
    .orderBy('not_before')
    .limit(1)
    .executeTakeFirst()
  if (!due) return
  const [reader, rhythm] = [await readReader(tx.rows, readerId), await readRhythm(tx.rows, readerId)]
  if (!reader?.mail || rhythm === 'off') return
  await queueLetter(tx, {
    kind: REPLIES,
    about: readerId,
    to: { name: '', address: reader.mail },
    subject: m.answersSubjectWaiting,
    text: '',
    notBefore: await timeFor(tx, rhythm, due.not_before),
  })
}

/** When a letter of this rhythm leaves that may not leave before `earliest`. */
export async function timeFor(tx: Transaction, rhythm: Exclude<Rhythm, 'off'>, earliest: number): Promise<number> {
  if (rhythm === 'at once') return earliest
  const [{ digestHour }, { timeZone }] = [await readLetterSettings(tx.rows), await readSiteSettings(tx.rows)]
  return nextTime(rhythm, { hour: digestHour, timeZone }, earliest)
}
