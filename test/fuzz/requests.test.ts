/**
 * Whatever is sent, a person gets an answer with a sentence, and the program
 * goes on: random requests to every address and form, as nobody and as each
 * role. A short run with every `npm test`; `npm run test:fuzz` is the long one.
 */
import { describe, expect, test } from 'vitest'
import { DATABASES } from '../databases.ts'
import { fuzz, told } from './fuzz.ts'

const requests = Number(process.env.COURANT_TEST_FUZZ_REQUESTS ?? 1200)
const seed = Number(process.env.COURANT_TEST_FUZZ_SEED ?? 12)
const isLong = process.env.COURANT_TEST_FUZZ_REQUESTS !== undefined
const only = process.env.COURANT_TEST_FUZZ_DATABASE

for (const kind of DATABASES.filter((one) => !only || one === only)) {
  describe(`on ${kind}`, () => {
    test(
      'no request, however odd, breaks an answer, tells of the inside, loses what was typed or leaves an error in the log',
      async () => {
        const report = await fuzz(kind, { seed, requests })
        if (isLong) console.log(told(report, `\n${kind}, seed ${seed}`))
        expect(report.faults.map(({ what, request, number }) => `${number}: ${what}\n${request}`)).toEqual([])
        expect(report.requests).toBeGreaterThanOrEqual(requests)
      },
      isLong ? 24 * 3_600_000 : 60_000,
    )
  })
}
