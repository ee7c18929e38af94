import { commentSignalMessages as m } from '../../messages/index.ts'
import { ownLines } from '../../text/index.ts'
import type { Phase } from './signal.ts'

/** Links in the words, but for quoted ones, or in the name. */
export const links: Phase = {
  name: 'links',
  look(comment) {
    const inText = ownLines(comment.text).match(/https?:\/\/|www\./gi)?.length ?? 0
    const inName = /https?:\/\/|www\.|\.[a-z]{2,6}\//i.test(comment.authorName)
    if (inName) return { state: 'raised', words: m.linkInName, weight: 0.6 }
    if (inText === 0) return null
    return {
      state: 'raised',
      words: m.links(inText),
      weight: Math.min(0.15 * inText, 0.6),
    }
  },
}
