/** A reader's own account: the way into it, their comments, passkeys and sessions, and links that came by email. */
import type { Child } from 'hono/jsx'

export const readerAccountMessages = {
  title: 'Your account',
  signedOut: 'You are signed out',
  linkAsked: 'If that address can get email from us, a sign-in link will arrive there soon. It works for 24 hours.',
  optional:
    'An account is optional: you can comment without one. It keeps all your comments in one place, on every device, and lets you download or erase your data.',
  signInWithPasskey: 'Sign in with a passkey',
  byEmail: 'Sign in by email link',
  yourEmail: 'Your email address',
  firstLink: 'Your first link creates the account.',
  sendLink: 'Send me a link',
  noEmailHere: 'This site can’t send email yet, so nobody can open an account here for now.',
  withoutEmail: 'Without an email address',
  makeAccount: 'Make an account with a passkey',
  yourName: 'Your name',
  nameHint: 'Shown above your comments.',

  welcome: 'Welcome',
  since: (email: string | null, at: string) => `${email ?? 'No email address'}, since ${at}`,
  yourComments: 'Your comments',
  noComments: 'No comments yet. Comments you send while signed in are listed here, with what became of them.',
  earlier: 'Earlier comments',
  emailChoices: 'Email choices',
  name: 'Name',
  nameKept: 'Earlier comments keep the name you sent them under.',
  saveName: 'Save name',
  addressAsked:
    'If that address can get email from us, a link will arrive there soon. Open it in this browser to add the address to your account.',
  whyAddress: 'Without one we can’t tell you about replies, and your passkeys are the only way to sign in.',
  email: 'Email address',
  confirmHint: 'We send a link to confirm that it is yours.',
  addEmail: 'Add address',
  passkeys: 'Passkeys',
  noPasskeys: 'No passkeys. You sign in by email link.',
  remove: 'Remove',
  addPasskey: 'Add a passkey',
  passkeyName: 'What to call it',
  passkeyNameHint: 'For example “my phone”.',
  sessions: 'Where you are signed in',
  sessionSince: (device: Child, at: Child) => (
    <>
      {device}, since {at}
    </>
  ),
  thisBrowser: 'This browser',
  signOut: 'Sign out',
  signOutOthers: 'Sign out everywhere else',
  /** What a button acts on, for those who hear it and don't see what it stands beside. */
  of: (what: string) => `: ${what}`,
  yourData: 'Your data',
  downloadAll: 'Download everything we keep about you',
  asFile: (download: Child) => <>{download} (a JSON file)</>,
  erase: 'Erase your data',

  /** What was just done. */
  done: {
    name: 'Name saved.',
    passkey: 'Passkey added. You can sign in with it from now on.',
    mail: 'Email address added. You can sign in with a link sent to it from now on.',
    'no-passkey': 'Passkey removed.',
    ended: 'Signed out there.',
  },
  passkeysNotHere: 'Passkeys don’t work at this address. Sign in by email link.',
  justErased: 'This account has just been erased. You can make another, or comment without one.',
  linkOver: 'This link has been used, is older than 24 hours, or is incomplete. Ask for a new one.',
  /** What a device shows for a passkey of somebody without name or address, and what the first one is called. */
  reader: 'Reader',
  myDevice: 'my device',

  signIn: 'Sign in',
  linkWorksOnce: 'This link works once. It signs this browser in to your account for 90 days.',
  isItYours: 'Is this your address?',
  addressTaken: 'This address already has an account',
  linkIsFor: (name: Child, address: Child) => (
    <>
      You are signed in as {name}, to an account without an email address. The link is for {address}.
    </>
  ),
  linkIsForOther: (name: Child, address: Child) => (
    <>
      You are signed in as {name}, to an account without an email address. The link is for {address}, which has an
      account of its own. The two can’t be joined.
    </>
  ),
  onlyIfYours:
    'Once it is added, anyone who can read email sent to that address can sign in to this account. Don’t add an address that isn’t yours.',
  addToMine: 'Add it to my account',
  signInThereInstead: 'You can sign in to that account instead. This browser is then signed out of this one.',
  keepSeparateInstead:
    'Or keep the two separate: this browser is then signed out of this account, and in to one for that address alone.',
  signInThere: 'Sign in there',
  keepSeparate: 'Keep them separate',
}
