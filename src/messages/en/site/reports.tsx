/** Reporting a comment, what became of a report, and what somebody banned is told. */
import type { Child } from 'hono/jsx'

export const reportingMessages = {
  report: 'Report',
  reportComment: 'Report a comment',
  lead: (story: Child) => <>Under {story}. A person reads every report. The comment stays until they have decided.</>,
  whatBroken: 'What does it break?',
  whatBrokenHint: 'A house rule, or the law.',
  chooseOne: 'Choose one',
  aHouseRule: 'A house rule',
  theLaw: 'The law',
  inYourWords: 'In your own words',
  inYourWordsHint: 'What is wrong with it. In a legal notice: why it is illegal.',
  name: 'Name',
  nameHint: 'Required for legal notices. Only the newsroom sees it.',
  email: 'Email',
  emailHint: 'Required for legal notices.',
  emailHintSends: 'Required for legal notices. For the receipt and the answer.',
  goodFaith: 'I believe in good faith that what I say is accurate and complete.',
  goodFaithHint: 'Required for legal notices.',
  place: (address: Child) => <>Reported address: {address}</>,
  send: 'Send report',
  sendHint: 'You get a page that shows what becomes of it.',
  commentGone: { title: 'Not on the page', sentence: 'The comment you want to report is not on the page.' },
  sendAgain: 'Check your report and send it once more: the form had been open too long, or was already used.',
  noReport: {
    title: 'Report not found',
    sentence: 'This address is incomplete. Open the link exactly as it was after you sent your report.',
  },

  yourReport: 'Your report',
  yourNotice: 'Your legal notice',
  about: ({ day, what, reason }: { day: string; what: Child; reason: string }) => (
    <>
      Sent on {day}, about {what}. Reason given: {reason}.
    </>
  ),
  aComment: 'a comment',
  aCommentOn: (headline: Child) => <>a comment on {headline}</>,
  sameAnswered: 'Nobody else reviews comments here, so the same person answered.',
  yourAppeal: 'Your appeal',
  appealSent: (day: string) => `Sent on ${day}.`,
  appealSentWaiting: (day: string) => `Sent on ${day}. Another person reads it, if there is one, and decides.`,
  whatYouWrote: 'What you wrote',
  disagree: 'If you disagree',
  secondLook: 'Ask for a second look',
  secondLookUntil: (day: string) => `Free of charge, once, until ${day}.`,
  redress:
    'A person decided, not a program. You can also go to an out-of-court dispute settlement body certified by your country’s Digital Services Coordinator, or to court.',
  keepAddress: 'Keep this page’s address',
  onlyWayBack: 'It is the only way back to your report.',
  onlyWayBackBesideEmail: 'It is the only way back to your report, besides the email we send you.',
  leftUp: ({ day, what, reason }: { day: string | null; what: Child; reason: string }) => (
    <>
      {day === null ? 'The newsroom' : `On ${day} the newsroom`} decided to keep {what}, which you had reported. Reason
      given: {reason}.
    </>
  ),

  /** How a report stands. */
  states: {
    removedOnAppeal: {
      title: 'Removed',
      sentence: 'You asked for a second look, and the newsroom removed the comment.',
    },
    staysOnAppeal: {
      title: 'It stays',
      sentence: 'You asked for a second look. The newsroom looked again and keeps the comment.',
    },
    appealed: {
      title: 'Waiting for a second look',
      sentence: 'The newsroom kept the comment and will look again. You will find the result here.',
    },
    gone: {
      title: 'No longer shown',
      sentence: 'The comment is not on the page at the moment: its author withdrew it, or the newsroom took it off.',
    },
    removed: { title: 'Removed', sentence: 'The newsroom read your report and removed the comment.' },
    stays: { title: 'It stays', sentence: 'The newsroom read your report and keeps the comment.' },
    waiting: {
      title: 'Waiting for a decision',
      sentence: 'A person will read it and decide; the comment stays until then. You will find the decision here.',
    },
  },

  /** Where a ban kept a comment from being sent. */
  nothingSent: (banned: string) => `${banned}. Nothing was sent; your text is below.`,
  bannedInFull: ({
    banned,
    reason,
    note,
    redress,
  }: {
    banned: string
    reason: string
    note: string
    redress: string
  }) =>
    `${banned}. The reason: ${reason}${note === '' ? '' : ` The newsroom writes: “${note}”`} ${redress} Nothing was sent; your text is below.`,
}
