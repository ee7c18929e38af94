/**
 * Whatever is sent, a person gets an answer with a sentence, and the program
 * goes on: random requests to every address and form, as nobody and as each
 * role. A short run with every `npm test`; `npm run test:fuzz` is the long one.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DATABASES } from '../databases.ts'
import { fuzz, told } from './fuzz.ts'

const KEPT = JSON.parse(readFileSync(new URL('corpus/seeds.json', import.meta.url), 'utf8')) as number[]
const SHORT = 400

const { COURANT_TEST_FUZZ_REQUESTS: long, COURANT_TEST_FUZZ_SEED: seed } = process.env
const requests = Number(long ?? SHORT)
const seeds = seed === undefined ? KEPT : [Number(seed)]

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
    test.each(seeds)(
      'no request, however odd, breaks an answer, tells of the inside, loses what was typed or leaves an error in the log: seed %d',
      async (seed) => {
        const report = await fuzz(kind, { seed, requests })
        if (long) console.log(told(report, `\n${kind}, seed ${seed}`))
        expect(report.faults.map(({ what, request, number }) => `${number}: ${what}\n${request}`)).toEqual([])
        expect(report.requests).toBeGreaterThanOrEqual(requests)
      },
      long ? 24 * 3_600_000 : 60_000,
    )
  })
}
