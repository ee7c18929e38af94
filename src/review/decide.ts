/**
 * Decisions. Each is a record that is never changed (triggers see to that):
 * who, when, why, and which revisions it took from which state to which. Taking
 * one back is a record of its own.
 */
import { changeStates, holdComment, type StateChange } from '../discussion/index.ts'
import { type Database, newId, type Store, type Write } from '../store/index.ts'
import { insertDecision } from './insert-decision.ts'
import { learnDecision, unlearnDecision } from './learn-decision.ts'
import { putNotice, takeBackNotice } from './notices.ts'
import { reasonOf } from './reasons.ts'
import { UNDO_FOR } from './undo-window.ts'

export { UNDO_FOR }

export type Decided =
  | { decided: true; decisionId: string; commentId: string; action: DecisionAction; undoUntil: number }
  | { decided: false; sentence: string }

export type DecisionAction = 'approve' | 'reject' | 'remove'

/** Approves or rejects words that wait. Where someone else was faster, says who and what. */
export async function decide(
  store: Store,
  decision: { revisionId: string; action: 'approve' | 'reject'; reason: string | null; note?: string; by: string },
  now: number,
): Promise<Decided> {
  const reason = reasonOf(decision.reason)
  if (decision.action === 'reject' && !reason)
    return { decided: false, sentence: 'Choose a reason from the list to reject a comment.' }
  const to = decision.action === 'approve' ? 'approved' : (reason?.state ?? 'rejected')
  return store.transaction(async (write) => {
    const revision = await write
      .selectFrom('comment_revisions')
      .select(['id', 'comment_id'])
      .where('id', '=', decision.revisionId)
      .executeTakeFirst()
    if (!revision) return { decided: false, sentence: 'There is no such comment.' }
    await holdComment(write, revision.comment_id)
    const changes = await changeStates(write, [{ revision: revision.id, from: 'held', to }], now)
    if (changes.length === 0) return { decided: false, sentence: await whatHappened(write, revision.id) }
    return record(
      store,
      write,
      {
        ...decision,
        reason: reason && decision.action === 'reject' ? reason.code : null,
        commentId: revision.comment_id,
        changes,
      },
      now,
    )
  })
}

/** Takes approved words down again: all of a comment that readers could see. */
export async function removeComment(
  store: Store,
  removal: { commentId: string; reason: string | null; note?: string; by: string },
  now: number,
): Promise<Decided> {
  const reason = reasonOf(removal.reason)
  if (!reason) return { decided: false, sentence: 'Choose a reason from the list to take a comment down.' }
  return store.transaction(async (write) => {
    await holdComment(write, removal.commentId)
    const approved = await write
      .selectFrom('comment_revisions')
      .select('id')
      .where('comment_id', '=', removal.commentId)
      .where('state', '=', 'approved')
      .orderBy('number')
      .execute()
    const changes = await changeStates(
      write,
      approved.map(({ id }) => ({ revision: id, from: 'approved', to: 'removed' })),
      now,
    )
    const newest = changes.at(-1)
    if (!newest)
      return { decided: false, sentence: 'This comment is not shown to readers, so there is nothing to take down.' }
    return record(
      store,
      write,
      {
        revisionId: newest.revision,
        commentId: removal.commentId,
        action: 'remove',
        reason: reason.code,
        ...(removal.note ? { note: removal.note } : {}),
        by: removal.by,
        changes,
      },
      now,
    )
  })
}

/** Decisions that answer someone. They are made with a sentence and are not taken back by a key. */
const ANSWERS = ['overturn', 'uphold', 'keep']

export type Undone = { undone: true; revisionId: string; commentId: string } | { undone: false; sentence: string }

/**
 * Takes a decision back within ten seconds, by the person who made it. What the
 * author did meanwhile stands: words withdrawn stay withdrawn, and words that a
 * newer edit has replaced do not come back to the queue beside it.
 */
