/** A version under embargo, and correcting what readers see now. */
import type { Child } from 'hono/jsx'

export const embargoPageMessages = {
  title: 'Embargo',
  newStory: 'New story',
  lead: 'The draft is kept as it is now, word for word, and nobody outside the newsroom sees it before its time. Then it goes live by itself.',
  unlikeSchedule:
    'A schedule publishes the draft as it is by then. An embargo publishes these words: what is written afterwards stays in the draft.',
  until: 'Under embargo until',
  put: 'Put under embargo',
  isRetracted:
    'This story is retracted. At its time its words go back on the site; the retraction stays among its corrections.',

  waits: (at: Child) => <>A version waits under embargo until {at}.</>,
  readersSeeNothing: 'Until then readers see nothing of this story.',
  readersSeeBefore: 'Until then readers see the version before it.',
  couldNot: (problem: string) => `It could not go live at its time: ${problem}`,
  frozen: (at: string, by: string | null) => `As it was on ${at}, put under embargo by ${by ?? 'the command line'}.`,
  willSay: (kind: string, cause: string) =>
    cause === '' ? `It will go live as: ${kind}.` : `It will go live as: ${kind}. Readers will be told: “${cause}”`,
  kinds: { update: 'update', typo: 'typo', correction: 'correction', retraction: 'retraction' },
  preview: 'Preview',
  correctLive: 'Correct what readers see now',
  moveTitle: 'Another time',
  move: 'Change the time',
  endTitle: 'End the embargo',
  lift: 'Publish it now',
  withdraw: 'Withdraw it',
  endHint: 'A version that is withdrawn never goes live. The draft keeps its words.',
  replaceTitle: 'The draft has changed since',
  replaceHint:
    'No reader has seen the version that waits, so it can be replaced without a notice. The time stays the same.',
  replace: 'Replace it with the draft as it is now',
  open: 'Put this story under embargo',
  openWaiting: 'See it, move it, lift it or withdraw it',
  underEmbargo: (at: string) => `under embargo until ${at}`,
  saveAndEmbargo: 'Save, then embargo…',
  savesDraft: 'What you save here is the draft: the version under embargo stays as it is.',
  withdrawn: (headline: string) => `Withdrawn: ${headline}`,
  replaced: (headline: string) => `Replaced: ${headline}`,
  never: (at: string) => `${at}. No reader has seen it.`,
}
