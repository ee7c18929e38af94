/** The newsroom's PDFs, audio and video. */
import type { Child } from 'hono/jsx'
import { counted } from '../../count.ts'

export const filesMessages = {
  title: 'Files',
  places: 'Pictures and files',
  upload: 'Upload files',
  choose: 'Choose PDFs, audio or video',
  chooseHint:
    'PDF, MP3, M4A, AAC, OGG, WAV, FLAC, MP4 or WebM, up to 200 MB each. You can also drop or paste them on this page.',
  uploadButton: 'Upload',
  notSent: 'could not be sent. Try again.',
  added: (count: number) => counted(count, { one: 'File added.', other: '# files added.' }),
  wereThere: (count: number) =>
    counted(count, { one: 'One file was here already.', other: '# files were here already.' }),
  notAdded: (name: string, why: string) => `${name}: ${why}`,
  noFile: 'Choose at least one file.',
  brokenOff: 'The upload was cut off. Try again.',

  search: 'Search',
  searchHint: 'Words from the title or file name',
  find: 'Search',
  total: (count: number) => counted(count, { one: '1 file', other: '# files' }),
  none: 'No files yet. Upload the first one above.',
  noneFound: 'No files found.',
  older: 'Older files',
  noTitle: '(no title)',

  details: 'Details',
  saved: 'Saved.',
  name: 'Title',
  nameHint: 'What a link to it says in a story, unless the story says something else.',
  poster: 'Poster',
  posterHint: 'The picture shown before it plays: its address in the library, such as /pictures/…',
  badPoster: 'The poster must be a picture from the library: its address begins with /pictures/.',
  recentPictures: 'Choose from the newest pictures',
  transcript: 'Transcript',
  transcriptHint: 'What is said in it, for readers who can’t listen. A blank line starts a new paragraph.',
  save: 'Save',

  captions: 'Captions',
  captionsHint: 'WebVTT or SRT, in the language of the story.',
  captionsFile: 'Captions file',
  captionsUpload: 'Upload captions',
  captionsReplace: 'Replace captions',
  captionsNow: 'The captions in use',
  captionsRemove: 'Remove captions',
  noCaptionsChosen: 'Choose a captions file.',

  inBody: 'Paste this line into a story, on a line of its own, with your title for it:',
  file: 'File',
  fileName: (name: string) => `Uploaded as ${name}`,
  addedBy: (name: Child, at: Child) => (
    <>
      Added by {name}, {at}
    </>
  ),
  someone: 'the command line',
  open: 'Open the file',
  anyone: 'Anyone who has this address can open the file, even before a story with it is published.',

  uses: 'Used in',
  notUsed: 'Not used in any story.',
  draftOnly: 'draft',
  remove: 'Delete',
  removed: 'Deleted.',
  removeHint: 'To delete it, take it out of these stories first.',
  toFiles: 'All files',

  /** In a story's form. */
  inStory: 'PDFs, audio and video',
  inStoryHint: 'Paste a line into the body where the file should be.',
  addFile: 'Add a file',
}
