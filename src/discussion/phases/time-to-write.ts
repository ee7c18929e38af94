import { commentSignalMessages as m } from '../../messages/index.ts'
import type { Phase } from './signal.ts'

/** Fast typists reach 10 characters a second; pasting is common, so speed alone says little. */
const CHARACTERS_A_SECOND = 15

/** Words that came faster than a person writes. */
export const timeToWrite: Phase = {
  name: 'time to write' as const,
  look(comment, { timeToWrite: time, timeToLookOver }) {
    // The words had been written before, so their number says nothing; a person still has to find the button.
    if (timeToLookOver !== undefined) {
      const words = m.previewed(Math.round(timeToLookOver / 1000))
      return timeToLookOver < 1000 ? { state: 'raised', words, weight: 0.3 } : { state: 'ok', words, weight: 0 }
    }
    if (time === null) return null
    const seconds = Math.round(time / 1000)
    const words = m.sent(seconds)
    if (time < 2000) return { state: 'raised', words, weight: 0.4 }
    if (comment.text.length / (time / 1000) > CHARACTERS_A_SECOND) {
      return { state: 'raised', words: m.sentFast(seconds, comment.text.length), weight: 0.15 }
    }
    return { state: 'ok', words, weight: 0 }
  },
}
