import type { Phase } from './signal.ts'

/** Several comments from one network within ten minutes: a family, a school, or a flood. */
export const limits: Phase = {
  name: 'limits',
  look(_comment, { recentFromSender }) {
    if (recentFromSender < 3) return null
    return {
      state: 'raised',
      words: `${recentFromSender + 1} comments from the same network within ten minutes`,
      weight: Math.min(0.1 * (recentFromSender - 2), 0.6),
    }
  },
}
