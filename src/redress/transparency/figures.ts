/**
 * The figures of the yearly report (after Regulation (EU) 2022/2065, articles 15
 * and 24): counted from the record when they are asked for, never kept. A
 * decision that was taken back counts nowhere.
 */

import { sql } from 'kysely'
import { notUndone } from '../../moderation/decisions/index.ts'
import { countBans } from '../../readers/index.ts'
import type { Database } from '../../store/index.ts'
import { monthsOf, type Span } from '../days.ts'

export interface ReasonCount {
  /** The reason's code. */
  code: string
  count: number
}

export interface Figures {
  /** Comments that came, and edits of comments. */
  received: { comments: number; edits: number }
  approved: number
  /** Of the approved: by the site's rule for known readers, without a look. */
  approvedByRule: number
  /** Rejected or taken down by a program alone. Nothing here does that; it is counted, not supposed. */
  restrictedByProgram: number
  rejected: ReasonCount[]
  removed: ReasonCount[]
  /** Of all decisions: made on a group of near-identical comments. */
  inGroups: number
  /** Between sending and a person's decision, in minutes; null where there was none. */
  medianMinutes: number | null
  /** Of authors, and of those who had reported a comment that stayed. */
  appeals: {
    received: number
    fromReporters: number
    upheld: number
    overturned: number
    medianMinutes: number | null
  }
  /** Bans from commenting that were made, by whom they hold for, and those that were lifted. */
  bans: { readers: number; networks: number; lifted: number }
  reports: { rule: number; law: number; removed: number; kept: number; medianMinutes: number | null }
}

export async function readFigures(db: Database, span: Span): Promise<Figures> {
  const figures: Figures = {
    received: { comments: 0, edits: 0 },
    approved: 0,
    approvedByRule: 0,
    restrictedByProgram: 0,
    rejected: [],
    removed: [],
    inGroups: 0,
    medianMinutes: null,
    appeals: { received: 0, fromReporters: 0, upheld: 0, overturned: 0, medianMinutes: null },
    bans: { readers: 0, networks: 0, lifted: 0 },
    reports: { rule: 0, law: 0, removed: 0, kept: 0, medianMinutes: null },
  }
  const waits: Waits = new Map()
  // A month at a time: between two questions others get their turn.
  for (const month of monthsOf(span)) {
    for (const row of await decisionsOf(db, month)) {
      const count = Number(row.count)
      if (row.action === 'approve') figures.approved += count
      if (row.automated === 1) figures[row.action === 'approve' ? 'approvedByRule' : 'restrictedByProgram'] += count
      if (row.action === 'reject') add(figures.rejected, row.reason ?? '', count)
      if (row.action === 'remove') add(figures.removed, row.reason ?? '', count)
      if (Number(row.grouped) === 1) figures.inGroups += count
      if (row.action !== 'remove' && row.automated === 0) wait(waits, Number(row.minutes), count)
    }
    const received = await receivedIn(db, month)
    figures.received.comments += received.comments
    figures.received.edits += received.edits
  }
  figures.medianMinutes = medianOf(waits)
  figures.appeals = await appealsOf(db, span)
  figures.reports = await reportsOf(db, span)
  figures.bans = await countBans(db, span)
  const bySize = (a: ReasonCount, b: ReasonCount) => b.count - a.count || (a.code < b.code ? -1 : 1)
  figures.rejected.sort(bySize)
  figures.removed.sort(bySize)
  return figures
}

/** How often each waiting time, in whole minutes, occurred. */
type Waits = Map<number, number>

const wait = (waits: Waits, minutes: number, count = 1) => waits.set(minutes, (waits.get(minutes) ?? 0) + count)

/** The lower of the two middle ones where their number is even. */
export function medianOf(waits: Waits): number | null {
  const total = [...waits.values()].reduce((sum, count) => sum + count, 0)
  let seen = 0
  for (const [minutes, count] of [...waits].sort(([a], [b]) => a - b)) {
    seen += count
    if (seen * 2 >= total) return minutes
  }
  return null
}

