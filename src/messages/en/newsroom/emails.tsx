/** Emails: how they are sent, which failed, wait or left, and what a moderator is emailed about. */
import type { Child } from 'hono/jsx'
import { counted, lengthOfMinutes, number } from '../../count.ts'

export const emailsMessages = {
  title: 'Emails',
  saved: 'Saved.',
  save: 'Save',
  throughServer: (server: Child, from: Child) => (
    <>
      Emails are sent through the mail server {server}, from {from}.
    </>
  ),
  asFiles: (folder: Child, from: Child) => (
    <>
      No mail server is set up, so no email leaves this machine. Each is written as an .eml file to {folder}, for any
      email program to open and send. They come from {from}.
    </>
  ),
  toSend: (server: Child, from: Child) => (
    <>
      To have them sent, start Courant with {server} and {from}.
    </>
  ),
  sendTest: 'Send me a test email',
  testSent: 'The test email is being sent. You find it below.',
  noAddress:
    'We have no email address for you, so we can’t email you. Ask someone who can change settings to add you again with one, under People.',
  hour: 'Hour for daily and weekly emails',
  hourHint: (timeZone: string) =>
    `0 to 23, time zone ${timeZone}. Emails that are already waiting are sent at their old hour.`,

  failed: 'Failed',
  noneFailed: 'None. An email has failed if its address is refused, or after two days of trying.',
  waiting: 'Waiting',
  noneWaiting: 'None waiting.',
  sent: 'Sent in the last thirty days',
  noneSent: 'None yet.',
  to: (kind: Child, address: Child) => (
    <>
      {kind} to {address}
    </>
  ),
  tryAgain: 'Try again',
  sentAgain: 'It is being sent again.',
  notFailed: 'That email is no longer among the failed ones.',
  more: (count: number) => `And ${number(count)} more.`,
  triedNext: (problem: string, times: number, next: Child) => (
    <>
      {problem} {counted(times, { one: 'Tried once', other: 'Tried # times' })}, next {next}
    </>
  ),
  toBeSent: (at: Child) => <>To be sent {at}</>,
  soon: 'in a moment',
  writtenAt: (at: Child) => <>Written to a file {at}</>,
  sentAt: (at: Child) => <>Sent {at}</>,
  kinds: {
    invitation: 'Sign-in link for the newsroom',
    mention: 'Mention in a note',
    account: 'Sign-in link for a reader',
    verify: 'Confirmation of an address',
    replies: 'Replies to a reader’s comments',
    waiting: 'Comments waiting',
    decision: 'Decision on a comment',
    report: 'Receipt for a report',
    'report answer': 'Decision on a report',
    ban: 'Ban',
    ticket: 'Receipt for a reported error',
    'ticket answer': 'Answer to a reported error',
    appeal: 'Appeal',
    test: 'Test email',
  },

  toYou: 'Emails to you',
  yourAccount: 'Your account',
  noServer: 'No mail server is set up, so no email reaches you yet, whatever you choose here.',
  whatTheySay: (address: string) =>
    `They go to ${address}, at most once an hour. Each says how much is waiting, and links to it. No comment and no reader’s message is quoted.`,
  tellMe: 'Email me when comments wait too long',
  atLeast: 'Number of comments',
  minutes: 'waiting for this many minutes',
  alsoOf: 'Email me as well',
  alsoOfHint:
    'From a number on, or once one has waited some hours (0: at once). Leave both empty to hear nothing of it. You are reminded once a day.',
  noticesAtOnce: 'Where you hear of reported comments, a legal notice is emailed at once.',
  told: {
    appeals: 'Appeals',
    reports: 'Reported comments',
    tickets: 'Errors that readers reported',
    schedules: 'Stories not published at their time',
    letters: 'Failed emails',
  },
  fromNumber: (kind: string) => `${kind}: from this number on`,
  afterHours: (kind: string) => `${kind}: after this many hours`,
  quiet: 'No emails during these hours',
  quietHint: (timeZone: string) => `0 to 23, time zone ${timeZone}. Leave both empty to get them at any hour.`,
  from: 'From',
  until: 'Until',

  logTest: 'Sent themselves a test email',
  logAgain: 'Tried a failed email again',
  logHour: (hour: number) => `Set the hour for daily and weekly emails to ${hour}:00`,
  logTold: (comments: { atLeast: number; minutes: number } | null, others: number) => {
    const kinds = counted(others, { one: '1 other kind', other: '# other kinds' })
    if (comments === null) return `Asked for emails about ${kinds} of what is waiting`
    const when = `when ${counted(comments.atLeast, { one: '1 comment has', other: '# comments have' })} waited ${lengthOfMinutes(comments.minutes)}`
    return others === 0 ? `Asked for an email ${when}` : `Asked for an email ${when}, and about ${kinds}`
  },
  logNotTold: 'Turned off emails about what is waiting',
}
