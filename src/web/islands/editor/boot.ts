import type { StoryContent } from '../../../story/index.ts'

/** What the editor begins with, as its page hands it over. */
export interface Boot {
  story: string
  /** The id of whoever writes. */
  me: string
  draft: { number: number; content: StoryContent; savedAt: number }
  /** Where the library's pictures that the story has are shown from, by their addresses. */
  shown: Record<string, string>
  /** Which language the words are in and how they run; where nobody has said so, as the first of them does. */
  words: { lang?: string; dir: 'ltr' | 'rtl' | 'auto' }
  language: string
  timeZone: string
}
