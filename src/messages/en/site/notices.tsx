/** What the links in readers' emails open: which emails they get, confirming an address, and stopping all. */
import type { Child } from 'hono/jsx'

export const noticesMessages = {
  title: 'Emails to you',
  done: {
    confirmed: 'Your address is confirmed. We will email you about replies to your comment; choose here how often.',
    saved: 'Saved.',
    stopped: 'You will get no more emails about replies.',
  },
  noAddress:
    'We have no email address for you here. If you want to know about replies, tick “Tell me about replies by email” under your next comment.',
  lead: (site: string, address: string) =>
    `What ${site} emails to ${address} about replies to your comments. An email only ever quotes what a person has reviewed and readers can see.`,
  howOften: 'How often',
  rhythms: {
    daily: (time: string) => `Once a day, at ${time}`,
    weekly: (time: string) => `Once a week, on Monday at ${time}`,
    'at once': (_time: string) => 'As answers come',
    off: (_time: string) => 'Not at all',
  },
  save: 'Save',
  stopAll: 'Stop all these emails',
  stopAllHint: 'You can start them again here at any time.',
  none: 'We don’t email you about replies to any of your comments.',
  whichComments: 'About which of your comments',
  onStory: (story: Child) => <>On {story}</>,
  storyGone: 'On a story that is no longer on the site',
  since: (day: string) => `Since ${day}`,
  scopes: { answers: 'Answers to it', thread: 'Everything below it', none: 'Nothing' },

  confirmTitle: 'Shall we email you about replies?',
  asked: (address: Child) => <>Somebody wrote a comment and asked us to email {address} about replies to it.</>,
  askedOn: (headline: string, address: Child) => (
    <>
      Somebody wrote a comment on “{headline}” and asked us to email {address} about replies to it.
    </>
  ),
  becomesAccounts:
    'It also becomes your account’s address: anyone who can read its email can then sign in with a link.',
  otherAccounts: 'That address already has an account, which stays separate from the one you are signed in to.',
  confirm: 'That was me: email me',
  confirmHint: 'Once a day at most, and every email lets you stop.',
  notYou: 'That wasn’t you?',
  nothingToDo: 'Then there is nothing to do: unless you press the button above, you get no emails.',
  neverWrite: 'Never email this address again',

  stopTitle: (site: string) => `Emails from ${site}`,
  /** Before and after an address has been taken off. */
  stop: {
    title: 'Shall we stop emailing you?',
    what: 'This site will send no more emails that readers ask for to the address that got this link, whoever types it into a form. Only a hash of the address is kept, to recognise it.',
    button: 'Never email me again',
    undone: 'Emails can reach you again.',
  },
  stopped: {
    title: 'We don’t email you',
    what: 'This site sends no emails that readers ask for to the address that got this link. Only a hash of the address is kept, to recognise it.',
    button: 'Email me again',
    done: 'Done. Nobody can have an email sent to you from here.',
  },

  badLink: {
    title: 'Link not found',
    sentence: 'This address is incomplete. Open the link exactly as it was in the email.',
  },
  linkOver: {
    title: 'This link is no longer valid',
    sentence:
      'It has been used, is older than 24 hours, or is incomplete. If you pressed its button, all is done. If not, ask for a new one on your comment’s page.',
  },
}
