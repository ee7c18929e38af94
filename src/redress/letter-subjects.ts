/** As letters that wait are listed; what they say is written when they leave. */
export const SUBJECTS = {
  decision: 'What was decided on your comment',
  report: 'Your report has arrived',
  'report answer': 'What was decided on your report',
  ban: 'You can’t comment for a while',
} as const
