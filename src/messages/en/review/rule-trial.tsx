/** The trial of a rule on older comments. */
import type { Child } from 'hono/jsx'
import { counted, listed, number } from '../../count.ts'

export const ruleTrialMessages = {
  title: 'Trial on older comments',
  notTried:
    'This version has not been tried. A trial checks every comment so far, newest first, and changes none of them.',
  otherRunning: (rule: Child) => (
    <>A trial of {rule} is running. Only one can run at a time: wait until it has finished, or stop it.</>
  ),
  earlierRunning:
    'A trial of an earlier version is running. Only one can run at a time: wait until it has finished, or stop it.',
  stopOther: 'Stop that trial',
  start: 'Try it on older comments',
  again: 'Try it again',
  againWhole: 'Try it again from the start',

  running: (looked: number, backTo: string | null) =>
    backTo === null
      ? `The trial is running: ${number(looked)} comments so far.`
      : `The trial is running: ${number(looked)} comments so far, back to ${backTo}.`,
  progress: 'Progress of the trial',
  refreshes: (stop: Child) => <>This page refreshes every few seconds. {stop}</>,
  stopRefreshing: 'Stop refreshing',
  refresh: 'Refresh',
  stop: 'Stop the trial',

  knownPartial: (backTo: string) => `I know that only comments back to ${backTo} were tried`,
  knownNone: 'I know that no comments were tried',
  switchOnPartly: 'Switch on after a partial trial',
  switchOnVersion: (version: number) => `Switch on version ${version}`,
  switchOn: 'Switch on',

  nothingToTry: 'There are no comments yet, so there was nothing to catch.',
  nothingCaught: 'Nothing caught',
  caughtOne: (wasApproved: boolean) =>
    wasApproved ? '1 caught, an approved comment' : '1 caught, not an approved comment',
  caughtMany: (caught: number, approved: number) =>
    approved === 0
      ? `${number(caught)} caught, none of them approved`
      : approved === caught
        ? `${number(caught)} caught, all of them approved`
        : `${number(caught)} caught, ${number(approved)} of them approved`,
  lookedAt: (count: number) => counted(count, { one: '1 comment checked.', other: '# comments checked.' }),
  lookedAtSoFar: (count: number, backTo: string) =>
    counted(count, {
      one: `1 comment checked, back to ${backTo}.`,
      other: `# comments checked, back to ${backTo}.`,
    }),
  lookedAtAll: (count: number, day: string) =>
    counted(count, { one: `The only comment was checked on ${day}.`, other: `All # comments were checked on ${day}.` }),
  stoppedOn: (day: string) => `Stopped on ${day}. `,
  alsoCaught: (counts: readonly string[]) => ` The others it catches: ${listed(counts)}.`,
  counts: {
    rejected: (count: number) => `${number(count)} rejected`,
    spam: (count: number) => `${number(count)} rejected as spam`,
    removed: (count: number) => `${number(count)} removed`,
    held: (count: number) => `${number(count)} waiting for review`,
    withdrawn: (count: number) => `${number(count)} withdrawn by the author`,
  },

  byMonth: 'By month',
  month: 'Month',
  caught: 'Caught',
  comments: 'Comments',
  number,
  approved: 'Approved comments it catches',
  newestApproved: (count: number) => `Approved comments it catches: the newest ${number(count)}`,
  others: 'The others',
  someOthers: (count: number) => `Some of the other ${number(count)}`,
}
