/** The settings' pages of webhooks. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const webhooksPageMessages = {
  title: 'Webhooks',
  lead: 'A webhook tells another server what happens here, the moment it happens: a newsletter, a chat, an app of your own. Readers’ words are sent only once they are approved.',
  all: (count: number) => counted(count, { one: '1 webhook', other: '# webhooks' }),
  none: 'No webhooks yet.',

  add: 'Add a webhook',
  address: 'Address',
  addressHint: 'Where the messages go. It begins with https://.',
  tellOf: 'Tell it when',
  addIt: 'Add',

  on: 'On',
  onSince: (at: Child) => <>On. Nothing has got there since {at}; it will be tried again.</>,
  offByPerson: (at: Child) => <>Switched off on {at}.</>,
  offFailing: (at: Child) => (
    <>
      Switched off by itself on {at}: nothing had got there for five days. Ask whoever runs that server, then switch it
      on again.
    </>
  ),
  offGone: (at: Child) => <>Switched off by itself on {at}: that server said it wants no more messages (410).</>,

  back: 'All webhooks',
  secret: 'Secret',
  secretOnce:
    'Copy this secret to the server now. It is shown only once. With it the server can tell that a message comes from you.',
  secretShown:
    'The secret was shown when it was made, and can’t be shown again. If it is lost, or somebody else has seen it, make a new one. For a day messages are signed with both.',
  newSecret: 'Make a new secret',
  events: 'What it is told of',
  save: 'Save',
  switchOff: 'Switch off',
  switchOn: 'Switch on',
  remove: 'Remove',
  removeHint: 'Its secret and the list below go with it.',
  saved: 'Saved.',
  switchedOn: 'Switched on. What happened in the meantime is not sent.',
  switchedOff: 'Switched off.',
  removed: 'Removed.',
  again: 'It is being sent again.',
  tested: 'A test is on its way. What became of it stands below in a moment.',
  test: 'Send a test',

  log: 'Last messages',
  logHint: (most: number) =>
    `The newest ${number(most)}. What fails is tried again for a day, less often each time. Messages are kept for 30 days.`,
  nothingYet: 'Nothing has happened yet that it is told of.',
  endings: {
    sent: 'Arrived',
    failed: 'Given up',
    silent: 'Not sent: readers no longer see it',
  },
  waits: 'Waiting to be sent',
  nextTry: (at: Child) => <>Failed; next try {at}</>,
  soon: 'in a moment',
  answered: (at: Child, status: number, took: number) => (
    <>
      {at}: answered {status} after {number(took)} ms
    </>
  ),
  unanswered: (at: Child, why: string) => (
    <>
      {at}: {why}
    </>
  ),
  faults: {
    'not public': 'that address is not public',
    'no answer': 'no answer within ten seconds, or no connection',
  },
  earlierTries: (count: number) => counted(count, { one: 'and 1 earlier try', other: 'and # earlier tries' }),
  sendAgain: 'Send again',
  unknownEvent: (event: string) => event,
}
