/**
 * The statement of reasons (Regulation (EU) 2022/2065, article 17(3)): what was
 * decided, why, what machines had to do with it, and what can be done about it.
 */

const OUTSIDE =
  'You can also go to an out-of-court dispute settlement body certified by your country’s Digital Services Coordinator, or to court.'

export const statementMessages = {
  removed: (day: string) => `The comment was removed on ${day}. Only its author and the newsroom can read it.`,
  rejected: (day: string) =>
    `The comment was rejected on ${day} and not published. Only its author and the newsroom can read it.`,
  sent: (day: string) => `It was sent on ${day}.`,
  /** What led to the decision. */
  foundBy: {
    'law notice': 'Someone sent a legal notice that it breaks the law.',
    'reader report': 'A reader reported it.',
    'own reading': 'The newsroom reviewed it on its own initiative.',
  },
  readAlone: 'A person in the newsroom read it and decided.',
  readInGroup: 'A person in the newsroom decided on it together with near-identical comments.',

  decidedByRule: 'A rule of the site decided automatically; nobody looked at the comment.',
  decidedInGroup: 'A program grouped near-identical comments; a person decided on the group.',
  decidedByPerson: 'The decision was made by a person, not by a program.',
  pointedOut: 'A program had sorted and marked the comment for review.',
  notPointedOut: 'No program had flagged the comment.',

  redress: () =>
    `You can appeal here within six months, free of charge. Someone else in the newsroom decides, if there is anyone else. ${OUTSIDE}`,
  /** Before the statement itself, in what is sent to the EU's database. */
  aComment: 'A comment under a news story.',

  /** "You can’t comment on this story until 8 May 2026 at 12:00 (UTC)". */
  banned: {
    reader: {
      story: (end: string | null) => `You can’t comment on this story${until(end)}`,
      site: (end: string | null) => `You can’t comment on this site${until(end)}`,
    },
    network: {
      story: (end: string | null) => `Comments from your network are not accepted on this story${until(end)}`,
      site: (end: string | null) => `Comments from your network are not accepted on this site${until(end)}`,
    },
  },
  bannedOn: (ban: string, made: string) => `${ban}. This was decided on ${made}. Earlier comments are not affected.`,
  bannedForGood: (ban: string, made: string) =>
    `${ban}. This was decided on ${made} and has no end date. Earlier comments are not affected.`,
  banFacts: {
    reader: 'A person in the newsroom decided this because of a comment you sent.',
    network: 'A person in the newsroom decided this because of a comment that came from your network.',
  },
  banRedress: {
    reader: (contact: string) => `${writeTo(contact)} ${OUTSIDE}`,
    network: (contact: string) =>
      `${writeTo(contact)} If you had an account here before the ban, sign in and send your comment again. ${OUTSIDE}`,
  },
}

const until = (end: string | null) => (end === null ? '' : ` until ${end}`)

const writeTo = (contact: string) =>
  `If you think this is wrong, write to the newsroom${contact === '' ? '' : ` (${contact})`} within six months. It will look at the ban again, free of charge.`
