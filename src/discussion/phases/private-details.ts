import { findDetails } from '../../conduct/index.ts'
import { commentSignalMessages as m } from '../../messages/index.ts'
import { type Phase, PRIVATE_DETAILS } from './signal.ts'

/** Whether they are somebody's, and whether they may stand there, is for a person to say. */
export const privateDetails: Phase = {
  name: PRIVATE_DETAILS,
  look({ text }) {
    const found = findDetails(text).slice(0, 3)
    if (found.length === 0) return null
    const details = found.map(({ kind, words }) => m.detail(m.details[kind], words))
    return { state: 'raised', words: m.privateDetails(details), weight: 0.3 }
  },
}
