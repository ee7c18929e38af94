/** Settings of the site, and what every form says that two people saved at once. */
import { listed } from '../../count.ts'

export const settingsMessages = {
  title: 'Settings',
  onlyOnePublishes: (name: string) =>
    `Only ${name} may publish. Words that ${name} wrote can’t go out until somebody else may publish, too: give a colleague the permission under People.`,
  saved: 'Saved. The whole site shows it now.',
  save: 'Save',
  /** The pages of the settings. */
  site: 'Site',
  look: 'Look',
  emails: 'Emails',
  adverts: 'Sponsor and ads',
  moveIn: 'Move in',
  oldAddresses: 'Old addresses',
  programs: 'Access for programs',
  embedding: 'Other sites',
  webhooks: 'Webhooks',
  work: 'Background work',

  changedMeanwhile: (fields: readonly string[]) =>
    `Someone else changed ${listed(fields.map((field) => `“${field}”`))} while you had this page open, so nothing was saved. Their version is shown next to yours; save again to replace it with yours.`,
  theirs: 'Saved meanwhile by someone else:',
  emptied: '(empty)',
}
