/** Keeping and publishing a story: what is to be put right, and what the log says was done. */
import { number } from '../../count.ts'

const withHeadline = (done: string, headline: string) =>
  headline === '' ? `${done} without a headline yet` : `${done}: ${headline}`

export const draftMessages = {
  noStory: 'There is no such story.',
  inTrash: 'This story is in the trash. Bring it back first.',
  liveToTrash: 'This story is on the site. Take it off the site and throw it away in one go on its own page.',
  notInTrash: 'This story is not in the trash any more.',
  notLive:
    'Saved, but not published: this story is not on the site any more, so there is nothing to correct. Publish it once more to bring it back.',
  dateNotPassed: 'Give a date in the past, or leave it empty to publish now.',
  wrongAddress: 'The address of a figure or embed must begin with https://. A figure’s may also begin with a slash.',
  wrongFile: 'A file’s address must begin with /files/. Copy its line from Files.',
  wrongStill: 'The still of an embed must be a picture of the library: its address begins with /pictures/.',
  boxNotClosed: 'Close the fact box: write {/box} on a line of its own where it ends.',
  boxHolds: 'A fact box holds paragraphs and lists. Move everything else out of it.',
  galleryNotClosed: 'Close the gallery: write {/gallery} on a line of its own where it ends.',
  galleryHolds:
    'A gallery holds two pictures or more, each on a line of its own like {figure /pictures/… | alt text | caption}. Write one picture without a gallery.',
  tableWithoutRows:
    'Write the rows of the table directly below its first line, each on a line of its own with bars: | Rovers | 27 |.',
  tableTooLarge: (rows: number, columns: number, mostRows: number, mostColumns: number) =>
    `This table has ${number(rows)} rows and ${number(columns)} columns; the limits are ${number(mostRows)} and ${number(mostColumns)}. Split it, or add it as a file.`,
  tooLong: (length: number, longest: number) =>
    `This story has ${number(length)} characters; the limit is ${number(longest)}. Shorten it, or split it into several stories.`,

  logStarted: (headline: string) => withHeadline('Started a story', headline),
  logImported: (headline: string) => withHeadline('Imported a page', headline),
  logSaved: (headline: string) => withHeadline('Saved a story', headline),
  logCommentsOpened: (headline: string) => withHeadline('Opened comments on a story', headline),
  logCommentsClosed: (headline: string) => withHeadline('Closed comments on a story', headline),
  logPublished: (version: number, headline: string) => `Published version ${version}: ${headline}`,
  logUnpublished: (headline: string) => `Unpublished: ${headline}`,
  logThrownAway: (headline: string) => `Moved to the trash: ${headline}`,
  logBroughtBack: (headline: string) => `Brought back from the trash: ${headline}`,
  logRemoved: (headline: string) => `Removed for good: ${headline}`,
  logWhoSaysSoShown: 'Showed “Who says so” to readers',
  logWhoSaysSoHidden: 'Hid “Who says so” from readers',
}
