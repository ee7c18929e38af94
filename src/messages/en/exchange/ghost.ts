/** What of a Ghost export is not taken. */

export const ghostMessages = {
  forMembers: (card: string) => `A card for members only (${card}).`,
  forEmails: (card: string) => `A card for emails or sign-ups only (${card}).`,
  unknownCard: (card: string) => `A card that Courant doesn’t know (${card}).`,
  behindWall: (words: string) => `What stood behind the paywall: “${words}”`,
  unreadableBody: 'Its body is in a form that Courant can’t read.',
  codeInjection: 'Code of its own for the top or bottom of the page.',
  canonical: (address: string) => `It says that it first appeared elsewhere: ${address}`,
  internalTag: 'Internal tags were never shown to readers.',
  notAStory: 'It is no story, and Courant has no place for it.',
  redirectByPattern: 'It leads on by a pattern. Add the addresses that matter by hand.',
}
