/** The trash of stories. */
import type { Child } from 'hono/jsx'
import { lengthOfTime } from '../../count.ts'

export const trashMessages = {
  title: 'Trash',
  lead: 'Stories stay here for 30 days, and nobody can change, schedule or publish them. After that they are deleted for good.',
  empty: 'The trash is empty.',
  thrownAway: (name: string | null, ago: string) => `moved here by ${name ?? 'the command line'}, ${ago}`,
  daysLeft: (days: number) => (days < 1 ? 'deleted today' : `deleted in ${lengthOfTime(days, 'day')}`),
  wasOut: 'Readers have seen it: its published versions and its address are kept as a record, and its comments too.',
  restore: 'Bring back',
  deleteNow: 'Delete now',
  sure: 'Its text and history can’t be brought back after that.',
  sureOut: 'What was never published can’t be brought back after that. The published versions are kept.',
  yesDelete: 'Yes, delete for good',
  newest: (count: number) => `The ${count} moved here last.`,

  moveHere: 'Move to the trash',
  moveHint: 'It can be brought back for 30 days.',
  offAndAway: 'Take off the site and move to the trash',
  offHint: 'Readers will find a page that says the story was taken off the site.',
  yesAway: 'Yes, take it off and move it to the trash',
  moved: (headline: Child) => <>{headline} is in the trash now.</>,
  undo: 'Undo',
  broughtBack: (headline: Child) => <>{headline} is back, as it was. It is not on the site, and has no schedule.</>,
  deleted: 'Deleted for good.',
  inTrash: 'This story is in the trash. You can bring it back from there: Stories, then Trash.',
  notYours: 'This is a colleague’s story. You can only throw away your own.',
  notYoursToDelete: 'This story was on the site. Deleting it for good takes permission to publish.',
}
