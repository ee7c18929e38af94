/** The first hour: what a new newsroom sets up, and signing out of one’s only way in. */
import type { Child } from 'hono/jsx'

export const startMessages = {
  title: 'Set up your newsroom',
  lead: 'Five steps, in any order. Leave out what you don’t need yet: all of it is also under Settings, People and Your account.',
  progress: (done: number, of: number) => `${done} of ${of} done`,
  stepDone: 'done',

  you: 'Who you are',
  youHint: 'Colleagues see your name beside what you write and decide.',
  save: 'Save',

  way: 'Your way back in',
  wayHint:
    'The link you came by works once. Set a password or add a passkey now, so that you can sign in again on any device.',
  hasPassword: 'You have a password.',
  hasPasskey: 'You have a passkey.',
  hasBoth: 'You have a password and a passkey.',

  paper: 'Your paper',
  logo: 'Logo (optional)',
  logoHint: 'PNG, JPEG or WebP; it stands in place of the name. Colour and typefaces are under Look.',
  hasLogo: 'There is a logo.',
  look: 'Look',
  timeZoneHint: 'Begin to type your city.',

  stories: 'Your first story',
  paste: 'Paste a page you have',
  write: 'Write a story',
  moveIn: (page: Child) => <>Is your paper somewhere else now? {page}, with all its stories and comments.</>,
  moveInLink: 'Move it in',
  sample: (headline: Child) => <>The story {headline} came with Courant, to show what a page looks like.</>,
  takeSample: 'Remove the sample story',
  noSample: 'The sample story is gone.',

  invite: 'Your colleagues',
  inviteHint: 'Each gets a sign-in link of their own. On your own? Leave this out.',
  inviteNoMail: 'No mail server is set up: you will be shown the link, to send yourself.',
  colleagues: (names: readonly string[]) => names.join(', '),

  finish: 'Finish',
  finishHint: 'You won’t be reminded of this page again.',
  reminder: (page: Child, done: number, of: number) => (
    <>
      {page}: {done} of {of} steps done.
    </>
  ),
  noWayBack: (account: Child) => <>You came in by a link that works once. To come back, {account}.</>,
  setOne: 'set a password or add a passkey',

  outTitle: 'Before you sign out',
  outWhy: 'You have no password and no passkey. Once you sign out, only a new sign-in link lets you back in.',
  outHow: (command: Child) => (
    <>You get one from a colleague who manages people, or by running {command} in the folder where Courant runs.</>
  ),
  outSetFirst: 'Set a password first',
  outAnyway: 'Sign out anyway',
}
