/** What is said of a whole site that moves in: what is left and why, what is different here. */
import { counted, listed, number } from '../../count.ts'

const comments = (count: number) => counted(count, { one: '# comment', other: '# comments' })

export const movingMessages = {
  nothingInIt: 'There is nothing in this export. Export the site again and try that file.',
  tooManyNames: (most: number) =>
    `This export has more than ${number(most)} sections, topics and authors. Remove those that no story uses, export the site again and try that file.`,
  filesChanged:
    'These files have changed since this import began. Undo the import, or give the same files as before, to go on.',
  tookTooLong: 'This took too long. Go on with it, or bring it in on the server with “courant import”.',
  tooMuchMemory: 'This export needs more memory than there is. Bring it in on the server with “courant import”.',
  /** What an export does not say, and an editor has to. */
  asks: {
    siteAddress: 'This export doesn’t say where the site was. Write its address below, and look again.',
    timeZone: 'This export has days and hours without a time zone. Write the old site’s below, and look again.',
    unreviewedWerePublic:
      'On some of these sites comments were public before anybody reviewed them. Say below whether they were on yours, and look again.',
  },
  takenByAnother: 'Somebody else is bringing in the same export at this moment. Wait until they’ve finished.',

  /** Why something was not taken. */
  wasInTrash: 'It was in the old site’s trash.',
  pageWasInTrash: 'It was in the old site’s trash, and pages have none here.',
  onPage: 'It is on a page, and pages don’t take comments here.',
  noteOnPage: 'It is a note on a page, and pages have no notes here.',
  commentWithoutStory: 'Its story is not in the export and not on this site.',
  noteWithoutStory: 'Its story is not in the export.',
  threadWithoutStory: (count: number) =>
    count === 0
      ? 'No story on this site fits it.'
      : `No story on this site fits it, and so ${comments(count)} had to be left.`,
  noTermOfThatName: 'A section or topic can’t have that name here. Its stories still say it.',
  noPageOfTerm: 'Its section or topic has no page here.',
  onlyAName: 'A person can’t have that name here. Their stories still say it.',

  /** Why a picture is missing. */
  pictureNotInFiles: 'It is not among the export’s files.',
  pictureNotFetched: 'It is not among the export’s files, and pictures were not to be fetched from the old site.',
  pictureMissing: (address: string, problem: string) =>
    `${address === '' ? 'A picture of it' : `Its picture ${address}`} is missing. ${problem}`,
  /** In a note on the story, for colleagues: the first `most` of them by name. */
  picturesMissing: (missing: readonly string[], most: number) =>
    [
      'This story came from the old site, and its place for a picture is empty.',
      ...missing.slice(0, most).map((sentence) => sentence.slice(0, 300)),
      ...(missing.length > most ? [`And ${number(missing.length - most)} more.`] : []),
      'Put another picture there, or take the place out.',
    ].join('\n'),

  /** What is different from how it was. */
  changedThere: 'It has changed on the old site. Yours was kept, because somebody has edited it here.',
  draftInstead: (why: string) => `It was public, and is a draft here. ${why}`,
  wasPlanned: (at: number | null) =>
    at === null
      ? 'It was waiting to be published there. It is a draft here.'
      : `It was to be published on ${new Date(at).toISOString().slice(0, 10)}. It is a draft here: schedule it yourself.`,
  wasPrivate: 'Not everyone could read it there, so it is a draft here.',
  headlineMade: (headline: string) => `It had no headline. It is called “${headline}” here.`,
  untitled: 'Untitled',
  pagePictures: (count: number) =>
    counted(count, {
      one: 'Its picture was not taken. Add it on the page.',
      other: 'Its # pictures were not taken. Add them on the page.',
    }),
  pageNotPublished: 'Something is still to be filled in, so it isn’t published. Open the page to see what.',
  noWords: 'It has no words, so only its place in the thread was kept.',
  parentMissing: 'What it answers is not in the export. It stands by itself.',
  noteBy: (name: string, text: string) => (name === '' ? text : `${name}: ${text}`),

  noSuchImport: 'There is no such import.',
  alreadyUndone: 'This import has already been undone.',
  /** Why something was kept as an import was undone. */
  answeredHere: 'Somebody has commented on it, or decided on its comments, since.',
  editedHere: 'Somebody has edited it since.',
  heldHere: 'A version of it is waiting under embargo.',
  logUndone: (from: string, { out, kept }: { out: number; kept: number }) =>
    `Undid the move from ${from}: ${counted(out, { one: '# story', other: '# stories' })} to the trash, ${number(kept)} kept`,

  /** The account does not add up: that is a fault of ours, and is said. */
  countsDiffer: (wrong: readonly { kind: string; found: number; became: number }[]) =>
    `Not everything is accounted for: ${listed(
      wrong.map(
        ({ kind, found, became }) => `${number(found)} × ${kind} were in the export, ${number(became)} are listed`,
      ),
    )}. Please report this as a fault of Courant.`,

  logMovedIn: (from: string, stories: number, became: Readonly<Record<string, number>>) => {
    const all = Object.entries(became).reduce((sum, [state, count]) => (state === 'left' ? sum : sum + count), 0)
    return `Moved in from ${from}: ${counted(stories, { one: '# published story', other: '# published stories' })}, ${comments(all)}`
  },
}
