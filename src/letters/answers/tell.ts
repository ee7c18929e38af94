/**
 * Whom an approved comment is told to. What is kept is only that it is to be
 * told; its words are read from the public view when the letter leaves, so no
 * letter can carry what was taken down meanwhile.
 */
import { sql } from 'kysely'
import { holdReader, queueVerification } from '../../discussion/index.ts'
import { isLetterWaiting, queueLetter, readLetterSettings } from '../../mail/index.ts'
import type { Transaction } from '../../store/index.ts'
import { readSiteSettings } from '../../story/index.ts'
import { nextTime, type Rhythm } from './rhythm.ts'

/** The kind of the letter that tells of answers; it is about a reader. */
export const REPLIES = 'replies'
/** A conversation is looked at so far up; nobody reads deeper. */
const DEEPEST = 100

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
  const comment = await tx.rows
    .selectFrom('comments as c')
    .leftJoin('answer_wishes as w', (join) => join.onRef('w.comment_id', '=', 'c.id').on('w.written_at', 'is', null))
    .select(['c.parent_id', 'c.reader_id', 'w.address'])
    .where('c.id', '=', approval.commentId)
    .executeTakeFirst()
  // The undo window is over only after its last millisecond.
  const notBefore = approval.notBefore + 1
  if (comment?.address)
    await queueVerification(tx, { commentId: approval.commentId, address: comment.address, notBefore })
  if (!comment?.parent_id) return
  for (const readerId of await listeners(tx, comment.parent_id)) {
    if (readerId === comment.reader_id) continue
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
  await tx.rows
    .deleteFrom('replies_to_tell')
    .where('decision_id', '=', decisionId)
    .where('told_at', 'is', null)
    .where('comment_id', 'not in', (shown) =>
      shown.selectFrom('approved_comments').select('id').whereRef('id', '=', 'replies_to_tell.comment_id'),
    )
    .execute()
}

/** Readers who want to be told of an answer to this comment: its own author, and those of comments above who want all. */
export async function listeners(tx: Transaction, parentId: string): Promise<string[]> {
  const rows = await tx.rows
    .withRecursive('above', (above) =>
      above
        .selectFrom('comments')
        .select(['id', 'parent_id', sql<number>`1`.as('depth')])
        .where('id', '=', parentId)
        .unionAll(
          above
            .selectFrom('comments as c')
            .innerJoin('above as a', 'a.parent_id', 'c.id')
            .select(['c.id', 'c.parent_id', sql<number>`a.depth + 1`.as('depth')])
            .where('a.depth', '<', DEEPEST),
        ),
    )
    .selectFrom('above')
    .innerJoin('subscriptions as s', 's.comment_id', 'above.id')
    .innerJoin('readers as r', 'r.id', 's.reader_id')
    .leftJoin('reader_notices as n', 'n.reader_id', 's.reader_id')
    .select('s.reader_id')
    .distinct()
    .where((w) => w.or([w('above.depth', '=', 1), w('s.scope', '=', 'thread')]))
    .where('r.verified_at', 'is not', null)
    .where('r.erased_at', 'is', null)
    .where('r.mail', 'is not', null)
    .where((w) => w.or([w('n.rhythm', 'is', null), w('n.rhythm', '!=', 'off')]))
    .orderBy('s.reader_id')
    .execute()
  return rows.map((row) => row.reader_id)
}

/**
 * Sees to it that a letter waits where this reader has something to be told,
 * for the hour they chose. The caller holds the reader.
 */
export async function queueReplyLetter(tx: Transaction, readerId: string): Promise<void> {
  if (await isLetterWaiting(tx, REPLIES, readerId)) return
  const due = await tx.rows
    .selectFrom('replies_to_tell as t')
    .innerJoin('readers as r', 'r.id', 't.reader_id')
    .leftJoin('reader_notices as n', 'n.reader_id', 't.reader_id')
    .select(['t.not_before', 'r.mail', 'n.rhythm'])
    .where('t.reader_id', '=', readerId)
    .where('t.told_at', 'is', null)
    .orderBy('t.not_before')
    .limit(1)
    .executeTakeFirst()
  const rhythm = (due?.rhythm ?? 'daily') as Rhythm
  if (!due?.mail || rhythm === 'off') return
  await queueLetter(tx, {
    kind: REPLIES,
    about: readerId,
    to: { name: '', address: due.mail },
    subject: 'Answers to your comments',
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
