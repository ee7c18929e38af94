/** Staff's own accounts: password, two-factor codes, passkeys, sessions; and confirming who one is. */
import type { Child } from 'hono/jsx'
import { counted, listed } from '../../count.ts'

export const accountMessages = {
  title: 'Your account',
  youCan: (permissions: readonly string[]) => `You can ${listed(permissions)}.`,
  nameAndEmail: 'Name and email',
  emailUse: 'Courant emails you here what you asked to hear of, and nothing else.',
  emailUnused: 'No mail server is set up, so nothing is emailed yet.',
  saveYou: 'Save name and email',
  youSaved: 'Saved.',
  pictureSaved: 'Your picture is saved.',
  pictureRemoved: 'Your picture is removed.',
  emails: 'Emails to you',
  cancel: 'Cancel',

  password: 'Password',
  passwordSet: (at: string, name: Child) => (
    <>
      Set on {at}. You sign in as {name}.
    </>
  ),
  noPassword: 'You have no password. You sign in with a sign-in link or a passkey.',
  signInName: 'Sign-in name',
  newPassword: 'New password',
  newPasswordHint: 'At least 12 characters. A few words that don’t belong together.',
  changePassword: 'Change password and sign out everywhere else',
  setPassword: 'Set password',
  removePassword: 'Remove password',
  isSet: 'Your password is set. All your other sessions have ended.',
  isRemoved: 'Your password is removed. Sign in with a sign-in link or a passkey.',

  codes: 'Two-factor codes',
  codesOn: (at: string, left: number) =>
    `On since ${at}. ${counted(left, { one: '1 recovery code left of 10.', other: '# recovery codes left of 10.' })}`,
  newRecoveryCodes: 'Make new recovery codes',
  turnOff: 'Turn codes off',
  codesOff:
    'Two-factor codes protect you if someone learns your password: signing in then also takes the six digits from an authenticator app on your phone.',
  setUp: 'Set up codes',
  passwordFirst: 'Set a password first. Sign-in links and passkeys need no codes.',
  noPasswordYet: 'Set a password first: codes are asked for together with it.',
  areOff: 'Two-factor codes are off.',
  wrongCode:
    'That code isn’t right. Wait for the next one and type it in. If it keeps happening, check your phone’s clock.',
  scan: 'Scan this with an authenticator app on your phone.',
  qr: 'QR code with the key below',
  typeIt: (key: Child) => <>No camera? Type in this key: {key}</>,
  firstCode: 'The six digits the app shows now',
  turnOn: 'Turn codes on',
  recovery: 'Your recovery codes',
  recoveryHint:
    'If you lose your phone, use one of these instead of a code. Each works once. They are shown only now: print them or write them down.',
  haveThem: 'I’ve saved them',

  passkeys: 'Passkeys',
  passkeysHint:
    'Sign in with your device’s fingerprint, face or PIN instead of a password. A passkey can’t be phished: there is nothing to type.',
  noneYet: 'None yet.',
  used: (since: string, last: string) => `Added ${since}, last used ${last}`,
  notUsed: (since: string) => `Added ${since}, not used yet`,
  remove: 'Remove',
  addPasskey: 'Add a passkey',
  passkeyName: 'Name for it',
  passkeyNameHint: 'For example “my phone”.',
  needsJavaScript: 'Adding a passkey needs JavaScript.',
  noPasskeysHere: 'No passkeys here',
  isAdded: 'Passkey added. You can sign in with it from now on.',
  isGone: 'Passkey removed.',
  device: 'A device',
  logAdded: (name: string) => `Added the passkey “${name}”`,
  logRemoved: (name: string) => `Removed the passkey “${name}”`,

  sessions: 'Where you are signed in',
  unknownDevice: 'Unknown device',
  thisBrowser: 'This browser',
  signedIn: (way: string, at: Child, seen: string) => (
    <>
      Signed in with {way}, {at}. Last seen {seen}.
    </>
  ),
  end: 'Sign out',
  endOthers: 'Sign out everywhere else',
  ended: 'Session ended.',
  othersEnded: 'All your other sessions have ended.',

  confirm: 'Confirm it’s you',
  confirmNeeded: 'Confirm it’s you first: you signed in more than an hour ago.',
  confirmWhy:
    'You signed in more than an hour ago. To change passwords, codes, passkeys or staff, confirm that it’s really you.',
  keptHere: 'What you typed is kept here.',
  usePasskey: 'Use a passkey',
  yourPassword: 'Your password',
  code: 'The six digits your device shows now',
  orRecoveryCode: 'Or a recovery code.',
  confirmed: 'Thank you. For the next hour you can change passwords, codes, passkeys and staff.',
  neither: (command: Child) => (
    <>
      You have neither a password nor a passkey yet. Ask a colleague who can manage people for a new sign-in link, or
      run {command} in the folder where Courant runs. Open the link in this browser, then set a password.
    </>
  ),
  lostAll: 'Lost them all? Sign in with a new sign-in link instead.',
  notYours: 'That passkey is someone else’s. Use one of yours.',
  notYourPassword: 'Use your own password.',
  goOn: 'Continue',
  thanks: 'Thank you',
  notDoneYet: 'What you were about to do has not been done yet.',
  doItNow: 'Do it now',
}
