/** What somebody is told who sends, edits or withdraws a comment; how a story takes comments. */
import { counted, lengthOfMinutes, number } from '../../count.ts'

/** "every minute", "every 10 minutes", "every hour". */
const every = (minutes: number): string =>
  minutes % 60 === 0
    ? counted(minutes / 60, { one: 'every hour', other: 'every # hours' })
    : counted(minutes, { one: 'every minute', other: 'every # minutes' })

const slowMode = (minutes: number): string => `Slow mode: each person can send one comment ${every(minutes)}.`

export const commentingMessages = {
  noName: 'Type the name to show above your comment.',
  longName: (most: number) => `Shorten the name to ${number(most)} characters at most.`,
  noEmail: 'That doesn’t look like an email address. Correct it or leave it empty.',
  noText: 'Write something before you send it.',
  tooLong: (most: number, length: number) =>
    `A comment can have up to ${number(most)} characters. This one has ${number(length)}: shorten it and send it again.`,
  farTooLong: (most: number, moreThan: number) =>
    `A comment can have up to ${number(most)} characters. This one has more than ${number(moreThan)}: shorten it and send it again.`,

  storyGone: 'This story is no longer on the site, so you can’t comment on it. Copy your text if you want to keep it.',
  closed: 'Comments on this story are closed. Copy your text if you want to keep it.',
  parentGone:
    'The comment you are replying to is no longer on the page. You can send yours as a comment on the story instead.',
  networkBusy:
    'Many comments have come from your network in the last few minutes. Keep your text and send it again in ten minutes.',
  storyBusy:
    'This story is getting more comments than anyone can read just now. Keep your text and send it again in an hour.',
  slowMode,
  slowWait: (minutes: number, wait: number) =>
    `${slowMode(minutes)} You can send yours in ${lengthOfMinutes(wait)}. Nothing of it is lost while this page stays open.`,

  noLongerEdited: 'This comment can no longer be edited. You can write a new one under the story.',
  editedTooOften: 'This comment has been edited too often. You can still withdraw it.',
  closedForEdits: 'Comments on this story are closed, so this one can no longer be edited. You can still withdraw it.',
  editsTooFast:
    'This comment has been edited five times in ten minutes. Read it over and send it again in ten minutes.',
  editsFromNetwork:
    'Many comments have been edited from your network in the last few minutes. Keep your text and send it again in ten minutes.',

  noAddressToTell: 'Give the email address to send replies to, or untick “Tell me about replies by email”.',
  badAddressToTell: 'We can’t email that address. Correct it, or untick “Tell me about replies by email”.',
  /** The subject of an email that has not been written yet. */
  confirmSubjectWaiting: 'Confirmation of an email address',

  /** In place of a name, under a comment that came from another system without one. */
  noNameGiven: 'Anonymous',
  erasedName: 'Name erased',

  modes: {
    open: 'open',
    slow: (minutes: number) => `slow mode, one comment ${every(minutes)}`,
    hold: 'on hold',
    closed: 'closed',
  },
  logMode: (mode: string) => `Set comments on a story to: ${mode}`,
}
