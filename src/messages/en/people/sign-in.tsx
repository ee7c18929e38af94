/** The newsroom's door: signing in and out. */
import type { Child } from 'hono/jsx'

export const signInMessages = {
  title: 'Sign in',
  newsroom: 'Newsroom',
  signedOut: 'You are signed out',
  kept: (below: Child) => (
    <>Nothing has been saved, and nothing is lost: what you wrote is {below}. Sign in here to go on with it.</>
  ),
  below: 'below',
  withPasskey: 'Sign in with a passkey',
  name: 'Name',
  nameHint: 'Your email address, or the sign-in name you chose.',
  password: 'Password',
  signIn: 'Sign in',
  byLink: 'Sign-in link',
  linkHint:
    'Open your sign-in link. The first editor’s link was printed when Courant was started; editors make links for colleagues under People. A link also gets you back in if you lose your password, device or codes.',
  linkKept: 'Open it in another tab of this browser, then come back to this page and send what you wrote from below.',
  noEditor: (command: Child) => (
    <>No editor to ask? Run {command} in the folder where Courant runs, and open the link it prints.</>
  ),
  written: 'What you wrote',
  sendAgain: 'I’ve signed in: send it again',
  back: 'Back to the site',

  code: 'Your code',
  digits: 'The six digits your device shows now',
  digitsHint: 'If you’ve lost the device, use a recovery code.',
  writtenIsKept: 'What you wrote is kept.',
  startAgain: 'Start again',

  welcome: (name: string) => `Welcome, ${name}`,
  once: 'This link works once. It signs you in on this browser for 30 days.',

  linkOver:
    'This link is incomplete, has been used or is older than 24 hours. Ask an editor for a new one, or run "courant sign-in" where Courant runs.',
  suspended: 'You can’t sign in any more. Ask someone who can change settings.',
  noPasskeysHere: 'No passkeys here',
  signedIn: 'You are signed in',
  notSentYet: 'What you wrote has not been sent yet. Check it, then send it.',
  sendNow: 'Send now',
  tooLong:
    'You were signed out, so nothing was saved, and this is too long to keep while you sign in. Go back: what you wrote is still in the form. Sign in in another tab, then send it again.',
}
