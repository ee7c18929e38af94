/** Looking at comments of a Coral site. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const coralMessages = {
  title: 'Coral',
  lead: 'If readers comment on another site of yours with Coral, Courant can look at each of those comments as it comes in: for spam, insults, threats and private details, and by your own rules. What it finds is held for your moderators there. Courant keeps nothing of the comments but how many there were.',
  off: 'Switched off.',
  on: (since: Child, looked: number, held: number) => (
    <>
      Switched on since {since}. {counted(looked, { one: '1 comment', other: '# comments' })} looked at, {number(held)}{' '}
      held.
    </>
  ),
  last: (at: Child) => <>The last one came {at}.</>,

  inCoral: 'In Coral',
  steps: (address: Child) => [
    <>Open Configure → Moderation phases in Coral, and add an external moderation phase.</>,
    <>Its callback address is {address}. Choose plain text as the format, and a timeout of 2,000 ms.</>,
    <>Copy the signing secret that Coral shows, and paste it here.</>,
  ],
  secret: 'Coral’s signing secret',
  secretHint: 'It is never shown here. To change it, paste the new one.',
  switchOn: 'Switch on',
  change: 'Change the secret',
  switchOff: 'Switch off',
  offHint: 'Remove the phase in Coral first. The secret and the counts are deleted here.',
  saved: 'Saved. Write a comment on the other site to try it.',
  switchedOff: 'Switched off.',
  noSecret: 'Paste the whole signing secret as Coral shows it.',

  logOn: 'Began to look at comments of a Coral site',
  logSecret: 'Changed the secret of the Coral site',
  logOff: 'Stopped looking at comments of a Coral site',

  notOn: 'Nothing is here for Coral. Switch it on in Courant’s settings first.',
  notSigned: 'The signature is missing or wrong. Check that the secret in Courant’s settings is the phase’s in Coral.',
  tooLarge: 'That is larger than any comment.',
  notAsked: 'Send Coral’s JSON for external moderation: an object with comment.body.',
}
