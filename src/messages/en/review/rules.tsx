/** The list of rules, and approval without review. */
import type { Child } from 'hono/jsx'
import { number } from '../../count.ts'

export const rulesMessages = {
  title: 'Rules',
  newRule: 'New rule',
  saved: 'Saved. This applies to every comment from now on, and the site says so.',
  lead: 'A rule marks comments and sorts them in the queue. It never approves or rejects a comment: a person does. Before you switch a rule on, you try it on older comments.',
  empty: 'No rules yet. Most sites begin with a list of words that only advertisers use.',
  newerDraft: ' (with a newer version in draft)',
  looksFor: (pattern: Child, effect: string) => (
    <>
      Looks for {pattern} and {effect}.
    </>
  ),
  drafted: (name: string | null, day: string) => `Drafted by ${name ?? 'someone'}, ${day}`,
  switchedOn: (name: string | null, day: string) => `Switched on by ${name ?? 'someone'}, ${day}`,
  switchedOff: (name: string | null, day: string) => `Switched off by ${name ?? 'someone'}, ${day}`,

  oneStory: 'One story, one person',
  oneStoryHint: (bans: Child) => (
    <>
      To slow down, hold or close the comments on one story, open the story and choose “Change” under “Comments”. To ban
      someone, open one of their comments. {bans}
    </>
  ),
  bans: 'See all bans',

  withoutReview: 'Approve without review',
  withoutReviewOn: (comments: number, name: string | null, day: string) =>
    `On: comments by verified readers with at least ${number(comments)} approved comments appear at once. Allowed by ${name ?? 'someone'}, ${day}.`,
  withoutReviewOff: 'Off: a person reads every comment before anyone sees it.',
  withoutReviewHint:
    'With this on, your site shows comments that nobody in the newsroom has read. It is only for verified readers who had no comment rejected or removed in the last 90 days, only for comments that raise no signal, and never on a story whose comments are on hold. The site tells readers that it is on; check that your house rules don’t promise otherwise.',
  commentsNeeded: 'Approved comments needed',
  changeNumber: 'Change the number',
  start: 'Approve without review',
  stop: 'Review every comment again',
}
