/** The log of what staff did. */
import type { Child } from 'hono/jsx'

export const logMessages = {
  title: 'Log',
  lead: (timeZone: string) =>
    `What staff did, newest first. Nothing here can be changed or removed. Time zone: ${timeZone}.`,
  who: 'Who',
  everyone: 'Everyone',
  what: 'What',
  everything: 'Everything',
  show: 'Show',
  nothingOlder: 'Nothing older.',
  nothingYet: 'Nothing like this has been done yet.',
  newest: 'Newest',
  older: 'Older',

  line: (who: Child, did: Child, about: Child) => (
    <>
      {who}: {did} {about}
    </>
  ),
  someone: 'Someone',
  siteItself: 'The site itself, or the command line',
  staff: 'One of the staff',
  program: (name: string, person: string) => `Program ${name}, made by ${person}`,
  unknownProgram: 'that is not known here',
  decisionFor: (decision: string, reason: string) => `${decision} (${reason})`,
  aboutComment: 'See the comment',
  aboutStory: 'See the story',
  aboutReader: 'See the reader',

  kinds: {
    decision: 'Decisions on comments',
    story: 'Stories',
    person: 'People and permissions',
    session: 'Signing in and out',
    password: 'Passwords',
    codes: 'Two-factor codes',
    passkey: 'Passkeys',
    settings: 'Settings',
    reader: 'Readers’ data',
    comment: 'Erased comments',
    rule: 'Rules and house rules',
    ban: 'Bans',
    name: 'Speakers’ names and pages',
    reading: 'Who says so',
    section: 'Sections',
    topic: 'Topics',
    author: 'Authors',
    letters: 'Emails',
    work: 'Background work',
    moderation: 'What readers can see of moderation',
    front: 'The front page',
    page: 'Pages',
    menu: 'Menus',
    plan: 'Planning',
    program: 'Access for programs',
  },
  decisions: {
    approve: 'Approved a comment',
    reject: 'Rejected a comment',
    remove: 'Removed a comment',
    undo: 'Undid a decision',
    reopen: 'Reopened a comment',
    overturn: 'Overturned a decision after an appeal',
    uphold: 'Upheld a decision after an appeal',
    keep: 'Kept a comment after a report',
    import: 'Brought a comment in as it was there, by import',
    'import undo': 'Took a comment out again with the import that brought it in',
    automated: 'Approved by the rule for known good readers',
  },
}
