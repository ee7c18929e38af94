import type { Phase } from './signal.ts'

/** Fast typists reach 10 characters a second; pasting is common, so speed alone says little. */
const CHARACTERS_A_SECOND = 15

/** Words that came faster than a person writes. */
export const timeToWrite: Phase = {
  name: 'time to write',
  look(comment, { timeToWrite: time, timeToLookOver }) {
    // The words had been written before, so their number says nothing; a person still has to find the button.
    if (timeToLookOver !== undefined) {
      const words = `Previewed for ${Math.round(timeToLookOver / 1000)} s`
      return timeToLookOver < 1000 ? { state: 'raised', words, weight: 0.3 } : { state: 'ok', words, weight: 0 }
    }
    if (time === null) return null
    const words = `Sent ${Math.round(time / 1000)} s after the form was opened`
    if (time < 2000) return { state: 'raised', words, weight: 0.4 }
    if (comment.text.length / (time / 1000) > CHARACTERS_A_SECOND) {
      return { state: 'raised', words: `${words}, ${comment.text.length} characters`, weight: 0.15 }
    }
    return { state: 'ok', words, weight: 0 }
  },
}
