/** Comments that were reported and are still shown, the longest waiting first, each with all reports that wait. */
import { type PublicComment, readPublicComments } from '../../discussion/index.ts'
import { groundsOf, readReasons } from '../../house-rules/index.ts'
import { notUndone } from '../../moderation/decisions/index.ts'
import type { Database } from '../../store/index.ts'
import { readStoryLines } from '../../story/index.ts'

export interface ReportedComment {
  comment: PublicComment
  story: { id: string; path: string | null; headline: string }
  /** Oldest first. */
  reports: {
    id: string
    kind: 'rule' | 'law'
    ground: string
    words: string
    name: string
    mail: string | null
    at: number
    /** What was reported, where the comment reads otherwise now; else null. */
    earlierText: string | null
  }[]
}

/** Reports that no standing decision has answered, on comments that readers see. */
export const openReports = (db: Database) =>
  db
    .selectFrom('reports as r')
    .innerJoin('approved_comments as c', 'c.id', 'r.comment_id')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('report_outcomes as o')
            .select('o.report_id')
            .whereRef('o.report_id', '=', 'r.id')
            .where(notUndone('o.decision_id')),
        ),
      ),
    )

/** How many comments wait with reports. */
export async function countReported(db: Database): Promise<number> {
  const row = await openReports(db)
    .select((r) => r.fn.count('r.comment_id').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Ids of the reports on a comment that wait, up to and with `last`, in the order they came. */
export async function openReportsOn(
  db: Database,
  commentId: string,
  last: string,
): Promise<{ id: string; mail: string | null; name: string }[]> {
  return openReports(db)
    .select(['r.id', 'r.mail', 'r.name'])
    .where('r.comment_id', '=', commentId)
    .where('r.sequence', '<=', (r) => r.selectFrom('reports').select('sequence').where('id', '=', last))
    .orderBy('r.sequence')
    .execute()
}

export async function readReported(db: Database, limit: number): Promise<ReportedComment[]> {
  const groups = await openReports(db)
    .select((r) => ['r.comment_id as commentId', r.fn.min('r.sequence').as('first')])
    .groupBy('r.comment_id')
    .orderBy('first')
    .limit(limit)
    .execute()
  if (groups.length === 0) return []
  const ids = groups.map(({ commentId }) => commentId)
  const [reasons, rows, comments] = await Promise.all([
    readReasons(db),
    openReports(db)
      .innerJoin('comment_revisions as v', 'v.id', 'r.revision_id')
      .selectAll('r')
      .select('v.text as reportedText')
      .where('r.comment_id', 'in', ids)
      .orderBy('r.sequence')
      .execute(),
    readPublicComments(db, ids),
  ])
  const stories = await readStoryLines(db, [...new Set([...comments.values()].map(({ storyId }) => storyId))])
  const grounds = groundsOf(reasons)
  const reported = ids.map((id) => {
    const comment = comments.get(id)
    const story = stories.get(comment?.storyId ?? '')
    if (!comment || !story) return null
    return {
      comment,
      story: { id: story.id, path: story.path, headline: story.headline },
      reports: rows
        .filter(({ comment_id }) => comment_id === id)
        .map((row) => ({
          id: row.id,
          kind: row.kind,
          ground: grounds[row.kind].find(({ code }) => code === row.reason)?.title ?? row.reason,
          words: row.words,
          name: row.name,
          mail: row.mail,
          at: row.reported_at,
          earlierText: row.revision_id === comment.revision.id ? null : row.reportedText,
        })),
    }
  })
  return reported.filter((one) => one !== null)
}
