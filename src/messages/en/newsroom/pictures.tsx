/** The picture library of the newsroom. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const libraryMessages = {
  title: 'Pictures',
  upload: 'Upload pictures',
  choose: 'Choose pictures',
  chooseHint: 'JPEG, PNG, WebP, AVIF or GIF, up to 40 MB each. You can also drop or paste them on this page.',
  camera: 'Take a photo',
  uploadButton: 'Upload',
  notSent: 'could not be sent. Try again.',
  added: (count: number) => counted(count, { one: 'Picture added.', other: '# pictures added.' }),
  wereThere: (count: number) =>
    counted(count, {
      one: 'One picture was in the library already.',
      other: '# pictures were in the library already.',
    }),
  notAdded: (name: string, why: string) => `${name}: ${why}`,
  noFile: 'Choose at least one picture.',

  fetch: 'Fetch from the web',
  fetchAddress: 'Picture address',
  fetchHint: 'The picture is copied into the library. Make sure you may use it.',
  fetchButton: 'Fetch',

  search: 'Search',
  searchHint: 'Words from the caption, credit, place or file name; a date such as May 2026',
  from: 'From',
  to: 'To',
  datesHint: 'Day taken or uploaded',
  credits: 'Credit',
  anyCredit: 'All credits',
  creditWith: (credit: string, count: number) => `${credit} (${number(count)})`,
  daysTurned: 'The first day comes after the last. Swap them.',
  showAll: 'Show all pictures',
  unused: 'Only unused',
  find: 'Search',
  total: (count: number) => counted(count, { one: '1 picture', other: '# pictures' }),
  found: (shown: number, more: boolean) =>
    more
      ? `The newest ${number(shown)} that match`
      : counted(shown, { one: '1 picture matches', other: '# pictures match' }),
  none: 'No pictures yet. Upload the first one above.',
  noneFound: 'No pictures found.',
  older: 'Older pictures',
  noCaption: '(no caption)',

  renameCredit: 'Change this credit everywhere',
  renameTo: 'New credit',
  renameHint: 'Every picture with this credit gets the new one, in every story.',
  rename: 'Change',
  creditRenamed: (count: number) => counted(count, { one: 'Changed on 1 picture.', other: 'Changed on # pictures.' }),
  creditEmpty: 'Write the new credit.',

  preparation: {
    'going on': 'Being prepared: smaller sizes are on their way.',
    failed: 'Some sizes could not be made. Upload the picture again with “Replace”.',
  },
  beingPrepared: 'Being prepared',
  notPrepared: 'Not all sizes',

  details: 'Details',
  saved: 'Saved.',
  caption: 'Caption',
  credit: 'Credit',
  creditHint: 'Photographer, agency. Shown beside the picture wherever it is used.',
  rights: 'Rights',
  place: 'Place',
  taken: 'Taken',
  takenHint: 'Day or time, as 2026-05-31',
  save: 'Save',
  badDay: 'Give the day as 2026-05-31, or leave it empty.',

  focus: 'Focal point',
  focusHint: 'Click what must stay in view where the picture is cropped, or move the sliders.',
  across: 'From left to right',
  down: 'From top to bottom',
  focusSet: 'Set the focal point',
  crops: 'Crops',
  crop: (place: string) => `As it is cropped: ${place}`,
  shapes: {
    card: 'Front page and sections (3:2)',
    small: 'Related stories (4:3)',
    square: 'Portraits (1:1)',
  },
  uncropped: 'A story’s own page shows the whole picture.',

  file: 'File',
  size: (width: number, height: number, bytes: number) =>
    `${number(width)} × ${number(height)} pixels, ${bytes < 1e6 ? `${number(Math.ceil(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`}`,
  fileName: (name: string) => `Uploaded as ${name}`,
  addedBy: (name: Child, at: Child) => (
    <>
      Added by {name}, {at}
    </>
  ),
  someone: 'the command line',
  moving: 'Moving picture',
  aiMade: 'The file says that the picture was made with AI.',
  aiEdited: 'The file says that AI was used on the picture.',
  aiSystem: (system: string) => `Program: ${system}`,
  credentials: 'The original has content credentials (C2PA), which stay in it.',
  original: 'Download the original',

  inBody: (line: Child) => <>To put it inside a story, paste this line into the body, with your alt text: {line}</>,
  altHere: 'alt text',

  uses: 'Used in',
  portraitOf: (name: string) => `Portrait of ${name}`,
  sponsor: 'Sponsor',
  onPage: (title: string) => `The page “${title}”`,
  elsewhere: 'Another page of the site',
  notUsed: 'Not used anywhere.',
  draftOnly: 'draft',
  replace: 'Replace',
  replaceHint: 'A new file takes its place wherever it is used. Caption, credit and rights stay.',
  replaceFile: 'New file',
  replaced: 'Replaced.',
  remove: 'Delete',
  removed: 'Deleted.',
  removeHint: 'To delete it, take it out of these places first.',
  gone: 'This picture is no longer in the library.',
  toLibrary: 'All pictures',
}
