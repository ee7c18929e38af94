/** The yearly figures as rows, for the page and the CSV alike. */
import type { Reason } from '../../house-rules/index.ts'
import type { Figures } from './figures.ts'

export interface FigureRow {
  /** A heading that groups rows. */
  about: string
  what: string
  /** Null where there is nothing to tell. */
  value: number | null
  unit: 'comments' | 'edits' | 'decisions' | 'appeals' | 'reports' | 'bans' | 'minutes'
}

export function figureRows(figures: Figures, reasons: readonly Reason[]): FigureRow[] {
  const titleOf = (code: string) => reasons.find((reason) => reason.code === code)?.title ?? code
  const row = (about: string, what: string, value: number | null, unit: FigureRow['unit']): FigureRow => ({
    about,
    what,
    value,
    unit,
  })
  const { received, appeals, reports } = figures
  const sum = (counts: Figures['rejected']) => counts.reduce((all, { count }) => all + count, 0)
  return [
    row('Received', 'Comments', received.comments, 'comments'),
    row('Received', 'Edits of comments', received.edits, 'edits'),
    row('Decided', 'Approved', figures.approved, 'decisions'),
    row('Decided', 'Rejected', sum(figures.rejected), 'decisions'),
    row('Decided', 'Taken down after publication', sum(figures.removed), 'decisions'),
    row('Decided', 'Median time to a decision', figures.medianMinutes, 'minutes'),
    ...figures.rejected.map(({ code, count }) => row('Rejected, by rule', titleOf(code), count, 'decisions')),
    ...figures.removed.map(({ code, count }) => row('Taken down, by rule', titleOf(code), count, 'decisions')),
    row('Appeals', 'Received', appeals.received, 'appeals'),
    row('Appeals', 'Of these from those who had reported a comment', appeals.fromReporters, 'appeals'),
    row('Appeals', 'The decision stood', appeals.upheld, 'appeals'),
    row('Appeals', 'The decision was overturned', appeals.overturned, 'appeals'),
    row('Appeals', 'Median time to an answer', appeals.medianMinutes, 'minutes'),
    row('Reports', 'By a rule of the house', reports.rule, 'reports'),
    row('Reports', 'Notices under the law', reports.law, 'reports'),
    row('Reports', 'The comment was taken down', reports.removed, 'reports'),
    row('Reports', 'The comment stayed', reports.kept, 'reports'),
    row('Reports', 'Median time to an answer', reports.medianMinutes, 'minutes'),
    row('Bans', 'Of verified readers', figures.bans.readers, 'bans'),
    row('Bans', 'Of networks, for a day at most', figures.bans.networks, 'bans'),
    row('Bans', 'Lifted before their end', figures.bans.lifted, 'bans'),
    row('Automation', 'Approved by a rule of the site, without a look', figures.approvedByRule, 'decisions'),
    row('Automation', 'Rejected or taken down by a program alone', figures.restrictedByProgram, 'decisions'),
    row('Automation', 'Decided as a group of near-identical comments', figures.inGroups, 'decisions'),
  ]
}
