/** The site's settings: their labels and hints, what they are at first, what is refused, and the log. */
import { listed } from '../../count.ts'

export const siteSettingsMessages = {
  name: 'Name of the site',
  nameAtFirst: 'The Courant',
  nameTooLong: 'Keep the name to 80 characters.',
  noName: 'Give the site a name.',
  tagline: 'Tagline',
  taglineAtFirst: 'News with its sources, and a discussion that is read before it is shown',
  taglineTooLong: 'Keep the tagline to 160 characters.',
  language: 'Language',
  languageHint: 'A code such as en, de or ar.',
  notALanguage: 'Give the language as a code such as en, de or ar.',
  timeZone: 'Time zone',
  timeZoneHint: 'A name such as Europe/Berlin.',
  notATimeZone: 'Give the time zone as a name such as Europe/Berlin or UTC.',
  houseRule: 'House rules in brief',
  houseRuleHint: 'Shown above every comment form.',
  houseRuleAtFirst: 'Write as you would speak to a neighbour. A person reads every comment before it appears.',
  houseRuleTooLong: 'Keep the house rules to 2,000 characters.',
  contact: 'How readers can reach you',
  contactHint: 'For example an email address. Shown in the house rules and to people who are banned.',
  contactTooLong: 'Keep how readers can reach you to 200 characters.',
  commentsOpen: 'Open comments on new stories',
  whoSaysSo: 'Show “Who says so” under new stories',
  secondPerson: 'A second person publishes',
  secondPersonHint: 'Nobody publishes words that only they have read: a colleague checks them or publishes them.',

  logChanged: (settings: readonly string[]) => `Changed settings: ${listed(settings)}`,
  logUnchanged: 'Saved the settings without changes',
}
