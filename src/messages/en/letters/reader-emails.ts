/** Emails to readers: an address confirmed, a way into their account, answers to their comments. */
import { counted } from '../../count.ts'

/** The page with which somebody asks never to be written to again. */
const never = (stop: string) => `To make sure we never email this address again, whoever asks us to:

${stop}`

export const readerEmailMessages = {
  confirmSubject: (site: string) => `Confirm your email address for ${site}`,
  confirm: ({ site, headline, link, stop }: { site: string; headline: string; link: string; stop: string }) =>
    `Somebody commented on “${headline}” at ${site} and asked us to email this address when there are replies.

If that was you, open this page and press the button. The link works for 24 hours:

${link}

If it wasn’t you, you don’t need to do anything: unless the button is pressed, we won’t send you any replies. ${never(stop)}`,
  whyConfirm:
    'You got this email because this address was typed into a comment form. Opening a link changes nothing; only the buttons do.',

  accountSubject: (site: string) => `Your sign-in link for ${site}`,
  accountSubjectWaiting: 'Sign-in link for a reader’s account',
  account: ({ site, link, stop }: { site: string; link: string; stop: string }) =>
    `Somebody asked to sign in to a reader’s account at ${site} with this address.

If that was you, open this page and press the button. The link works once, for 24 hours:

${link}

If it wasn’t you, you don’t need to do anything: nobody can sign in without this email. ${never(stop)}`,
  whyAccount:
    'You got this email because this address was typed into the sign-in form for readers. Opening a link changes nothing; only the buttons do.',

  answerSubject: (headline: string) => `A reply to your comment on “${headline}”`,
  furtherSubject: (headline: string) => `More replies below your comment on “${headline}”`,
  answersSubject: (count: number, site: string) =>
    counted(count, { one: `A reply to your comments at ${site}`, other: `# replies to your comments at ${site}` }),
  answersSubjectWaiting: 'Replies to your comments',
  answered: (name: string, headline: string) => `${name} replied to your comment on “${headline}”:`,
  wroteBelow: (name: string, headline: string) => `${name} wrote below your comment on “${headline}”:`,
  readAndAnswer: (read: string, answer: string) => `Read it on the site: ${read}\nReply: ${answer}`,
  moreAnswers: (count: number) =>
    counted(count, {
      one: 'There is 1 more reply under the same stories.',
      other: 'There are # more replies under the same stories.',
    }),
  whyAnswers: {
    'at once': 'You got this email because you asked to hear about replies to your comments as they come.',
    daily: 'You got this email because you asked to hear about replies to your comments once a day.',
    weekly: 'You got this email because you asked to hear about replies to your comments once a week.',
  },
  changeAnswers: (choices: string) => `To hear about them more or less often, or not at all: ${choices}`,
  /** What a mail program calls these. */
  listOfAnswers: 'Replies to your comments',
}
