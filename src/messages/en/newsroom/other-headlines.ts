/** The headlines for search engines and shared links, in the form of a story. */
import { counted, number } from '../../count.ts'

export const otherHeadlinesMessages = {
  summary: 'Headlines for search and sharing',
  searchHeadline: 'Search headline',
  shareHeadline: 'Share headline',
  shown: {
    searchHeadline: (shown: number) =>
      `For search engines and browser tabs. They show about ${number(shown)} characters. Empty: the headline.`,
    shareHeadline: (shown: number) =>
      `For links on social media and in chats. They show about ${number(shown)} characters. Empty: the headline.`,
  },
  /** `over`: so many more than are shown. */
  count: (length: number, over: number) =>
    `Now ${counted(length, { one: '1 character', other: '# characters' })}${over > 0 ? `, ${number(over)} too many` : ''}.`,
}
