/** Correcting what readers see now, from their words and not from the draft's. */
import type { Child } from 'hono/jsx'
import { counted } from '../../count.ts'

const places = (count: number) => counted(count, { one: 'one place', other: '# places' })

export const correctLiveMessages = {
  title: 'Correct what readers see now',
  hint: 'These are the words that readers have, not the draft’s. Where the draft has the same words, they are corrected with these.',
  hintHeld: (until: string) =>
    `These are the words that readers have. Nothing here is under embargo. Where the draft, and the version that waits until ${until}, have the same words, they are corrected with these. A retraction withdraws the version that waits.`,
  publish: 'Publish the correction',
  theirs: 'What readers see by now, compared with your text',

  published: (story: Child) => <>Published: readers see it {story}.</>,
  onTheSite: 'on the site',
  draft: 'the draft',
  waiting: 'the version under embargo',
  draftMended: 'The draft says the same now.',
  draftDiffers: (where: Child, count: number) => (
    <>
      In {where}, {places(count)} had other words already, so nothing was changed there. Mend it by hand where it needs
      the correction:
    </>
  ),
  waitingMended: 'The version under embargo says the same now.',
  waitingDiffers: (where: Child, count: number) => (
    <>
      In {where}, {places(count)} had other words already, so nothing was changed there. Where it needs the correction,
      mend the draft and replace the version that waits:
    </>
  ),
}
