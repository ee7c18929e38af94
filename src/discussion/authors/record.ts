/** All that is kept of a comment, for its author's own file and nobody else's. */
import { sql } from 'kysely'
import type { Database, RevisionStateName } from '../../store/index.ts'

/** Instants are in milliseconds since the epoch, chances between 0 and 1. */
export interface CommentRecord {
  id: string
  storyId: string
  parentId: string | null
  authorName: string
  authorMail: string | null
  createdAt: number
  erasedAt: number | null
  /** In their order. */
  revisions: {
    id: string
    number: number
    text: string
    state: RevisionStateName
    createdAt: number
    stateAt: number
    secondsToWrite: number | null
    language: string | null
    spamChance: number | null
    rulesChance: number | null
    signals: { phase: string; words: string; weight: number }[]
  }[]
}

/** The comments that are a reader's, in the order of their ids; the first `limit` of them, where that is given. */
export async function listOwnComments(
  db: Database,
  readerId: string,
  limit?: number,
): Promise<{ id: string; createdAt: number }[]> {
  return db
    .selectFrom('comments')
    .select(['id', 'created_at as createdAt'])
    .where('reader_id', '=', readerId)
    .where('erased_at', 'is', null)
    .orderBy('id')
    .$if(limit !== undefined, (query) => query.limit(sql.lit(limit ?? 0)))
    .execute()
}

/** Null where there is no such comment. */
export async function readCommentRecord(db: Database, commentId: string): Promise<CommentRecord | null> {
  const comment = await db.selectFrom('comments').selectAll().where('id', '=', commentId).executeTakeFirst()
  if (!comment) return null
  const [revisions, signals] = await Promise.all([
    db.selectFrom('comment_revisions').selectAll().where('comment_id', '=', commentId).orderBy('number').execute(),
    db
      .selectFrom('signals as s')
      .innerJoin('comment_revisions as r', 'r.id', 's.revision_id')
      .selectAll('s')
      .where('r.comment_id', '=', commentId)
      .orderBy('s.phase')
      .execute(),
  ])
  return {
    id: comment.id,
    storyId: comment.story_id,
    parentId: comment.parent_id,
    authorName: comment.author_name,
    authorMail: comment.author_mail,
    createdAt: comment.created_at,
    erasedAt: comment.erased_at,
    revisions: revisions.map((one) => ({
      id: one.id,
      number: one.number,
      text: one.text,
      state: one.state,
      createdAt: one.created_at,
      stateAt: one.state_at,
      secondsToWrite: one.seconds_to_write,
      language: one.language,
      spamChance: one.spam_chance,
      rulesChance: one.rules_chance,
      signals: signals
        .filter(({ revision_id }) => revision_id === one.id)
        .map(({ phase, words, weight }) => ({ phase, words, weight })),
    })),
  }
}
