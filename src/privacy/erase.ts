/**
 * Erasing a person's data: their name and address always, their words where
 * they choose so. What readers saw keeps its place in the thread; decisions
 * stay on record, without the words that they repeat. Nothing of what was
 * erased is told in the log. Doing it twice changes nothing more.
 */

import { endCommentLinks, foldAddress, type MailKeys } from '../access/index.ts'
import { eraseAuthor, listOwnComments } from '../discussion/index.ts'
import { endAnswersInside, forgetNotices } from '../letters/index.ts'
import { forgetLettersAbout } from '../mail/index.ts'
import { readerMessages as m } from '../messages/index.ts'
import { forgetDecisionWords } from '../moderation/decisions/index.ts'
import { forgetClaims } from '../moderation/queue/index.ts'
import { noteAct } from '../people/index.ts'
import { eraseReaderAccount } from '../readers/index.ts'
import { forgetAppealWords, forgetReportsFrom } from '../redress/index.ts'
import type { Store, Transaction } from '../store/index.ts'
import { forgetTicketsFrom } from '../tickets/index.ts'

/** "keep": the words stay under a name that is nobody's; "blank": they go too. */
export type Erasure = 'keep' | 'blank'

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
    if (erased)
      await noteAct(tx, {
        by,
        act: 'comment.erased',
        about: commentId,
        detail: m.logErased[by === null ? 'own' : 'staff'][erasure],
      })
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
 * machine stop in between, erasing-job.ts goes on. No comment becomes theirs
 * any more once the first is through: see `holdStandingReader`.
 */
export async function eraseReader(
  store: Store,
  keys: MailKeys,
  { readerId, erasure, by }: { readerId: string; erasure: Erasure; by: By },
  now: number,
): Promise<boolean> {
  const wasThere = await store.transaction(now, async (tx) => {
    const reader = await eraseReaderAccount(tx, readerId)
    if (!reader) return false
    await forgetNotices(tx, { readerId, address: reader.address }, keys)
    if (reader.address !== null) {
      await forgetReportsFrom(tx, foldAddress(reader.address))
      await forgetTicketsFrom(tx, foldAddress(reader.address))
    }
    await tx.rows.insertInto('erasures').values({ reader_id: readerId, erasure, asked_at: now }).execute()
    await noteAct(tx, {
      by,
      act: 'reader.erased',
      about: readerId,
      detail: m.logErased[by === null ? 'own' : 'staff'][erasure],
    })
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
      // One that is erased is nobody’s any more.
      const comments = await listOwnComments(tx.rows, readerId, AT_ONCE)
      for (const { id } of comments) await eraseOne(tx, id, erasure)
      if (comments.length === AT_ONCE) return false
      await tx.rows.deleteFrom('erasures').where('reader_id', '=', readerId).execute()
      return true
    })
  }
}

/** Each whose share it is erases its own: the comment first, which has everything else that acts on it wait. */
async function eraseOne(tx: Transaction, commentId: string, erasure: Erasure): Promise<boolean> {
  const erased = await eraseAuthor(tx, commentId, { words: erasure === 'blank' })
  if (!erased) return false
  const appeals = await forgetAppealWords(tx, commentId)
  const decisions = await forgetDecisionWords(tx, commentId, erased.repeats)
  await forgetLettersAbout(tx, [commentId, ...decisions, ...appeals])
  await endCommentLinks(tx, commentId)
  await endAnswersInside(tx, commentId)
  if (erased.withWords) await forgetClaims(tx, erased.revisionIds)
  return true
}
