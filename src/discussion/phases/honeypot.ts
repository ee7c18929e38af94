import { foldAddress } from '../../access/index.ts'
import type { Phase } from './signal.ts'

/**
 * A field that people do not see. Some browsers and password keepers fill it in
 * by themselves, with what they know of their owner; machines put an address of
 * the web into it. So it weighs by what stands in it, and never refuses.
 */
export const honeypot: Phase = {
  name: 'hidden field',
  look(comment, { honeypot: typed }) {
    const value = typed.trim()
    if (value === '') return null
    if (value === comment.authorName || foldAddress(value) === comment.authorMail) {
      return {
        state: 'raised',
        words: 'The field that people do not see holds the name or the mail address again, as some browsers do',
        weight: 0.2,
      }
    }
    return { state: 'raised', words: 'The field that people do not see was filled in', weight: 0.7 }
  },
}
