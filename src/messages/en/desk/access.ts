/** Passwords, passkeys and devices at the door, of staff and readers alike. */
import { number } from '../../count.ts'

export const accessMessages = {
  unknownBrowser: 'Unknown browser',
  browserOn: (browser: string | undefined, system: string) => `${browser ?? 'Browser'} on ${system}`,

  tooManyAccounts:
    'Many accounts have been made from your network today. Make yours tomorrow, or sign in by email link; you can comment without one.',

  passkeyFailed: 'Your device’s answer could not be used. Try again, or sign in another way.',
  tooManyPasskeys: (most: number) => `You already have ${number(most)} passkeys. Remove one first.`,
  passkeyIsHere: 'This device’s passkey is already here.',
  device: 'A device',
  unknownPasskey: 'That passkey is not known here, or no longer. Use another, or sign in another way.',

  tooShort: (least: number, length: number) =>
    `Use at least ${number(least)} characters; this has ${number(length)}. Three or four words that have nothing to do with each other will do.`,
  tooLong: (most: number) => `Use no more than ${number(most)} characters.`,
  tooFew: 'It has too few different characters. Use other words.',
  repeated: 'It says the same thing over and over. Use other words.',
  neighbours: 'It is mostly a run of neighbouring keys. Use other words.',
  common: 'Too many people use that one. Use other words.',
  ownName: 'It is made of a name that others know. Use other words.',
}
