/** Everything about one comment, for staff. */

import { type PublicComment, readPublicComment } from '../../discussion/index.ts'
import { namesOfStaff } from '../../people/index.ts'
import type { Database, RevisionStateName } from '../../store/index.ts'

export interface CommentHistory {
  commentId: string
  storyId: string
  authorName: string
  authorMail: string | null
  parent: PublicComment | null
  revisions: {
    id: string
    number: number
    text: string
    state: RevisionStateName
    createdAt: number
    stateAt: number
  }[]
  decisions: {
    id: string
    revisionId: string
    action: string
    reason: string | null
    /** What the newsroom wrote to it; may be empty. */
    note: string
    by: string
    at: number
    undoes: string | null
  }[]
}

/** Everything about one comment, for staff: newest revision first, decisions in their order. */
export async function readCommentHistory(db: Database, commentId: string): Promise<CommentHistory | null> {
  const comment = await db.selectFrom('comments').selectAll().where('id', '=', commentId).executeTakeFirst()
  if (!comment) return null
  const revisions = await db
    .selectFrom('comment_revisions')
    .selectAll()
    .where('comment_id', '=', commentId)
    .orderBy('number', 'desc')
    .execute()
  const decisions = await db
    .selectFrom('decisions')
    .select(['id', 'revision_id', 'action', 'reason', 'note', 'decided_by', 'decided_at', 'undoes'])
    .where('comment_id', '=', commentId)
    .orderBy('sequence')
    .execute()
  const names = await namesOfStaff(
    db,
    decisions.map(({ decided_by }) => decided_by),
  )
  return {
    commentId,
    storyId: comment.story_id,
    authorName: comment.author_name,
    authorMail: comment.author_mail,
    parent: comment.parent_id ? await readPublicComment(db, comment.parent_id) : null,
    revisions: revisions.map((r) => ({
      id: r.id,
      number: r.number,
      text: r.text,
      state: r.state,
      createdAt: r.created_at,
      stateAt: r.state_at,
    })),
    decisions: decisions.map((d) => ({
      id: d.id,
      revisionId: d.revision_id,
      action: d.action,
      reason: d.reason,
      note: d.note,
      by: names.get(d.decided_by) ?? '',
      at: d.decided_at,
      undoes: d.undoes,
    })),
  }
}
