/** Appeals: what authors and reporters say against a decision, and the answers to it. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const appealsMessages = {
  title: 'Appeals',
  titleOf: (count: number) => `Appeals (${number(count)})`,
  waiting: (count: number) => `${number(count)} waiting, longest first.`,
  theFirst: (count: number) => counted(count, { one: 'This is the first.', other: 'These are the first #.' }),
  none: 'No appeals waiting',
  noneHint:
    'For six months, authors can appeal against a decision on their comment, and people who reported a comment can appeal if it was kept. Their appeals appear here.',
  answered: 'Answered. The person who appealed is told on their page.',
  removed: 'Removed. Its author and the person who reported it can see this in ten seconds.',

  by: (author: Child) => <>Appeal by {author}</>,
  byReporter: (name: Child) => <>Appeal by {name}, who reported the comment</>,
  bySomeReporter: 'Appeal by the person who reported the comment',
  about: (ago: string, comment: Child, headline: string) => (
    <>
      {ago}, about {comment} on {headline}
    </>
  ),
  aComment: 'a comment',
  theirAppeal: 'Their appeal',
  theirReport: (reason: string) => `Their report: ${reason}`,
  comment: 'The comment',
  commentNow: (author: Child) => <>The comment by {author}, as readers see it</>,
  decision: (by: Child, did: string, reason: string | undefined, at: Child) => (
    <>
      {by} {did}
      {reason === undefined ? '' : `: ${reason}`}, {at}
    </>
  ),
  noteToAuthor: (note: string) => `Note to the author: “${note}”`,
  noteToReporter: (note: string) => `Answer to the person who reported it: “${note}”`,

  ownDecision: 'You made this decision, so a colleague has to answer the appeal.',
  alone:
    'You made this decision. Nobody else here reviews comments, so you may answer; the person who appealed is told so.',
  answerToAuthor: 'Your answer to the author',
  answerToAuthorHint: 'Say why, if the decision stands. Otherwise you may leave it empty.',
  answerToReporter: 'Your answer to the person who reported it',
  answerToReporterHint: 'Say why, if you keep it. If you remove it you may leave this empty; its author reads it too.',
  uphold: 'Uphold the decision',
  overturn: 'Overturn it and publish the comment',
}
