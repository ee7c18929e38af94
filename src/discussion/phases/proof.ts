import type { Phase, ProofFound } from './signal.ts'

/** While comments flood in, one that took no work says more than usual. */
const IN_A_FLOOD = 0.3

/**
 * The work that the browser was asked for while its reader wrote. Without
 * JavaScript there is none, so that alone moves a comment hardly at all.
 */
export const proof: Phase = {
  name: 'proof of work',
  look(_comment, { proof: found }) {
    if (!found) return null
    if (found.state === 'done')
      return { state: 'ok', words: 'The browser did the work that it was asked for', weight: 0 }
    return { state: 'raised', words: WORDS[found.state], weight: weightOf(found) }
  },
}

const WORDS: Record<Exclude<ProofFound['state'], 'done'>, string> = {
  less: 'The browser did the work that was asked for before so many comments came',
  old: 'The browser’s work was done too long ago',
  none: 'Sent without JavaScript',
  spent: 'The browser’s work had been used for another comment',
  wrong: 'What should be the browser’s work is made up, or of another form',
}

function weightOf({ state, pace }: ProofFound): number {
  if (state === 'spent' || state === 'wrong') return 0.5
  if (state === 'none') return pace === 'flood' ? IN_A_FLOOD : 0.1
  return 0.05
}
