/** What the paper tells of its moderation: the house rules, the log and the yearly reports. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

/** A comment, or a group of near-identical ones, as the subject of a sentence. */
const comments = (count: number): string => counted(count, { one: 'A comment', other: '# near-identical comments' })

const onStory = (story: Child | null): Child =>
  story === null ? 'on a story that is no longer on the site' : <>on “{story}”</>

const reasonOf = (reason: string | null): string => (reason === null ? '' : `: ${reason.toLowerCase()}`)

const oneException = (comments: number): string =>
  counted(comments, {
    one: 'One exception: comments by verified readers with one approved comment appear at once. ',
    other: 'One exception: comments by verified readers with # approved comments appear at once. ',
  })

export const moderationMessages = {
  rulesDescription: (site: string) => `What ${site} publishes under its stories, what it does not, and how to object.`,
  notPublished: 'What is not published',
  forbidden: 'What the law forbids',
  law: (law: string | null) => `${law}.`,
  whoDecides: 'Who decides',
  /** With the one exception, where an editor has made it: so many approved comments. */
  decides: (withoutReview: number | null) =>
    `A person in the newsroom reads every comment before anyone else sees it. ${withoutReview === null ? '' : oneException(withoutReview)}Programs sort comments, mark what looks like advertising and show which are alike; they reject nothing and remove nothing.`,
  disagree: 'If you disagree',
  /** With how readers reach the newsroom, where that is known. */
  disagreeing: (receipts: Child, contact: Child | null) => (
    <>
      What was decided on your comment, and for which of these reasons, is on its receipt: the page whose address you
      were given when you sent it. {receipts}. There you can appeal within six months, free of charge. Another person in
      the newsroom answers, if there is one. You can also ask a certified out-of-court dispute settlement body, or a
      court. Anyone who is banned from commenting is told why, and until when, when they send a comment, and can object
      to the newsroom in the same way
      {contact === null ? '' : ': '}
      {contact}.
    </>
  ),
  browserReceipts: 'Receipts in this browser',
  seeSomething: 'If you see something',
  reporting:
    'Every comment has a “Report” link. A person reads each report, and each notice that a comment breaks the law. The comment stays until they have decided, and you are told what became of it. If it stays, you can ask for a second look within six months, free of charge, from your report’s page.',
  whatWasDecided: 'What was decided',
  log: 'The moderation log',
  yearly: 'the yearly reports',
  logAndReports: (log: Child, reports: Child) => (
    <>
      {log} lists decisions without names; {reports} have the figures.
    </>
  ),
  onlyLog: (log: Child) => <>{log} lists decisions without names.</>,
  onlyReports: (reports: Child) => <>The figures are in {reports}.</>,

  moderation: 'Moderation',
  moderationIn: (time: string) => `Moderation in ${time}`,
  logLead: (rules: Child) => (
    <>
      What the newsroom decided on comments, by the {rules}. Approved comments are under their stories; advertising is
      counted in the yearly report only. Each day is listed once it is over.
    </>
  ),
  houseRules: 'house rules',
  nothingDecided: 'Nothing was rejected or removed.',
  partsOfMonth: 'Parts of this month',
  laterInMonth: 'Later in the month',
  earlierInMonth: 'Earlier in the month',
  moreOfRecord: 'More of the record',
  yearlyReports: 'Yearly reports',
  /** A line of the log, by what was decided. */
  lines: {
    reject: (count: number, story: Child | null, reason: string | null) => (
      <>
        {comments(count)} {onStory(story)} {counted(count, { one: 'was not published', other: 'were not published' })}
        {reasonOf(reason)}.
      </>
    ),
    remove: (count: number, story: Child | null, reason: string | null) => (
      <>
        {comments(count)} {onStory(story)} {counted(count, { one: 'was removed', other: 'were removed' })}
        {reasonOf(reason)}.
      </>
    ),
    overturn: (_count: number, story: Child | null, reason: string | null) => (
      <>
        A comment {onStory(story)} was published after an appeal{reasonOf(reason)}.
      </>
    ),
    uphold: (_count: number, story: Child | null, reason: string | null) => (
      <>
        The decision on a comment {onStory(story)} stood after an appeal{reasonOf(reason)}.
      </>
    ),
    keep: (_count: number, story: Child | null, reason: string | null) => (
      <>
        A reported comment {onStory(story)} stayed on the page{reasonOf(reason)}.
      </>
    ),
  },

  report: 'Transparency report',
  reports: 'Transparency reports',
  figuresOf: (through: string | null) =>
    `${through === null ? 'The whole year' : `From January to ${through}`}, as recorded. Decisions undone within ten seconds are not counted. Days are in UTC.`,
  howItIsDone: 'How it is done',
  everyCommentRead: 'Every comment is read before it appears.',
  howDone: (read: string, rules: Child) => (
    <>
      {read} Programs sort comments for review, mark what looks like advertising and group what is alike. People decide
      what is not published, by the {rules}. Each decision can be appealed against for six months; someone else answers,
      if there is someone else.
    </>
  ),
  asData: 'As data',
  asCsv: 'These figures as CSV',
  statements: 'The statements of reasons',
  statementsAsData: (statements: Child) => (
    <>
      {statements}, in the form of the EU’s DSA Transparency Database; without advertising, for which the law asks for
      none
    </>
  ),
  nothingToReport: 'Nothing has been decided yet, so there is nothing to report.',
  moreOnModeration: 'More on moderation',
  figure: (value: number) => number(value),
}
