/** Moving a site in: giving its export, what is in it, how far it is, and what came of it. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const moveInMessages = {
  title: 'Move in',
  lead: 'Bring your old site with you: stories, pages, drafts, authors, sections, pictures, comments and old addresses. First you see what is in its export and what would become of it. Nothing is taken in before you say so.',
  systems:
    'Courant reads the exports of Blogger, WordPress, Ghost, Substack, Medium, Movable Type and TypePad, folders of HTML or Markdown, and the comments of Disqus, Isso, Remark42, Commento, Comentario and Coral.',

  give: 'Give the export',
  files: 'Files',
  filesHint: 'As the old system exported them, also zipped. If there are several, choose them all.',
  look: 'See what is in it',
  onServer: 'On the server',
  onServerLead: (folder: Child) => <>For exports too large to upload, put them into {folder} on the server.</>,
  lookAt: (name: string) => `See what is in ${name}`,
  noFile: 'Choose the files of the export first.',
  brokenOff: 'The files didn’t arrive whole. Upload them again, or put them on the server.',
  tooLarge: (gigabytes: number) =>
    `These files are larger than ${number(gigabytes)} GB. Put them on the server, as described below.`,
  notThere: 'That file is no longer in the folder.',

  before: 'Moved in so far',
  nothingYet: 'Nothing has been moved in yet.',
  states: {
    looking: 'being looked through',
    looked: 'waiting for you',
    running: 'being moved in',
    stopped: 'stopped',
    done: 'moved in',
    undoing: 'being undone',
    undone: 'undone',
  },

  gone: 'There is no such import.',
  refreshes: 'This page refreshes itself.',
  looking: 'Courant is looking through the export.',
  inIt: 'What is in it',
  leftByName: 'Left out or different',
  becameByName: 'By name',
  more: (count: number) => counted(count, { one: 'and # more', other: 'and # more' }),
  line: (what: Child, becomes: Child) => (
    <>
      {what}: {becomes}
    </>
  ),
  named: (kind: string, name: Child, why: string) => (
    <>
      {kind}: {name} – {why}
    </>
  ),

  choose: 'Before you move in',
  comments: 'Comments readers saw on the old site',
  commentsHeld: 'Wait for review, as new ones do',
  commentsApproved: 'Are shown here too. The log says that you chose this.',
  trash: 'Take in what was in the old site’s trash',
  fetchPictures: 'Fetch pictures the export lacks from the old site',
  takeName: 'Take the old site’s name and tagline, unless you have written your own under Settings',
  moveIn: 'Move in',

  answer: 'About the old site',
  siteAddress: 'Its address',
  siteAddressHint: 'Such as https://www.example.org',
  timeZone: 'Its time zone',
  timeZoneHint: 'Such as Europe/London',
  unreviewed: 'Comments nobody had reviewed were public there',
  notSaid: 'Not said',
  yes: 'Yes',
  no: 'No',
  lookAgain: 'Look again',
  badAddress: 'Write the whole address of the old site, such as https://www.example.org.',
  badZone: (zone: string) => `${zone} is no time zone. Write one such as Europe/London.`,

  running: (place: number, all: number) =>
    all === 0
      ? 'Courant is moving it in.'
      : `Courant is moving it in: ${number(place)} of ${number(all)} things are done.`,
  left: (span: string) => `${span}.`,
  youCanGo: 'You can close this page; it goes on by itself, also after a restart.',
  stopped: 'It stopped',
  goOn: 'Go on',
  result: 'What became of it',
  follows: 'Who says what in the stories, and their pictures, follow in the background.',
  undo: 'Undo the whole import',
  undoLead:
    'Its stories go to the trash and its comments are taken out. What somebody has edited, commented on or decided since is kept and listed here. People, sections and topics stay.',
  undoing: 'Courant is taking it out again.',
  undone: 'It was taken out again. Its stories are in the trash.',
  keptByName: 'Kept',
  back: 'Everything moved in',
}
