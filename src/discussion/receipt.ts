/**
 * The author's own side: what became of the words, and changing or taking them
 * back. Whoever holds the signed address is the author; nobody else gets here.
 */

import { countNetwork } from '../access/index.ts'
import { commentingMessages as m } from '../messages/index.ts'
import { type Ban, findBan } from '../readers/index.ts'
import { type Database, newId, type RevisionStateName, type Store, type Transaction } from '../store/index.ts'
import { TEN_MINUTES } from './pace.ts'
import { readPublicComment } from './public-view.ts'
import type { PublicComment } from './revision.ts'
import { changeStates, holdComment } from './states.ts'
import { holdWords } from './taking/hold-words.ts'
import { checkText, type FormProblem } from './words.ts'

/** The author's own words, in whatever state; never a public page's input. */
export interface AuthorRevision {
  id: string
  number: number
  text: string
  state: RevisionStateName
  createdAt: number
  /** When it came into its state. */
  stateAt: number
}

export interface Receipt {
  commentId: string
  storyId: string
  authorName: string
  /** As they typed it; null where they typed none. */
  authorMail: string | null
  createdAt: number
  /** What it answers, as far as that is to be seen. */
  parent: PublicComment | null
  /** Newest first. */
  revisions: AuthorRevision[]
}

export async function readReceipt(db: Database, commentId: string): Promise<Receipt | null> {
  const comment = await db.selectFrom('comments').selectAll().where('id', '=', commentId).executeTakeFirst()
  if (!comment) return null
  const revisions = await db
    .selectFrom('comment_revisions')
    .selectAll()
    .where('comment_id', '=', commentId)
    .orderBy('number', 'desc')
    .execute()
  return {
    commentId,
    storyId: comment.story_id,
    authorName: comment.author_name,
    authorMail: comment.author_mail,
    createdAt: comment.created_at,
    parent: comment.parent_id ? await readPublicComment(db, comment.parent_id) : null,
    revisions: revisions.map((revision) => ({
      id: revision.id,
      number: revision.number,
      text: revision.text,
      state: revision.state,
      createdAt: revision.created_at,
      stateAt: revision.state_at,
    })),
  }
}

export type EditResult =
  | { edited: true }
  | { edited: false; problem: FormProblem }
  /** Its author may not comment just now. */
  | { edited: false; ban: Ban }

/** How often one comment can be changed; more is no longer editing. */
const MOST_REVISIONS = 50
/** Changes in ten minutes, of one comment and from one network. */
export const EDIT_LIMITS = { comment: 5, sender: 20 }

/**
 * New words for a comment that waits or is shown: a new held revision. Words
 * that waited are taken back by it; approved words stay up until it is decided.
 * `senderKeys` are those of the network that they come from, the newest first.
 */
export async function editComment(
  store: Store,
  commentId: string,
  typed: string,
  now: number,
  senderKeys: readonly string[] = [],
): Promise<EditResult> {
  const text = checkText(typed)
  if (typeof text !== 'string') return { edited: false, problem: text }
  const refuse = (sentence: string): EditResult => ({ edited: false, problem: { field: 'text', sentence } })
  return store.transaction(now, async (tx) => {
    await holdComment(tx, commentId)
    const comment = await tx.rows
      .selectFrom('comments')
      .selectAll()
      .where('id', '=', commentId)
      .executeTakeFirstOrThrow()
    const revisions = await revisionsOf(tx, commentId)
    const live = revisions.filter(({ state }) => state === 'held' || state === 'approved')
    const newest = live.at(-1)
    if (!newest) return refuse(m.noLongerEdited)
    if (newest.text === text) return { edited: true }
    const story = await tx.rows
      .selectFrom('published_stories')
      .select('comments_open')
      .where('id', '=', comment.story_id)
      .executeTakeFirst()
    if (story?.comments_open !== 1) return refuse(m.closedForEdits)
    if (revisions.length >= MOST_REVISIONS) return refuse(m.editedTooOften)
    const networks = [comment.sender_key, ...senderKeys]
    const author = { storyId: comment.story_id, readerId: comment.reader_id, senderKeys: networks }
    const ban = await findBan(tx.rows, author, now)
    if (ban) return { edited: false, ban }
    const lately = revisions.filter(({ number, created_at }) => number > 1 && created_at > now - TEN_MINUTES)
    if (lately.length >= EDIT_LIMITS.comment) return refuse(m.editsTooFast)
    const limit = { most: EDIT_LIMITS.sender, within: TEN_MINUTES }
    if (!(await countNetwork(tx, 'edit', senderKeys, limit))) return refuse(m.editsFromNetwork)

    const held = live.filter(({ state }) => state === 'held')
    await changeStates(
      tx,
      held.map(({ id }) => ({ revision: id, from: 'held', to: 'withdrawn' })),
    )
    const circumstances = { timeToWrite: null, honeypot: '', recentFromSender: 0 }
    const number = (revisions.at(-1)?.number ?? 0) + 1
    await holdWords(tx, [{ revisionId: newId(now), commentId, number, text, at: now, circumstances }])
    return { edited: true }
  })
}

/**
 * Takes back all that waits or is shown, and what was kept back within the last
 * `untoldFor` milliseconds: its author has not heard of that, and it could still
 * be brought back to the queue. Doing it twice changes nothing more.
 */
export async function withdrawComment(store: Store, commentId: string, now: number, untoldFor = 0): Promise<void> {
  await store.transaction(now, async (tx) => {
    await holdComment(tx, commentId)
    const live = (await revisionsOf(tx, commentId)).filter(({ state, state_at }) =>
      ['rejected', 'spam', 'removed'].includes(state)
        ? untoldFor > 0 && Math.abs(now - state_at) <= untoldFor
        : state !== 'withdrawn',
    )
    await changeStates(
      tx,
      live.map(({ id, state }) => ({ revision: id, from: state, to: 'withdrawn' })),
    )
  })
}

const revisionsOf = (tx: Transaction, commentId: string) =>
  tx.rows
    .selectFrom('comment_revisions')
    .select(['id', 'number', 'text', 'state', 'state_at', 'created_at'])
    .where('comment_id', '=', commentId)
    .orderBy('number')
    .execute()
