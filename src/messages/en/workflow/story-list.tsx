/** The newsroom's list of stories: searched, filtered, and what is done to several at once. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

const stories = (count: number) => counted(count, { one: '1 story', other: '# stories' })

export const storyListMessages = {
  search: 'Search and filter',
  words: 'Words',
  state: 'State',
  anyState: 'Any',
  section: 'Section',
  anySection: 'Any',
  writer: 'Writer',
  anyWriter: 'Anybody',
  mine: 'Mine',
  scheduled: 'With a schedule',
  sort: 'Sort by',
  sorts: { changed: 'Last changed', published: 'Publication' },
  show: 'Show',
  reset: 'Show all stories',

  count: (count: number) => stories(count),
  countFound: (count: number) => counted(count, { one: '1 story fits', other: '# stories fit' }),
  pageOf: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
  pages: 'Pages',
  newer: 'Newer',
  older: 'Older',
  nothing: 'No story fits. Use fewer words, or another filter.',
  trash: (count: number) => (count === 0 ? 'Trash' : `Trash (${number(count)})`),

  changed: (ago: string) => `changed ${ago}`,
  published: (at: Child) => <>out since {at}</>,
  commandLine: 'the command line',
  choose: (headline: string) => `Choose ${headline}`,

  chosen: 'With the chosen stories',
  acts: {
    ready: 'Mark as ready',
    checked: 'Mark as checked',
    section: 'Put into the section',
    off: 'Take off the site',
    trash: 'Move to the trash',
  },
  intoSection: 'Section for the chosen stories',
  done: {
    ready: (count: number) => `${stories(count)} marked as ready.`,
    checked: (count: number) => `${stories(count)} marked as checked.`,
    section: (count: number) => `${stories(count)} put into the section. Readers see it once you publish.`,
    off: (count: number) => `${stories(count)} taken off the site.`,
    trash: (count: number) => `${stories(count)} moved to the trash.`,
    restore: (count: number) => `${stories(count)} brought back.`,
    draft: (count: number) => `${stories(count)} marked as not ready.`,
  },
  notDone: (count: number) => `${counted(count, { one: '1 could not be', other: '# could not be' })}:`,
  why: (headline: string, reason: string) => `${headline}: ${reason}`,
  undo: 'Undo',
  noneChosen: 'Choose at least one story first.',
  noSection: 'Choose the section that the stories belong to.',
  notLive: 'It is not on the site.',
  checkedByAnother: 'You have checked what others wrote. Somebody else has to check what you wrote.',
}
