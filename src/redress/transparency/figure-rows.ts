/** The yearly figures as rows, for the page and the CSV alike. */
import type { Reason } from '../../house-rules/index.ts'
import { transparencyMessages as m } from '../../messages/index.ts'
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
    row(m.about.received, m.comments, received.comments, 'comments'),
    row(m.about.received, m.edits, received.edits, 'edits'),
    row(m.about.decided, m.approved, figures.approved, 'decisions'),
    row(m.about.decided, m.rejected, sum(figures.rejected), 'decisions'),
    row(m.about.decided, m.removed, sum(figures.removed), 'decisions'),
    row(m.about.decided, m.timeToDecision, figures.medianMinutes, 'minutes'),
    ...figures.rejected.map(({ code, count }) => row(m.about.rejected, titleOf(code), count, 'decisions')),
    ...figures.removed.map(({ code, count }) => row(m.about.removed, titleOf(code), count, 'decisions')),
    row(m.about.appeals, m.appealsReceived, appeals.received, 'appeals'),
    row(m.about.appeals, m.fromReporters, appeals.fromReporters, 'appeals'),
    row(m.about.appeals, m.upheld, appeals.upheld, 'appeals'),
    row(m.about.appeals, m.overturned, appeals.overturned, 'appeals'),
    row(m.about.appeals, m.timeToAnswer, appeals.medianMinutes, 'minutes'),
    row(m.about.reports, m.byRule, reports.rule, 'reports'),
    row(m.about.reports, m.notices, reports.law, 'reports'),
    row(m.about.reports, m.commentRemoved, reports.removed, 'reports'),
    row(m.about.reports, m.commentKept, reports.kept, 'reports'),
    row(m.about.reports, m.timeToAnswer, reports.medianMinutes, 'minutes'),
    row(m.about.bans, m.readersBanned, figures.bans.readers, 'bans'),
    row(m.about.bans, m.networksBanned, figures.bans.networks, 'bans'),
    row(m.about.bans, m.bansLifted, figures.bans.lifted, 'bans'),
    row(m.about.automation, m.approvedByRule, figures.approvedByRule, 'decisions'),
    row(m.about.automation, m.byProgram, figures.restrictedByProgram, 'decisions'),
    row(m.about.automation, m.inGroups, figures.inGroups, 'decisions'),
  ]
}
