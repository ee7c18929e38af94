/** What readers say is wrong in a story: what has to be put right before it is taken, or answered. */
import { counted, number } from '../../count.ts'

export const ticketMessages = {
  quoteTooLong: (most: number, length: number) =>
    `Copy the sentence that is wrong, up to ${number(most)} characters; this has ${number(length)}.`,
  noWords: 'Say in a few words what is wrong.',
  wordsTooLong: (most: number, length: number) => `Keep it to ${number(most)} characters; it has ${number(length)}.`,
  sourceWrong: 'The source has to be a web address, such as https://harbour.example/fares. Or leave it empty.',
  mailWrong: 'That doesn’t look like an email address. Please check it, or leave it empty.',
  manyFromNetwork: 'There have been many messages from your network. Keep your text and send it again in an hour.',
  manyOnStory: 'Very many readers have written about this story already; the newsroom is looking at it.',

  noAnswer: 'Choose how to answer.',
  noteNeeded: 'Write a sentence to the reader that says why there is nothing to correct.',
  closed: 'Someone has already answered this.',
  noCorrection: 'Nothing has been published since this was reported. Correct the story first.',
  logged: {
    corrected: (count: number) =>
      counted(count, { one: 'Answered a reported error: corrected', other: 'Answered # reported errors: corrected' }),
    nothing: (count: number) =>
      counted(count, {
        one: 'Answered a reported error: nothing to correct',
        other: 'Answered # reported errors: nothing to correct',
      }),
    spam: (count: number) =>
      counted(count, { one: 'Marked a reported error as spam', other: 'Marked # reported errors as spam' }),
    reopened: (count: number) =>
      counted(count, { one: 'Reopened a reported error', other: 'Reopened # reported errors' }),
  },
}
