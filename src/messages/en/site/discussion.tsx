/** A story's page and the discussion under it: comments, the form, and the pages a comment passes on its way. */
import type { Child } from 'hono/jsx'

export const discussionMessages = {
  preview: 'A preview of the draft. Only the newsroom sees it.',
  previewHeld: (until: string) => `Under embargo until ${until}. Only the newsroom sees it.`,
  updated: (at: Child) => <>Updated {at}</>,
  note: 'Note',
  comment: 'Comment',
  /** Over a story that is no news. */
  tones: { opinion: 'Opinion', analysis: 'Analysis' },
  readOn: 'More to read',
  related: 'Related stories',
  nextStory: 'Next',
  share: 'Share this story',
  shareByEmail: 'Send it by email',

  noComments: 'No comments',
  beFirst: 'Be the first. Your comment appears here once the newsroom has approved it.',
  write: 'Write a comment',
  closed: 'Comments on this story are closed.',
  closedOn: (day: Child) => <>Comments closed on {day}.</>,
  notShown: 'The comment replied to here is not shown.',
  inAnswerTo: (name: Child) => <>in reply to {name}</>,
  edited: 'edited',
  reply: 'Reply',
  toName: (name: string) => ` to ${name}`,
  report: 'Report',
  commentBy: (name: string) => ` the comment by ${name}`,

  onHold: 'You can comment on this story, but comments wait until the newsroom has time for all of them.',
  name: 'Name',
  nameHint: 'Shown above your comment.',
  email: 'Email (optional)',
  tellMe: 'Tell me about replies by email',
  leaveEmpty: 'Leave this empty',
  empty: 'Empty',
  send: 'Send for review',
  /** Within how long comments are usually answered; null where too little is known. */
  readFirst: (within: string | null) =>
    within === null
      ? 'A person reads it before anyone sees it.'
      : `A person reads it before anyone sees it, usually within ${within}.`,
  mostReadFirst: (within: string | null) =>
    within === null ? 'A person reads comments first.' : `A person reads comments first, usually within ${within}.`,

  notSentYet: 'Not sent yet',
  check: 'Check your comment',
  howItWillLook: 'How it will look',
  /** Why a comment is shown once more before it is taken. */
  whyChecked: {
    'no token': 'This is how it will look. Read it once more, change what you like, and send it.',
    'old token': 'This page had been open for more than a day. Read your comment once more and send it.',
    'used token':
      'This form had already been sent with a different comment, so nothing was done. To send this one as well, send it now.',
    flood:
      'Very many comments are arriving just now, so yours is shown to you once more. Read it and send it; nothing of it is lost.',
  },
  checkAndSendAgain: 'Check your comment and send it again with this token.',
  onStory: (story: Child) => <>On {story}</>,
  answer: 'Reply to a comment',
  answered: 'The comment you are replying to',
  parentGone: { title: 'Not on the page', sentence: 'The comment you want to reply to is not on the page.' },
  storyGone: 'This story is not on the site, so nothing was saved.',
}