function add(counts: ReasonCount[], code: string, count: number): void {
  const known = counts.find((one) => one.code === code)
  if (known) known.count += count
  else counts.push({ code, count })
}

const standing = (db: Database, { from, to }: Span) =>
  db
    .selectFrom('decisions as d')
    .where('d.decided_at', '>=', from)
    .where('d.decided_at', '<', to)
    .where(notUndone('d.id'))

function decisionsOf(db: Database, month: Span) {
  const minutes = sql<number>`(d.decided_at - r.created_at) / 60000`
  const grouped = sql<number>`case when d.campaign_id is null then 0 else 1 end`
  return standing(db, month)
    .innerJoin('comment_revisions as r', 'r.id', 'd.revision_id')
    .where('d.action', 'in', ['approve', 'reject', 'remove'])
    .select(['d.action', 'd.reason', 'd.automated'])
    .select((d) => [grouped.as('grouped'), minutes.as('minutes'), d.fn.countAll().as('count')])
    .groupBy(['d.action', 'd.reason', 'd.automated'])
    .groupBy(grouped)
    .groupBy(minutes)
    .execute()
}

async function receivedIn(db: Database, { from, to }: Span): Promise<{ comments: number; edits: number }> {
  const [comments, revisions] = await Promise.all([
    db
      .selectFrom('comments')
      .select((c) => c.fn.countAll().as('count'))
      .where('created_at', '>=', from)
      .where('created_at', '<', to)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('comment_revisions')
      .select((r) => r.fn.countAll().as('count'))
      // As the index on edits has it: in figures, not as a parameter.
      .where(sql<boolean>`number > 1`)
      .where('created_at', '>=', from)
      .where('created_at', '<', to)
      .executeTakeFirstOrThrow(),
  ])
  return { comments: Number(comments.count), edits: Number(revisions.count) }
}

async function appealsOf(db: Database, span: Span): Promise<Figures['appeals']> {
  const [received, answered] = await Promise.all([
    db
      .selectFrom('appeals')
      .select((a) => [a.fn.countAll().as('count'), a.fn.count('report_id').as('fromReporters')])
      .where('appealed_at', '>=', span.from)
      .where('appealed_at', '<', span.to)
      .executeTakeFirstOrThrow(),
    standing(db, span)
      .innerJoin('appeal_outcomes as o', 'o.decision_id', 'd.id')
      .innerJoin('appeals as a', 'a.id', 'o.appeal_id')
      .select(['d.action', 'd.decided_at', 'a.appealed_at'])
      .execute(),
  ])
  const waits: Waits = new Map()
  for (const { decided_at, appealed_at } of answered) wait(waits, Math.floor((decided_at - appealed_at) / 60_000))
  const overturned = answered.filter(({ action }) => action !== 'uphold').length
  return {
    received: Number(received.count),
    fromReporters: Number(received.fromReporters),
    upheld: answered.length - overturned,
    overturned,
    medianMinutes: medianOf(waits),
  }
}

async function reportsOf(db: Database, span: Span): Promise<Figures['reports']> {
  const [received, answered] = await Promise.all([
    db
      .selectFrom('reports')
      .select((r) => ['kind', r.fn.countAll().as('count')])
      .where('reported_at', '>=', span.from)
      .where('reported_at', '<', span.to)
      .groupBy('kind')
      .execute(),
    standing(db, span)
      .innerJoin('report_outcomes as o', 'o.decision_id', 'd.id')
      .innerJoin('reports as r', 'r.id', 'o.report_id')
      .select(['d.action', 'd.decided_at', 'r.reported_at'])
      .execute(),
  ])
  const waits: Waits = new Map()
  for (const { decided_at, reported_at } of answered) wait(waits, Math.floor((decided_at - reported_at) / 60_000))
  const of = (kind: string) => Number(received.find((row) => row.kind === kind)?.count ?? 0)
  const removed = answered.filter(({ action }) => action === 'remove').length
  return {
    rule: of('rule'),
    law: of('law'),
    removed,
    kept: answered.length - removed,
    medianMinutes: medianOf(waits),
  }
}
