/** The staff: what they may do, how they sign in, and what the log keeps of it. */
import { counted, listed } from '../../count.ts'

export const staffMessages = {
  /** After "They can". */
  switches: {
    write: 'write stories',
    'edit others': 'edit colleagues’ stories',
    publish: 'publish and unpublish stories',
    moderate: 'review comments',
    settings: 'manage settings and people',
  },
  /** After "Signed in with". */
  ways: {
    link: 'a sign-in link',
    password: 'a password',
    'password and code': 'a password and code',
    'password and recovery code': 'a password and recovery code',
    passkey: 'a passkey',
  },

  /** What the first of the staff is called until they say their name. */
  firstEditor: 'Editor',
  needsName: 'Enter a name of up to 80 characters.',
  badAddress: (typed: string) => `“${typed}” is not an email address. Correct it, or leave the field empty.`,
  needsSwitch: 'Choose at least one thing this person can do.',
  alreadyHere: (address: string) => `Someone with the address ${address} is already here.`,
  nobodyLeft: 'At least one person must be able to change settings. Give someone else that permission first.',
  noSuchPerson: 'There is no such person.',
  leaveOne: 'Leave at least one permission. To keep someone out, suspend them.',

  wrongPassword: 'That name and password don’t match. Check both, or use a sign-in link.',
  tooManyAttempts:
    'Too many attempts in the last quarter of an hour. Wait a little, or use a passkey or a sign-in link.',
  wrongCode: 'That code isn’t right, or was used before. Wait for the next one, or use a recovery code.',
  tookTooLong: 'That took longer than ten minutes. Sign in again.',
  needsSignInName: 'Enter a sign-in name of up to 254 characters.',
  signInNameTaken: 'Someone else uses that sign-in name. Choose another.',

  logAdded: (name: string, permissions: readonly string[]) => `Added ${name}, who can ${listed(permissions)}`,
  logRenamed: (before: string, name: string) => `Changed the name ${before} to ${name}`,
  logMail: (name: string, address: string | null) =>
    address === null ? `Removed the email address of ${name}` : `Changed the email address of ${name} to ${address}`,
  logSuspended: (name: string) => `Suspended ${name}`,
  logLetIn: (name: string) => `Let ${name} sign in again`,
  logSwitches: (name: string, given: readonly string[], taken: readonly string[]) => {
    if (taken.length === 0) return `Gave ${name} permission to ${listed(given)}`
    if (given.length === 0) return `Withdrew ${name}’s permission to ${listed(taken)}`
    return `Gave ${name} permission to ${listed(given)}, and withdrew permission to ${listed(taken)}`
  },
  logLink: (name: string) => `Made a sign-in link for ${name}`,
  logSignedIn: (way: string, device: string) =>
    device === '' ? `Signed in with ${way}` : `Signed in with ${way} (${device})`,
  logConfirmed: (way: string) => `Confirmed who they are with ${way}`,
  logWrongPassword: 'Failed to sign in: wrong password',
  logWrongCode: 'Failed to sign in: wrong code',
  logSignedOut: 'Signed out',
  logEnded: (device: string) =>
    device === '' ? 'Ended one of their sessions' : `Ended one of their sessions (${device})`,
  logEndedOthers: (count: number) => counted(count, { one: 'Ended 1 other session', other: 'Ended # other sessions' }),
  logPasswordSet: 'Set a password',
  logPasswordRemoved: 'Removed their password',
  logCodesOn: 'Turned two-factor codes on',
  logCodesOff: 'Turned two-factor codes off',
  logRecoveryCodes: 'Made new recovery codes',
}
