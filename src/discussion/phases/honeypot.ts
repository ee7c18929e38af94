import { foldAddress } from '../../access/index.ts'
import { commentSignalMessages as m } from '../../messages/index.ts'
import type { Phase } from './signal.ts'

/**
 * A field that people do not see. Some browsers and password keepers fill it in
 * by themselves, with what they know of their owner; machines put an address of
 * the web into it. So it weighs by what stands in it, and never refuses.
 */
export const honeypot: Phase = {
  name: 'hidden field' as const,
  look(comment, { honeypot: typed }) {
    const value = typed.trim()
    if (value === '') return null
    if (value === comment.authorName || foldAddress(value) === comment.authorMail) {
      return {
        state: 'raised',
        words: m.hiddenFieldByBrowser,
        weight: 0.2,
      }
    }
    return { state: 'raised', words: m.hiddenFieldFilled, weight: 0.7 }
  },
}
