/** The appeals that wait, of authors and of those who reported a comment, oldest first, each with the decision it is about. */

import type { Reason } from '../../house-rules/index.ts'
import { groundsOf, readReasons, readWordings } from '../../house-rules/index.ts'
import { notUndone } from '../../moderation/decisions/index.ts'
import { namesOfStaff } from '../../people/index.ts'
import type { Database, RevisionStateName } from '../../store/index.ts'
import { readHeadlines } from '../../story/index.ts'
import { hasOthers } from './moderators.ts'

export interface OpenAppeal {
  id: string
  words: string
  at: number
  commentId: string
  authorName: string
  /** Who appeals where it is not the author: what their report had said. The name is empty where they gave none. */
  reporter: {
    name: string
    ground: string
    words: string
    /** What they had reported, where the comment reads otherwise now; else null. */
    earlierText: string | null
  } | null
  /** The words that were decided on; of a reported comment those that are shown now. */
  text: string
  /** Which words of a reported comment are shown now; null where its author appeals. */
  shownRevision: string | null
  state: RevisionStateName
  story: { id: string; headline: string }
  decision: { id: string; action: string; reason: Reason | null; note: string; by: string; at: number }
  /** "other": someone else has to answer; "alone": this person decided, and nobody else is there; "yes": they may. */
  may: 'yes' | 'other' | 'alone'
}

const KEPT_BACK = ['rejected', 'spam', 'removed'] as const

/**
 * Those that no standing decision has answered. An author's that was overtaken by
 * a newer decision on the same words waits no more, nor does one of who reported
 * a comment once that is shown no more, whatever became of it. What is shown is asked for one by one, not joined: SQLite
 * would put that view together for every comment there is.
 */
export const openAppeals = (db: Database) =>
  db
    .selectFrom('appeals as a')
    .innerJoin('decisions as d', 'd.id', 'a.decision_id')
    .innerJoin('comment_revisions as r', 'r.id', 'd.revision_id')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('appeal_outcomes as o')
            .select('o.appeal_id')
            .whereRef('o.appeal_id', '=', 'a.id')
            .where(notUndone('o.decision_id')),
        ),
      ),
    )
    .where((e) =>
      e.or([
        e.and([
          e('a.report_id', 'is not', null),
          e.exists(
            e.selectFrom('approved_comments as shown').select('shown.id').whereRef('shown.id', '=', 'a.comment_id'),
          ),
        ]),
        e.and([
          e('a.report_id', 'is', null),
          e('r.state', 'in', KEPT_BACK),
          e.not(
            e.exists(
              e
                .selectFrom('decisions as n')
                .select('n.id')
                .whereRef('n.comment_id', '=', 'd.comment_id')
                .whereRef('n.revision_id', '=', 'd.revision_id')
                .whereRef('n.sequence', '>', 'd.sequence')
                .where('n.action', '!=', 'undo')
                .where(notUndone('n.id')),
            ),
          ),
        ]),
      ]),
    )

export async function countOpenAppeals(db: Database): Promise<number> {
  const row = await openAppeals(db)
    .select((e) => e.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** As this person may answer them. */
export async function readOpenAppeals(
  db: Database,
  { personId, limit }: { personId: string; limit: number },
): Promise<OpenAppeal[]> {
  const [rows, wordings, reasons, others] = await Promise.all([
    openAppeals(db)
      .innerJoin('comments as c', 'c.id', 'a.comment_id')
      .leftJoin('reports as rp', 'rp.id', 'a.report_id')
      .leftJoin('comment_revisions as rr', 'rr.id', 'rp.revision_id')
      .select(['a.id', 'a.words', 'a.appealed_at', 'a.comment_id', 'c.author_name', 'r.text', 'r.state'])
      .select((e) => {
        const shown = e.selectFrom('approved_comments as shown').whereRef('shown.id', '=', 'a.comment_id')
        return [shown.select('shown.text').as('shownText'), shown.select('shown.revision_id').as('shownRevision')]
      })
      .select([
        'rr.id as reportedRevision',
        'rr.text as reportedText',
        'rp.kind',
        'rp.reason as ground',
        'rp.words as reported',
        'rp.name as sender',
      ])
      .select(['c.story_id', 'd.id as decision_id', 'd.action', 'd.reason', 'd.note'])
      .select(['d.decided_by', 'd.decided_at', 'd.sequence'])
      .orderBy('a.appealed_at')
      .orderBy('a.id')
      .limit(limit)
      .execute(),
    readWordings(db),
    readReasons(db),
    hasOthers(db, personId),
  ])
  const grounds = groundsOf(reasons)
  const [headlines, names] = await Promise.all([
    readHeadlines(db, [...new Set(rows.map(({ story_id }) => story_id))]),
    namesOfStaff(
      db,
      rows.map(({ decided_by }) => decided_by),
    ),
  ])
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    at: row.appealed_at,
    commentId: row.comment_id,
    authorName: row.author_name,
    reporter: row.kind && {
      name: row.sender ?? '',
      ground: grounds[row.kind].find(({ code }) => code === row.ground)?.title ?? row.ground ?? '',
      words: row.reported ?? '',
      earlierText: row.reportedRevision === row.shownRevision ? null : row.reportedText,
    },
    text: row.kind ? (row.shownText ?? '') : row.text,
    shownRevision: row.kind ? row.shownRevision : null,
    state: row.state,
    story: { id: row.story_id, headline: headlines.get(row.story_id) ?? '' },
    decision: {
      id: row.decision_id,
      action: row.action,
      reason: wordings(row.reason, row.sequence),
      note: row.note,
      by: names.get(row.decided_by) ?? '',
      at: row.decided_at,
    },
    may: row.decided_by !== personId ? 'yes' : others ? 'other' : 'alone',
  }))
}
