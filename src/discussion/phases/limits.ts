import { commentSignalMessages as m } from '../../messages/index.ts'
import type { Phase } from './signal.ts'

/** Several comments from one network within ten minutes: a family, a school, or a flood. */
export const limits: Phase = {
  name: 'limits',
  look(_comment, { recentFromSender }) {
    if (recentFromSender < 3) return null
    return {
      state: 'raised',
      words: m.fromNetworkInTenMinutes(recentFromSender + 1),
      weight: Math.min(0.1 * (recentFromSender - 2), 0.6),
    }
  },
}
