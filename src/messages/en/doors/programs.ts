/** Programs that act for people of the staff: what they may do, what is refused, and what the log keeps. */
import { listed, number } from '../../count.ts'

export const programMessages = {
  /** After "It can" and in the log. */
  scopes: {
    'stories:read': 'read drafts',
    'stories:write': 'write stories',
    'stories:publish': 'publish and unpublish stories',
    'comments:read': 'read comments waiting for review',
    'comments:moderate': 'review comments',
    'settings:read': 'read the settings and the list of staff',
  },

  needsName: 'Give the program a name of up to 80 characters.',
  needsScope: 'Choose at least one thing the program can do.',
  needsEnd: 'Choose when its access ends.',
  notYours: (what: string) => `You can’t ${what} yourself, so no program can do it in your name.`,

  logMade: (name: string, scopes: readonly string[]) => `Gave the program ${name} access: it can ${listed(scopes)}`,
  logRemoved: (name: string) => `Removed the access of the program ${name}`,

  // At its door.
  noToken:
    'This needs a token. Send it in the header “Authorization: Bearer courant_…”; an editor makes one in the settings, under Access for programs.',
  notAToken: 'The Authorization header holds no token of this site. It should read “Bearer courant_…”.',
  unknown:
    'This token is not known here, or its access was removed. Make a new one in the settings, under Access for programs.',
  ended: (day: string) =>
    `The access of this token ended on ${day}. Make a new one in the settings, under Access for programs.`,
  suspended: (name: string) => `${name}, who made this token, is suspended. Someone else has to make a new one.`,
  tooManyTokens:
    'Too many unknown tokens have come from your network. Check yours, and try again in a quarter of an hour.',
  tooManyActs: (most: number) => `A program can change ${number(most)} things a minute. Wait a minute, then go on.`,
  inAddress:
    'Never put a token into an address: addresses end up in logs. Remove this one in the settings, make another, and send it in the header “Authorization: Bearer courant_…”.',
  needsThatScope: (what: string) =>
    `This token can’t do that: it lacks the permission to ${what}. Make one that has it in the settings, under Access for programs.`,
  personMayNot: (name: string, what: string) =>
    `${name}, who made this token, can’t ${what}, so the token can’t either.`,
}
