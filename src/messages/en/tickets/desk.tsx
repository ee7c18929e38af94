/** Errors that readers reported, in the newsroom. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const ticketDeskMessages = {
  title: 'Reported errors',
  titleOf: (count: number) => `Reported errors (${number(count)})`,
  lead: 'What readers say is wrong in our stories, the oldest first. Only the newsroom sees their words.',
  theFirst: (count: number) => `The first ${number(count)} are shown.`,
  none: 'No errors are reported',
  noneHint: 'Each story has a link at its end by which readers can tell us what is wrong.',
  answered: 'Answered',
  allOpen: 'Open',
  openFor: (time: string) => `open for ${time}`,
  openJust: 'came in just now',
  readers: (count: number) => counted(count, { one: '1 reader', other: '# readers' }),
  asItWas: (version: number) => `In version ${number(version)}, as the reader had it`,
  asItIs: 'As it stands now',
  unchanged: 'It still reads like that.',
  changed: 'These words are not in it any more.',
  gone: 'This passage is no longer in the story.',
  offSite: 'The story is not on the site.',
  wholeStory: 'About the story as a whole.',
  notFound: 'The reader copied words that we did not find in the story:',
  source: 'Source',
  correctedSince: (when: Child) => <>Corrected since, {when}:</>,
  changedSince: (when: Child) => <>This passage was changed {when}.</>,
  versions: 'Versions',

  note: 'Your sentence to the reader',
  noteHint: 'Required if there is nothing to correct.',
  correct: 'Correct the story',
  thank: 'Thank you, we have corrected it',
  nothing: 'Nothing to correct',
  spam: 'Spam, no answer',

  done: {
    corrected: 'Answered: corrected.',
    nothing: 'Answered: nothing to correct.',
    spam: 'Marked as spam.',
  },
  reopen: 'Reopen',
  reopened: 'It is open again.',
  notReopened: 'It was open already.',
  noAnswered: 'Nothing has been answered yet.',
  kinds: { corrected: 'Corrected', nothing: 'Nothing to correct', spam: 'Spam' },
  answeredBy: (name: Child, when: Child) => (
    <>
      {name}, {when}
    </>
  ),

  /** In a story's form. */
  inForm: 'Reported by readers',
  inFormHint: 'Tick what this change puts right: it is answered when you publish, and the readers are thanked.',
  inFormMore: (all: Child) => <>More under {all}.</>,
}
