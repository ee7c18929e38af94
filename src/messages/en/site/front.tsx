/** The front page, the archive, and where a page is no longer. */
import type { Child } from 'hono/jsx'
import { counted } from '../../count.ts'

export const frontMessages = {
  next: 'Next stories',
  more: 'More stories',
  older: 'Older stories',
  noStories: 'No story has been published yet.',
  firstStory: (newsroom: Child) => <>The first one will appear here. Write it in {newsroom}.</>,
  theNewsroom: 'the newsroom',
  stories: (count: number) => counted(count, { one: '1 story', other: '# stories' }),
  allMonths: 'All months',
  nameGone: 'The newsroom has removed this name’s page. The archive has its stories.',
}
