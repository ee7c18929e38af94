/** The picture library of the newsroom. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const libraryMessages = {
  title: 'Pictures',
  upload: 'Upload pictures',
  choose: 'Choose pictures',
  chooseHint: 'JPEG, PNG, WebP, AVIF or GIF, up to 40 MB each. You can also drop or paste them on this page.',
  uploadButton: 'Upload',
  notSent: 'could not be sent. Try again.',
  added: (count: number) => counted(count, { one: 'Picture added.', other: '# pictures added.' }),
  wereThere: (count: number) =>
    counted(count, { one: 'One of them was here already.', other: '# of them were here already.' }),
  notAdded: (name: string, why: string) => `${name}: ${why}`,
  noFile: 'Choose at least one picture.',

  fetch: 'Fetch from the web',
  fetchAddress: 'Picture address',
  fetchHint: 'The picture is copied into the library. Make sure you may use it.',
  fetchButton: 'Fetch',

  search: 'Search',
  searchHint: 'Words from the caption, credit, place or file name',
  unused: 'Only unused',
  find: 'Search',
  total: (count: number) => counted(count, { one: '1 picture', other: '# pictures' }),
  none: 'No pictures yet. Upload the first one above.',
  noneFound: 'No pictures found.',
  older: 'Older pictures',
  noCaption: '(no caption)',

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
  focusHint: 'Click what must stay in view where the picture is cropped.',
  focusSet: 'Set the focal point',
  crops: 'Crops',
  crop: (shape: string) => `Cropped to ${shape}`,

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
  moving: 'Moves',
  aiMade: 'The file says that it was made with AI.',
  aiEdited: 'The file says that AI had a part in it.',
  aiSystem: (system: string) => `Program: ${system}`,
  aiShown: 'Readers are told so beside the picture.',
  credentials: 'The original carries content credentials (C2PA). They stay in it.',
  original: 'Download the original',

  inBody: (line: Child) => <>To put it inside a story, paste this line into the body, with your alt text: {line}</>,
  altHere: 'alt text',

  uses: 'Used in',
  portraitOf: (name: string) => `Portrait of ${name}`,
  sponsor: 'Sponsor',
  elsewhere: 'Another page of the site',
  notUsed: 'Not used anywhere.',
  draftOnly: 'draft',
  replace: 'Replace',
  replaceHint: 'Another file takes its place in every story. Caption, credit and rights stay.',
  replaceFile: 'Another file',
  replaced: 'Replaced.',
  remove: 'Delete',
  removed: 'Deleted.',
  removeHint: 'Only pictures that are not used anywhere can be deleted.',
  gone: 'This picture is no longer in the library.',
  toLibrary: 'All pictures',
}
