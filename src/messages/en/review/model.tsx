/** Review, "Spam model": what it has learnt, how often it is right, and where it was wrong. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const modelMessages = {
  title: 'Spam model',
  lead: 'It sorts comments and says why; only people decide. It learns from the decisions made here, on this site’s own disk, and forgets a decision that is undone. It learns nothing from comments being disliked, off topic or unreadable.',
  percent: (percent: number) => `${percent}%`,
  noPercent: '–',
  number,

  nothingLearnt:
    'It has learnt nothing here yet. Until then it uses what it came with: weights from comments under music videos, without their text. Figures start with the first decisions.',
  fine: 'Learnt as fine',
  asSpam: 'Learnt as spam',
  asRule: 'Learnt as breaking a rule',
  since: 'Since',
  lessons:
    'These are lessons, not decisions: many comments by one author or from one campaign teach less than as many by different people.',

  howGood: 'How often it is right',
  measured: (decisions: number, weeks: number) =>
    `Measured on ${counted(decisions, { one: '1 decision', other: '# decisions' })} in ${number(weeks)} weeks, by what it had said before each. From 50% it counts as a yes.`,
  measuredOnLast: (decisions: number, weeks: number) =>
    `Measured on the last ${number(decisions)} decisions in ${number(weeks)} weeks, by what it had said before each. From 50% it counts as a yes.`,
  kind: 'Kind',
  actual: 'Actual',
  flagged: 'Flagged',
  precision: 'Right when flagged (precision)',
  recall: 'Found of all (recall)',
  spam: 'Spam',
  breaksRule: 'Breaks a rule',

  weeks: 'Week by week',
  weekFrom: 'Week from',
  decisions: 'Decisions',
  shortPrecision: 'Precision',
  shortRecall: 'Recall',

  calibration: 'Calibration',
  tooFew: (least: number, decisions: number) =>
    counted(decisions, {
      one: `This needs ${number(least)} decisions; there is 1 so far.`,
      other: `This needs ${number(least)} decisions; there are # so far.`,
    }),
  plot: 'Spam scores, and how many comments were spam',
  plotHint:
    'On the dashed line the score was right: of comments with a score of 70%, for example, 70% were spam. Below the line the model was too sure of spam, above it not sure enough.',
  score: 'spam score',
  wasSpam: 'share that was spam',
  points: 'The larger the point, the more comments.',
  asTable: 'Show as a table',
  scores: 'Spam score',
  range: (from: number, to: number) => `${from}–${to}%`,
  average: 'Average score',
  actualSpam: 'Actual spam',

  falseAlarms: 'False alarms',
  missed: 'Spam it missed',
  noneWrong: 'None in these weeks.',
  wrong: (comment: Child, percent: number) => (
    <>
      {comment}: spam score {percent}%
    </>
  ),

  weighs: 'What counts most',
  weighsNothing: 'Shown once there are decided comments.',
  weighsHint:
    'In the latest decided comments. Each sign adds its weight to the log odds of spam: +0.7 doubles the odds, −0.7 halves them.',
  sign: 'Sign',
  weight: 'Weight',
  comments: 'Comments',

  limits: 'Limits on what one person can teach it',
  limitsHint:
    'An author’s first eight decisions count in full, and each further one half as much as the one before: ten decisions at most, however many comments. A campaign decided as one is one lesson. Near-identical comments decided one by one count as two at most, once they are known to be a campaign. Comments approved automatically teach it nothing.',
}
