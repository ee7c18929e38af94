/** The newsroom's list of stories, a page pasted in, and who may change a story. */
import { counted, number } from '../../count.ts'

export const storiesMessages = {
  title: 'Stories',
  newStory: 'New story',
  noHeadline: '(no headline)',
  viewOnSite: 'View on the site',
  comments: (count: number) => counted(count, { one: '1 comment', other: '# comments' }),
  waiting: (count: string) => `${count} waiting`,
  empty: 'No stories yet. Paste a page you have, or write a new story.',

  oldestCounted: (count: number) => `The numbers beside the stories count only the oldest ${number(count)}.`,
  workFailed: (count: number) =>
    counted(count, { one: '1 background task has failed', other: '# background tasks have failed' }),

  paste: 'Paste a page',
  pasteLead:
    'Copy a whole page, as text or HTML, and paste it here. Courant finds the story in it and shows you what it left out. The original page is kept.',
  page: 'Page',
  file: 'Or choose a file',
  fileHint: 'Text or HTML',
  createDraft: 'Create draft',

  noStory: 'There is no such story in the newsroom.',
  nothingPasted: 'Send what was pasted as a file.',
  colleagues: 'This is a colleague’s story. You can only change your own.',
  readOnly: 'You can read this story but not change it.',
}
