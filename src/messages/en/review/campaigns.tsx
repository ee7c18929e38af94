/** Campaigns: the list of them, and one with all its comments. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const campaignMessages = {
  title: 'Campaigns',
  waiting: 'Waiting',
  noneWaiting:
    'No campaigns waiting. Three near-identical comments make a campaign, however they are disguised; very short comments need eight within a day.',
  decided: 'Decided',
  noneDecided: 'None yet. If new comments join a decided campaign, it goes back up to “Waiting”.',
  earlier: 'Earlier campaigns',
  howCounted: (most: number) =>
    `Counts cover the latest ${number(most)} comments of each campaign. A network is counted again each day.`,
  short: 'Short',
  firstAndLast: (first: Child, last: Child) => (
    <>
      First comment {first}, latest {last}.
    </>
  ),

  noSuchCampaign: 'There is no such campaign.',
  pageTitle: (size: string) => `Campaign: ${size}`,
  all: 'All campaigns',
  size: (comments: number, more: boolean, networks: number) => {
    const many = more
      ? counted(comments, { other: 'More than # comments' })
      : counted(comments, { one: '# comment', other: '# comments' })
    return `${many} from ${counted(networks, { one: '# network', other: '# networks' })}`
  },
  waitingForReview: (count: number) =>
    count === 0 ? 'None waiting; each comment was decided separately.' : `${number(count)} waiting for review.`,
  approvedBy: (by: string, at: Child, waiting: number) => (
    <>
      Approved by {by}, {at}
      {waiting > 0 ? `; ${number(waiting)} more waiting.` : '.'}
    </>
  ),
  rejectedBy: (by: string, at: Child, reason: string | undefined, waiting: number) => (
    <>
      Rejected ({reason ?? 'reason not kept'}) by {by}, {at}
      {waiting > 0 ? `; ${number(waiting)} more waiting.` : '.'}
    </>
  ),
  shortHint: 'Many people write these few words, so likeness alone means nothing.',
  typical: 'Typical comment',
  noneOfItWaiting:
    'None waiting. New comments like these join the campaign and wait here; none is published by itself.',

  decideSome: (free: number, waiting: number) => `Decide ${number(free)} of the ${number(waiting)} waiting`,
  decideAll: (waiting: number) =>
    counted(waiting, { one: 'Decide the waiting comment', other: 'Decide all # waiting comments' }),
  allHeld: (waiting: number) =>
    counted(waiting, {
      one: 'A colleague is reviewing the only waiting comment, so there is nothing to decide right now.',
      other: 'Colleagues are reviewing all # waiting comments, so there is nothing to decide right now.',
    }),
  held: (count: number) =>
    counted(count, {
      one: 'A colleague is reviewing # of them, so it is left out.',
      other: 'Colleagues are reviewing # of them, so they are left out.',
    }),
  approveIt: 'Approve it',
  approveAll: 'Approve all',
  approveThese: (count: number) => `Approve these ${number(count)}`,
  approveBelow: (count: number) => `Approve the ${number(count)} below`,
  rejectIt: 'Reject it:',
  rejectAll: 'Reject all:',
  rejectThese: (count: number) => `Reject these ${number(count)}:`,
  coversShown: (shown: number) =>
    `“Approve” covers the latest ${number(shown)} comments, which you can read below; the others come up next. “Reject” covers all.`,
  whatIsDecided:
    'Comments that arrive now are not included, nor are those a colleague is reviewing. Each comment gets its own decision in your name, and its author is told as if it had been decided alone. You can undo all of it for ten seconds.',

  approved: (count: number) => counted(count, { one: '# comment approved.', other: '# comments approved.' }),
  rejected: (count: number, reason: string | undefined) =>
    `${counted(count, { one: '# comment rejected', other: '# comments rejected' })} (${reason ?? 'reason not kept'}).`,
  left: (count: number) =>
    counted(count, {
      one: '# was left out: a colleague is reviewing it.',
      other: '# were left out: colleagues are reviewing them.',
    }),
  undone: (count: number) => counted(count, { one: '# comment waiting again.', other: '# comments waiting again.' }),

  latestOf: (shown: number, all: number) => `The latest ${number(shown)} of ${number(all)}.`,
  member: (author: Child, headline: string, at: Child) => (
    <>
      {author} on {headline}, {at}
    </>
  ),
  isReviewing: (name: string) => `${name} is reviewing it`,
  same: 'Identical to the typical comment.',
}
