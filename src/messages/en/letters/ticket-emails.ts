/** Emails to readers who said that something in a story is wrong. */

export const ticketEmailMessages = {
  arrived: 'We have received your message about a story',
  arrivedText: (headline: string) =>
    `We have received a message, sent with this address, that something is wrong in “${headline}”. Thank you.`,
  arrivedPage: (url: string) => `An editor will look at it. You will find the answer here:\n\n${url}`,
  notYours: 'If you didn’t send it, somebody else typed your address, and you don’t need to do anything.',

  answered: 'About the error you reported',
  corrected: (headline: string) =>
    `You told us that something was wrong in “${headline}”. Thank you: we have corrected it.`,
  nothing: (headline: string) =>
    `You told us that something was wrong in “${headline}”. An editor has looked at it and found nothing to correct.`,
  note: (note: string) => `The newsroom writes:\n\n${note}`,
  answerPage: (url: string) => `The answer, with what you wrote:\n\n${url}`,
  why: 'You got this email because somebody gave this address with a message about a story.',
}
