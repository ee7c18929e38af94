/** The letter that tells a reader of answers, written as it leaves. */

import { isUnwanted, type MailKeys } from '../../access/index.ts'
import {
  holdReader,
  type PublicComment,
  readPublicComments,
  readRhythm,
  readSubscriptions,
} from '../../discussion/index.ts'
import { type Compose, type LetterPlace, replyLetter, type ToldReply } from '../../mail/index.ts'
import { readReader } from '../../readers/index.ts'
import type { Database, Store, Transaction } from '../../store/index.ts'
import { readPublishedById } from '../../story/index.ts'
import { queueReplyLetter } from './tell.ts'

/** So many answers stand in one letter; the rest are counted. */
const MOST_IN_A_LETTER = 20

export const composeReplies =
  (store: Store, keys: MailKeys, place: () => Promise<LetterPlace>): Compose =>
  async ({ about, to }, now) => {
    const readerId = about ?? ''
    const [reader, rhythm, due] = await Promise.all([
      readReader(store.db, readerId),
      readRhythm(store.db, readerId),
      readDue(store.db, readerId, now),
    ])
    const settle = (told: readonly string[]) => (tx: Transaction) => settleDue(tx, readerId, { due: due.ids, told })
    const isWanted =
      reader?.verifiedAt != null &&
      reader.mail === to.address &&
      rhythm !== 'off' &&
      !(await isUnwanted(store.db, keys.addressKey(to.address)))
    if (!isWanted) return { dropped: settle([]) }
    const site = await place()
    const replies = await readReplies(store.db, site, due.shown)
    if (replies.length === 0) return { dropped: settle([]) }
    const choices = `${site.url}/notices/${keys.noticesKey(readerId)}`
    return {
      ...replyLetter(site, {
        replies: replies.slice(0, MOST_IN_A_LETTER),
        more: Math.max(0, replies.length - MOST_IN_A_LETTER),
        rhythm,
        choices,
        stop: `${choices}/stop`,
      }),
      sent: settle(replies.map((reply) => reply.id)),
    }
  }

interface Due {
  reply: PublicComment
  /** Whether it answers a comment that this reader is told of, or stands further below one. */
  direct: boolean
}

/** What is to be told now; `ids` are all of it, `shown` what readers can see at this moment. */
async function readDue(db: Database, readerId: string, now: number): Promise<{ ids: string[]; shown: Due[] }> {
  const rows = await db
    .selectFrom('replies_to_tell')
    .select('comment_id')
    .where('reader_id', '=', readerId)
    .where('told_at', 'is', null)
    .where('not_before', '<=', now)
    .orderBy('not_before')
    .orderBy('comment_id')
    .execute()
  const ids = rows.map((row) => row.comment_id)
  const comments = await readPublicComments(db, ids)
  const shown = ids.flatMap((id) => comments.get(id) ?? [])
  const parents = [...new Set(shown.flatMap(({ parentId }) => parentId ?? []))]
  const subscribed = new Set(
    (await readSubscriptions(db, readerId, { among: parents })).map(({ commentId }) => commentId),
  )
  return {
    ids,
    shown: shown.map((reply) => ({ reply, direct: reply.parentId !== null && subscribed.has(reply.parentId) })),
  }
}

/** As they are told, without those whose story is not on the site. */
async function readReplies(
  db: Database,
  site: LetterPlace,
  shown: readonly Due[],
): Promise<(ToldReply & { id: string })[]> {
  const ids = [...new Set(shown.map(({ reply }) => reply.storyId))]
  const stories = new Map(await Promise.all(ids.map(async (id) => [id, await readPublishedById(db, id)] as const)))
  return shown.flatMap(({ reply, direct }) => {
    const story = stories.get(reply.storyId)
    if (!story) return []
    return [
      {
        id: reply.id,
        authorName: reply.authorName,
        text: reply.revision.text,
        headline: story.content.headline,
        url: `${site.url}${story.path}#c-${reply.id}`,
        answerUrl: `${site.url}${story.path}/reply/${reply.id}`,
        direct,
      },
    ]
  })
}

/** What was due is told, or is not to be told any more; for what came meanwhile a letter waits. */
async function settleDue(
  tx: Transaction,
  readerId: string,
  { due, told }: { due: readonly string[]; told: readonly string[] },
): Promise<void> {
  await holdReader(tx, readerId)
  if (told.length > 0)
    await tx.rows
      .updateTable('replies_to_tell')
      .set({ told_at: tx.now })
      .where('reader_id', '=', readerId)
      .where('comment_id', 'in', told)
      .execute()
  if (due.length > told.length)
    // If it is approved anew, it is told then.
    await tx.rows
      .deleteFrom('replies_to_tell')
      .where('reader_id', '=', readerId)
      .where('comment_id', 'in', due)
      .where('told_at', 'is', null)
      .execute()
  await queueReplyLetter(tx, readerId)
}
