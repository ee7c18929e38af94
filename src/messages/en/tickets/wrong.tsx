/** “Something wrong?”: the form below a story, and what became of what was sent. */
import type { Child } from 'hono/jsx'

export const wrongMessages = {
  /** Under each story. */
  link: 'Something wrong? Tell us',
  title: 'Something wrong?',
  lead: (story: Child) => (
    <>
      In {story}. An editor reads every message. Only the newsroom sees what you write; if we correct the story, the
      correction stands under its byline.
    </>
  ),
  quote: 'Which words?',
  quoteHint: 'Copy the sentence from the story.',
  passage: 'Or choose the passage',
  noPassage: 'The story as a whole',
  passages: { '@headline': 'Headline', '@standfirst': 'Standfirst', '@picture': 'Picture' } as Record<string, string>,
  /** A passage of the body in the list, by its first words. */
  named: (name: string, beginning: string) => `${name}: ${beginning}`,
  words: 'What is wrong?',
  wordsHint: 'And what would be right, if you know.',
  source: 'Where can we check it?',
  sourceHint: 'A web address, if there is one.',
  email: 'Email',
  emailHint: 'If you want the answer by email. We delete the address 30 days after answering.',
  emailHintFiles: 'If you want to be asked back. We delete the address 30 days after answering.',
  send: 'Send to the newsroom',
  sendHint: 'You get a page that shows the answer.',
  sendAgain: 'Check your message and send it once more: the form had been open too long, or was already used.',
  noStory: { title: 'Not on the site', sentence: 'This story is not on the site, so nothing in it can be corrected.' },
  noTicket: {
    title: 'Message not found',
    sentence: 'This address is incomplete. Open the link exactly as it was after you sent your message.',
  },

  yours: 'Your message to the newsroom',
  about: (story: Child, day: string) => (
    <>
      Received on {day}, about {story}.
    </>
  ),
  aStory: 'a story that is no longer on the site',
  states: {
    open: { title: 'Thank you', sentence: 'An editor will look at it. You will find the answer here.' },
    corrected: { title: 'Corrected', sentence: 'You were right, and we have corrected the story. Thank you.' },
    nothing: { title: 'Nothing to correct', sentence: 'An editor has looked at it and found nothing to correct.' },
    spam: { title: 'Closed', sentence: 'The newsroom has closed this without an answer.' },
  },
  correction: 'The correction',
  changed: 'See what changed',
  wordsMeant: 'The words you meant',
  whatYouWrote: 'What you wrote',
  yourSource: 'Where to check it',
  keepAddress: 'Keep this page’s address',
  onlyWayBack: 'It is the only way back to your message.',
  onlyWayBackBesideEmail: 'It is the only way back to your message, besides the email we send you.',
}
