/** A comment's receipt: what became of it, what its author can do, appeals, and the statement of reasons. */
import type { Child } from 'hono/jsx'

const notPublished = {
  title: 'Not published',
  sentence: 'The newsroom read it and decided not to publish it.',
}

export const receiptMessages = {
  thankYou: 'Thank you for your comment',
  onStory: (headline: Child, at: Child) => (
    <>
      On {headline}, {at}
    </>
  ),
  /** What its author may know of it, by its state. */
  states: {
    held: {
      title: 'Waiting for review',
      sentence:
        'Only you and the newsroom can see it. A person will read it and decide. You will find the decision here.',
    },
    approved: { title: 'Published', sentence: 'Everyone can read it under the story.' },
    rejected: notPublished,
    spam: notPublished,
    withdrawn: { title: 'Withdrawn by you', sentence: 'Nobody sees it any more.' },
    removed: { title: 'Removed', sentence: 'It was published, and the newsroom has removed it.' },
  },
  earlierStaysUntilThen: 'The earlier version stays up until then.',
  earlierStays: 'The earlier version stays up.',
  seeIt: 'See it under the story',
  seeEarlier: 'See the earlier version under the story',
  textErased: 'Its text has been erased.',
  reason: (title: string, sentence: string) => (
    <>
      The reason: <strong>{title}.</strong> {sentence}
    </>
  ),

  edit: 'Edit your comment',
  editIsReviewed: 'Your edit waits for review like any comment. The published version stays up until then.',
  editReplaces: 'Your edit replaces this version.',
  saveChanges: 'Save changes',
  closed: 'Comments on this story are closed, so this one can no longer be edited.',
  newText: 'Your new text, to copy',
  withdraw: 'Withdraw this comment…',
  withdrawForGood: 'Withdraw for good',
  withdrawHint: 'Nobody will see it any more, and it can’t be brought back.',

  keepAddress: 'Keep this page’s address',
  onlyWayBack: 'It is the only way back to your comment. This browser remembers it under “Your comments”.',
  onlyWayBackAndKey:
    'It is the only way back to your comment, and anyone who has it can edit or withdraw the comment. This browser remembers it under “Your comments”.',
  yourData: 'Your data',
  downloadData: 'Download your data',
  eraseNameOrText: 'erase your name or text',
  downloadOrErase: (download: Child, erase: Child) => (
    <>
      {download}, or {erase}.
    </>
  ),
  earlierVersions: 'Earlier versions',

  fromThisBrowser: 'Your comments from this browser',
  noneRemembered:
    'This browser remembers no comments. If you wrote one elsewhere, open the address you were shown after sending it.',
  accountKeepsThem: (account: Child) => <>{account} keeps them in one place, on every device.</>,
  anAccount: 'An account',
  erasedText: '(text erased)',

  noReceipt: {
    title: 'Receipt not found',
    sentence:
      'This address is incomplete. Open the link exactly as it was on the page you saw after sending your comment.',
  },

  reviewedAgain: 'The newsroom has since reviewed this comment again.',
  appealOver: 'The six months in which you could appeal are over.',
  appeal: 'Appeal',
  appealUntil: (day: string) => `Until ${day}, free of charge.`,
  yourAppeal: 'Your appeal',
  sentOn: (day: string) => `Sent on ${day}.`,
  /** What came of it, beginning with the outcome in bold. */
  succeeded: 'Your appeal succeeded.',
  publishedOn: (day: string) => `The newsroom published your comment on ${day}.`,
  stands: 'The decision stands.',
  answeredOn: (day: string) => `The newsroom answered on ${day}.`,
  answeredAlone: 'The person who made the decision answered, because nobody else reviews comments here.',
  answeredByOther: 'Someone other than the person who made the decision answered.',
  appealSuperseded: 'The newsroom has since reviewed this comment again, so there is nothing left to appeal against.',
  appealWaiting: 'It is waiting for an answer, which you will find here.',
  nothingToAppeal: {
    title: 'Nothing to appeal against',
    sentence: 'This comment has no such decision, or no longer has it. Its receipt shows where it stands.',
  },
  whyWrong: 'Why is the decision wrong?',
  whyWrongHint:
    'Only the newsroom reads this. If the newsroom has someone other than the person who made the decision, they answer.',
  sendAppeal: 'Send appeal',
  appealOnceUntil: (day: string) => `You can appeal once, until ${day}.`,

  /** Article 17 of the Digital Services Act names these parts. */
  statement: 'Statement of reasons',
  whatWasDecided: 'What was decided',
  facts: 'The facts',
  ground: 'The reason',
  illegal: (law: string | null, reason: string) => `Illegal content: ${law}. ${reason}`,
  houseRule: (rule: Child, reason: string) => (
    <>
      {rule}: {reason}
    </>
  ),
  aHouseRule: 'House rule',
  automation: 'Use of automation',
  whatYouCanDo: 'What you can do',

  answersByEmail: 'Replies by email',
  answersOn: 'We email you about replies to this comment. Each email says how to change that.',
  stopAnswers: 'Stop these emails',
  answersAsked: (address: Child) => (
    <>
      We’re sending a confirmation link to {address}. Open it to start. If nothing arrives, check your spam folder or
      try again tomorrow: we send each address one link a day at most.
    </>
  ),
  answersOff:
    'Give your email address and confirm it with the link we send you. When somebody replies to this comment, we email you, once a day at most.',
  yourEmail: 'Your email address',
  sendLinkAgain: 'Send the link again',
  tellMe: 'Tell me about replies',

  eraseTitle: 'Erase your data',
  eraseAccount:
    'This permanently erases your name, email address, passkeys, email choices and account. Decisions stay on record, without your details.',
  eraseComment:
    'This permanently erases your name and email address from this comment, and the emails and appeals about it. Decisions stay on record, without your details.',
  textOfComments: 'The text of your comments',
  textOfComment: 'The text of the comment',
  keepText: 'Keep it, without your name',
  eraseText: 'Erase it too; its place in the discussion stays, but empty',
  eraseForGood: 'Erase for good',
  eraseHint: 'This can’t be undone.',
  eraseNothing: 'Don’t erase anything',
  chooseText: 'Choose what happens to the text, then erase.',
  erased: 'Erased',
  erasedSentence: 'Your data is gone from this site. It goes from the newsroom’s backups as they are replaced.',
}
