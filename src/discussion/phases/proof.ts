import { commentSignalMessages as m } from '../../messages/index.ts'
import type { Phase, ProofFound } from './signal.ts'

/** While comments flood in, one that took no work says more than usual. */
const IN_A_FLOOD = 0.3

/**
 * The work that the browser was asked for while its reader wrote. Without
 * JavaScript there is none, so that alone moves a comment hardly at all.
 */
export const proof: Phase = {
  name: 'proof of work' as const,
  look(_comment, { proof: found }) {
    if (!found) return null
    const words = m.browserCheck[found.state]
    return found.state === 'done'
      ? { state: 'ok', words, weight: 0 }
      : { state: 'raised', words, weight: weightOf(found) }
  },
}

function weightOf({ state, pace }: ProofFound): number {
  if (state === 'spent' || state === 'wrong') return 0.5
  if (state === 'none') return pace === 'flood' ? IN_A_FLOOD : 0.1
  return 0.05
}
