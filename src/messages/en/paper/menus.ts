/** What the program says of menus: what can't be kept, and the log. */
import { number } from '../../count.ts'

const where = { head: 'top', foot: 'bottom' }

export const menuMessages = {
  noLabel: 'Write the text of the link.',
  labelTooLong: (most: number) => `Keep the text to ${number(most)} characters.`,
  noAddress: 'Write the address that this link leads to.',
  addressTooLong: (most: number) => `Keep the address to ${number(most)} characters.`,
  badAddress: 'Give the full address, such as https://example.org, or a path of this site, such as /archive.',
  badMail: 'Give an email address after “mailto:”, such as mailto:desk@example.org.',
  alreadyThere: 'That is in this menu already.',
  full: (most: number) => `A menu has room for ${number(most)} lines. Remove one first.`,
  lineGone: 'That line is no longer in this menu. Someone else may have removed it.',
  nothingThere: 'What you chose is no longer there. Choose something else.',

  logChanged: (menu: 'head' | 'foot', did: string) => `Menu at the ${where[menu]}: ${did}`,
  logAdded: (says: string) => `added “${says}”`,
  logMoved: (says: string) => `moved “${says}”`,
  logRenamed: (before: string, now: string) => `renamed “${before}” to “${now}”`,
  logTakenOut: (says: string) => `removed “${says}”`,
  logFilled: 'lets it fill itself',
}
