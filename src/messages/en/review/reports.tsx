/** Reports: comments that readers reported, and the answers to them. */
import { counted, number } from '../../count.ts'

export const reportsMessages = {
  title: 'Reports',
  titleOf: (count: number) => `Reports (${number(count)})`,
  waiting: (count: number) =>
    counted(count, { one: '# reported comment.', other: '# reported comments, longest waiting first.' }),
  theFirst: (count: number) => counted(count, { one: 'This is the first.', other: 'These are the first #.' }),
  none: 'No reported comments',
  noneHint:
    'Readers can report any comment they see. Their reports appear here, and the comment stays until you decide.',
  removed: 'Removed. Those who reported it see your answer on their page.',
  kept: 'Kept. Those who reported it see your answer on their page.',
  removedJustNow: 'Removed. Its author and those who reported it can see this in ten seconds.',

  record: 'View its record',
  reports: (count: number) => counted(count, { one: '# report', other: '# reports' }),
  legalNotice: (reason: string) => `Legal notice: ${reason}`,
  beforeEdit: (ago: string) => `${ago}, before the comment was edited`,
  answer: 'Your answer (required if you keep the comment)',
  answerHint: 'Sent to those who reported it, and to the author if you remove the comment.',
}
