/** What stands around every page of the newsroom, and words that several of its pages share. */
import type { Child } from 'hono/jsx'
import { counted, howLongAgo, number, roughly } from '../../count.ts'

export const frameMessages = {
  newsroom: 'Newsroom',
  documentTitle: (page: string, site: string) => `${page} · Newsroom · ${site}`,
  skip: 'Skip to content',
  stories: 'Stories',
  planning: 'Planning',
  front: 'Front page',
  pictures: 'Pictures',
  paper: 'Paper',
  statements: 'Statements',
  review: 'Review',
  people: 'People',
  settings: 'Settings',
  log: 'Log',
  viewSite: 'View the site',
  signOut: 'Sign out',
  backToNewsroom: 'Back to the newsroom',

  /** "12", "5,000+" */
  count: (count: number, more: boolean) => (more ? `${number(count)}+` : number(count)),
  /** Behind a number, for those who don’t see what it stands beside. */
  waiting: 'waiting',
  appeals: (count: number) => counted(count, { one: '# appeal', other: '# appeals' }),
  reported: (count: number, notices: number) => {
    if (notices === count && count > 0)
      return counted(count, {
        one: '# reported comment with a legal notice',
        other: '# reported comments with legal notices',
      })
    const comments = counted(count, { one: '# reported comment', other: '# reported comments' })
    if (notices === 0) return comments
    return `${comments} (${counted(notices, { one: '# with a legal notice', other: '# with legal notices' })})`
  },

  /** How long since; of milliseconds. */
  since: (span: number) => roughly(span) ?? 'just now',
  ago: howLongAgo,
  waitingFor: (span: number) => {
    const time = roughly(span)
    return time ? `waiting ${time}` : 'just now'
  },

  drag: 'Drag to another place',

  noHeadline: '(no headline)',
  noSuchComment: 'There is no such comment.',
  someone: 'someone',

  /** The state of a comment, as a label and within a sentence. */
  states: {
    held: 'Waiting for review',
    approved: 'Published',
    rejected: 'Rejected',
    spam: 'Spam',
    withdrawn: 'Withdrawn or replaced by its author',
    removed: 'Removed',
  },
  statesWithin: {
    held: 'waiting',
    approved: 'published',
    rejected: 'rejected',
    spam: 'spam',
    withdrawn: 'withdrawn or replaced by its author',
    removed: 'removed',
  },
  bands: { fine: 'no sign of spam', thought: 'check', spam: 'likely spam', unexamined: 'not yet examined' },
  signals: 'Signals',
  notChecked: (what: string) => `Not checked: ${what}`,
  editOfPublished: 'Edit of a published comment',

  approve: 'Approve',
  reject: 'Reject:',
  addNote: 'Add a note to the author',
  note: 'Your note to the author',
  noteHint: 'Sent with the reason you choose below.',
  replyTo: (name: Child) => <>Reply to {name}</>,
  approved: (author: Child) => <>Approved {author}’s comment.</>,
  rejected: (author: Child, reason: string) => (
    <>
      Rejected {author}’s comment ({reason}).
    </>
  ),
  removed: (author: Child, reason: string) => (
    <>
      Removed {author}’s comment ({reason}).
    </>
  ),
  youWrote: 'You wrote',

  /** A report or an appeal is answered. */
  asReported: 'The comment when it was reported',
  reasonToRemove: 'Reason, if you remove it',
  chooseReason: 'Choose a reason',
  remove: 'Remove it',
  keep: 'Keep it',

  /** A form that could not be saved. */
  keptWords: 'What you wrote',
  discard: 'Discard it and go to the newsroom',

  signedOut: 'You’ve been signed out. Sign in again; your earlier decisions are saved.',
  notAllowed: 'You don’t have permission for this',
  needsPermission: {
    write: 'You need permission to write stories. A colleague who can change settings can give it to you.',
    'edit others':
      'You need permission to change colleagues’ stories. A colleague who can change settings can give it to you.',
    publish: 'You need permission to publish stories. A colleague who can change settings can give it to you.',
    moderate: 'You need permission to review comments. A colleague who can change settings can give it to you.',
    settings: 'You need permission to change settings. A colleague who can change settings can give it to you.',
  },
  noPasskeys:
    'Passkeys need a domain name, and this site’s address is a number. Set COURANT_URL to a domain name, or sign in another way.',
}
