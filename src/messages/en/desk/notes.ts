/** Notes for colleagues that can't be kept as they were written. */
import { number } from '../../count.ts'

export const noteMessages = {
  empty: 'Write the note.',
  long: (most: number) => `Shorten this: a note has room for ${number(most)} characters.`,
  longPassage: (most: number) => `Choose fewer words: a note can be on ${number(most)} characters.`,
  noStory: 'There is no such story in the newsroom.',
  noNote: 'There is no such note on this story.',
  notYours: 'These words are gone, or a colleague’s: you can only change what you wrote yourself.',
  notThere: 'Those words aren’t there any more. Copy them from the story as it is now, or choose a paragraph only.',
  several: 'Those words are there several times. Choose the paragraph, or give more of the words around them.',
}
