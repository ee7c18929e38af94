/** Comments of every state, searched. */
import type { Child } from 'hono/jsx'
import { counted } from '../../count.ts'

export const searchMessages = {
  title: 'Search comments',
  titleOf: (words: string) => `${words} · Search comments`,
  lead: 'Searches all comments: waiting, published, rejected, withdrawn and removed.',
  onStory: (headline: Child) => <>Story: {headline}</>,
  nothingAsked: 'Type a word, or choose a state, story, name or time.',
  words: 'Words',
  wordsHint: 'All words, any ending. Use “quotes” for an exact phrase.',
  state: 'State',
  any: 'Any',
  commenter: 'Commenter’s name',
  story: 'Story',
  sentInTheLast: 'Sent in the last',
  anyTime: 'Any time',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  search: 'Search',

  noneFound: 'No comments found',
  found: (count: number) => counted(count, { one: '# comment', other: '# comments' }),
  foundFirst: (count: number) => counted(count, { one: '# comment', other: '# comments, newest first' }),
  noneYet: 'No match among the newest comments. Look through older ones.',
  noneAtAll: 'No comment matches all of this. Leave out a word, or one of the choices.',
  noneOlder: 'No older comments match.',
  older: 'Older comments',
  earlierVersion: (state: string) => `Earlier version: ${state}`,
  on: (story: Child, at: Child) => (
    <>
      on {story}, {at}
    </>
  ),
  reopen: 'Reopen',
  commentBy: (author: string) => `: comment by ${author}`,
}
