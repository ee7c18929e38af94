/**
 * The public log of moderation, in plain words: what was decided under which
 * story and why; no words of comments, no names, no hour. What is spam is
 * counted in the yearly report and not listed.
 */
import { sql } from 'kysely'
import { readWordings } from '../../house-rules/index.ts'
import { notUndone } from '../../moderation/decisions/index.ts'
import type { Database } from '../../store/index.ts'
import { readPublishedLines } from '../../story/index.ts'
import type { Span } from '../days.ts'

export interface LogLine {
  /** Near-identical comments that were decided as one count together. */
  comments: number
  action: 'reject' | 'remove' | 'overturn' | 'uphold' | 'keep'
  /** In the words that held then. */
  reason: string | null
  /** Null where the story is not on the site (any more). */
  story: { headline: string; path: string } | null
  /** Within the day, milliseconds since the epoch; the hour is not for the page. */
  at: number
}

const LOGGED = ['reject', 'remove', 'overturn', 'uphold', 'keep'] as const
export const LINES_A_PART = 100

const logged = (db: Database, span: Span) =>
  db
    .selectFrom('decisions as d')
    .innerJoin('comments as c', 'c.id', 'd.comment_id')
    .where('d.decided_at', '>=', span.from)
    .where('d.decided_at', '<', span.to)
    .where('d.action', 'in', LOGGED)
    .where((d) => d.or([d('d.reason', 'is', null), d('d.reason', '!=', 'spam')]))
    .where(notUndone('d.id'))

/** One part (from 1) of a span's lines, newest first, and whether more follow. */
export async function readLog(db: Database, span: Span, part: number): Promise<{ lines: LogLine[]; more: boolean }> {
  const matter = sql<string>`coalesce(d.campaign_id, d.id)`
  const [rows, wordings] = await Promise.all([
    logged(db, span)
      .select(['d.action', 'd.reason', 'c.story_id'])
      .select((d) => [
        d.fn.countAll().as('comments'),
        d.fn.max('d.decided_at').as('at'),
        d.fn.max('d.sequence').as('last'),
      ])
      .groupBy(matter)
      .groupBy(['d.action', 'd.reason', 'c.story_id'])
      .orderBy('last', 'desc')
      .offset((part - 1) * LINES_A_PART)
      .limit(LINES_A_PART + 1)
      .execute(),
    readWordings(db),
  ])
  const stories = await readPublishedLines(db, [...new Set(rows.map(({ story_id }) => story_id))])
  return {
    lines: rows.slice(0, LINES_A_PART).map((row) => ({
      comments: Number(row.comments),
      action: row.action as LogLine['action'],
      reason: wordings(row.reason, Number(row.last))?.title ?? null,
      story: stories.get(row.story_id) ?? null,
      at: Number(row.at),
    })),
    more: rows.length > LINES_A_PART,
  }
}

/** The first decision of all, from which the log begins; null where there is none. */
export async function firstDecisionAt(db: Database): Promise<number | null> {
  const row = await db.selectFrom('decisions').select('decided_at').orderBy('decided_at').limit(1).executeTakeFirst()
  return row?.decided_at ?? null
}
