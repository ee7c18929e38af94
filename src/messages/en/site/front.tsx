/** The front page, the archive, and where a page is no longer. */
import type { Child } from 'hono/jsx'
import { counted, listed, number } from '../../count.ts'

export const frontMessages = {
  top: 'Top stories',
  latest: 'Latest',
  /** Over the same lines where the newest of them is no news any more. */
  earlier: 'Earlier',
  moreIn: (section: string) => `More in ${section}`,
  older: 'Older stories',
  justNow: 'just now',
  minutes: (count: number) => `${number(count)} min`,
  hours: (count: number) => `${number(count)} h`,
  /** Over what is no news, in words, whatever its section is called. */
  tones: { opinion: 'Opinion', analysis: 'Analysis' },
  authors: (names: readonly string[]) => listed(names),
  breaking: 'Breaking',
  newer: 'Newer stories',
  page: (page: number) => `Page ${number(page)}`,
  nameAndPage: (name: string, page: number) => `${name}, page ${number(page)}`,
  pages: 'More pages',
  feedOf: (name: string) => `Feed: ${name}`,
  topics: 'Topics',
  nothingIn: {
    section: (name: string) => `No story has been published in ${name} yet.`,
    topic: (name: string) => `No story has been published about ${name} yet.`,
    author: (name: string) => `No story by ${name} has been published yet.`,
  },
  termGone: 'The newsroom has closed this page. The archive has its stories.',
  noStories: 'No story has been published yet.',
  firstStory: (newsroom: Child) => <>The first one will appear here. Write it in {newsroom}.</>,
  theNewsroom: 'the newsroom',
  stories: (count: number) => counted(count, { one: '1 story', other: '# stories' }),
  allMonths: 'All months',
  /** A month or a year. */
  allOf: (time: string) => `All of ${time}`,
  /** Under a standing page, such as the imprint. */
  lastChanged: (day: Child) => <>Last changed: {day}</>,
  pagePreview: (published: boolean) =>
    published
      ? 'Preview. Readers see this page as it is here.'
      : 'Preview. Readers see this page once it is published.',
  nameGone: 'The newsroom has removed this name’s page. The archive has its stories.',
}