export async function undo(store: Store, decisionId: string, by: string, now: number): Promise<Undone> {
  return store.transaction(async (write) => {
    const decision = await write.selectFrom('decisions').selectAll().where('id', '=', decisionId).executeTakeFirst()
    if (!decision || decision.action === 'undo') return { undone: false, sentence: 'There is no such decision.' }
    if (ANSWERS.includes(decision.action))
      return { undone: false, sentence: 'What answered an appeal or a report stands; open the comment to decide anew.' }
    if (decision.decided_by !== by) return { undone: false, sentence: 'Only the person who decided can take it back.' }
    if (now - decision.decided_at > UNDO_FOR)
      return { undone: false, sentence: 'The ten seconds are over; open the comment to decide anew.' }
    await holdComment(write, decision.comment_id)
    const already = await write.selectFrom('decisions').select('id').where('undoes', '=', decisionId).executeTakeFirst()
    if (already) return { undone: false, sentence: 'This decision has been taken back already.' }

    const held = await write
      .selectFrom('comment_revisions')
      .select('id')
      .where('comment_id', '=', decision.comment_id)
      .where('state', '=', 'held')
      .executeTakeFirst()
    const back = (JSON.parse(decision.changes_json) as StateChange[]).map(({ revision, from, to }) => ({
      revision,
      from: to,
      to: from === 'held' && held ? ('withdrawn' as const) : from,
    }))
    const changes = await changeStates(write, back, now)
    await insertDecision(
      write,
      {
        id: newId(now),
        commentId: decision.comment_id,
        revisionId: decision.revision_id,
        action: 'undo',
        reason: null,
        by,
        changes,
        undoes: decisionId,
      },
      now,
    )
    await unlearnDecision(store, write, decisionId, now)
    await takeBackNotice(write, decisionId)
    await announceComment(store, write, decision.comment_id)
    return { undone: true, revisionId: decision.revision_id, commentId: decision.comment_id }
  })
}

export interface Undoable {
  decisionId: string
  action: DecisionAction
  commentId: string
  authorName: string
  undoUntil: number
}

/** A decision of this person that can still be taken back, or null. */
export async function readUndoable(
  db: Database,
  decisionId: string,
  by: string,
  now: number,
): Promise<Undoable | null> {
  const row = await db
    .selectFrom('decisions as d')
    .innerJoin('comments as c', 'c.id', 'd.comment_id')
    .select(['d.id', 'd.action', 'd.decided_at', 'd.comment_id', 'c.author_name'])
    .where('d.id', '=', decisionId)
    .where('d.decided_by', '=', by)
    .where('d.action', '!=', 'undo')
    .where('d.decided_at', '>=', now - UNDO_FOR)
    .where((d) => d.not(d.exists(d.selectFrom('decisions as u').select('u.id').whereRef('u.undoes', '=', 'd.id'))))
    .executeTakeFirst()
  return (
    (row && {
      decisionId: row.id,
      action: row.action as DecisionAction,
      commentId: row.comment_id,
      authorName: row.author_name,
      undoUntil: row.decided_at + UNDO_FOR,
    }) ??
    null
  )
}

async function record(
  store: Store,
  write: Write,
  decision: {
    revisionId: string
    commentId: string
    action: DecisionAction
    reason: string | null
    note?: string
    by: string
    changes: StateChange[]
  },
  now: number,
): Promise<Decided> {
  const id = newId(now)
  await insertDecision(write, { ...decision, id }, now)
  await learnDecision(store, write, { ...decision, decisionId: id }, now)
  await putNotice(write, { ...decision, decisionId: id, notBefore: now + UNDO_FOR }, now)
  if (decision.action !== 'reject') await announceComment(store, write, decision.commentId)
  return {
    decided: true,
    decisionId: id,
    commentId: decision.commentId,
    action: decision.action,
    undoUntil: now + UNDO_FOR,
  }
}

async function announceComment(store: Store, write: Write, commentId: string): Promise<void> {
  const { story_id } = await write
    .selectFrom('comments')
    .select('story_id')
    .where('id', '=', commentId)
    .executeTakeFirstOrThrow()
  await store.announce(write, [`story:${story_id}`, 'lists'])
}

/** Why words can't be decided on any more: someone was faster, or the author took them back. */
async function whatHappened(write: Write, revisionId: string): Promise<string> {
  const last = await write
    .selectFrom('decisions')
    .innerJoin('people', 'people.id', 'decisions.decided_by')
    .select(['decisions.action', 'people.name'])
    .where('revision_id', '=', revisionId)
    .orderBy('decided_at', 'desc')
    .orderBy('decisions.id', 'desc')
    .executeTakeFirst()
  const { state } = await write
    .selectFrom('comment_revisions')
    .select('state')
    .where('id', '=', revisionId)
    .executeTakeFirstOrThrow()
  if (state === 'withdrawn') return 'Its author has changed or withdrawn this comment meanwhile.'
  const done: Record<string, string> = { approve: 'approved it', reject: 'rejected it', remove: 'took it down' }
  return last && done[last.action]
    ? `${last.name} ${done[last.action]} meanwhile.`
    : 'This comment has been decided already.'
}
