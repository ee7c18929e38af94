/** How long a story may be: what looks at it as it is written (its reading, its checks) answers while its writer waits. */
import { draftMessages as m } from '../messages/index.ts'
import type { StoryContent } from './content.ts'
import { wordsOfBlock } from './plain-blocks.ts'
import { readingTextOf } from './reading-text.ts'

/** Characters, some 35,000 words: more than the longest stories that papers print. */
const LONGEST_STORY = 200_000

/** What is to be done where a story, or one of so many characters, is too long; null where it is not. */
export function checkLength(story: number | StoryContent): string | null {
  const characters = typeof story === 'number' ? story : lengthOf(story)
  if (characters <= LONGEST_STORY) return null
  return m.tooLong(characters, LONGEST_STORY)
}

/** The characters of all its words. */
export const lengthOf = (content: StoryContent): number =>
  [
    ...readingTextOf(content, null).blocks.map(({ text }) => text),
    ...content.body.filter(({ type }) => type === 'table' || type === 'box').map(wordsOfBlock),
  ].reduce((sum, { length }) => sum + length, 0)
