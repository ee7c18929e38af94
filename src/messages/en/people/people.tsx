/** People: the staff, what they may do, and their sign-in links. */
import type { Child } from 'hono/jsx'
import { listed } from '../../count.ts'

export const peopleMessages = {
  title: 'People',
  newLink: (name: string) => `Sign-in link for ${name}`,
  newLinkHint: 'It works once, within 24 hours, and is shown only here. Send it to them yourself.',
  alsoEmailed: (address: string, emails: Child) => (
    <>
      We’re also emailing a link to {address}; {emails} shows whether it was sent.
    </>
  ),
  emails: 'Emails',
  notEmailed: (address: string, noServer: Child) => (
    <>
      Nothing is emailed to {address}, because {noServer}.
    </>
  ),
  noServer: 'no mail server is set up',

  suspended: 'Suspended: can’t sign in',
  may: (permissions: readonly string[]) => `Can ${listed(permissions)}`,
  activity: 'Activity',
  changeDetails: 'Change name, email or picture',
  picture: 'Picture',
  pictureHint: 'Colleagues see it beside the name.',
  savePicture: 'Save the picture',
  removePicture: 'Remove the picture',
  noPictureFile: 'Choose a picture first.',
  logPicture: 'Changed a picture of the staff',
  logNoPicture: 'Removed a picture of the staff',
  changePermissions: 'Change permissions',
  save: 'Save',
  letInAgain: 'Let in again',
  anotherLink: 'New sign-in link',
  suspend: 'Suspend',

  add: 'Add someone',
  name: 'Name',
  email: 'Email (optional)',
  permissions: 'They can',
  addAndLink: 'Add and make a sign-in link',
  cannotSignIn: 'That person can’t sign in. If they are suspended, let them in again first.',
}
