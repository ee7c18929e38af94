/** How a function that reads outside input is tried: on odd texts, from a seed, so that a failure can be had again. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { oddText } from './odd.ts'

/** How much is tried: briefly with every `npm test`, long by `npm run test:fuzz`. */
export const TRIED = {
  numRuns: Number(process.env.COURANT_TEST_FUZZ_RUNS ?? 60),
  seed: Number(process.env.COURANT_TEST_FUZZ_SEED ?? 12),
}

export const onText = (property: (text: string, other: string) => unknown): Promise<void> =>
  fc.assert(
    fc.asyncProperty(oddText, oddText, async (text, other) => void (await property(text, other))),
    TRIED,
  )

/** What is wrong is said in a sentence. */
export const isSentence = (text: string): void => void expect(text).toMatch(/[.!?]$/)
