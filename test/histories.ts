/**
 * Random histories, played as often as is asked for. `npm test` plays each
 * promise once; `npm run test:promises -- --times 100` a hundred times, every
 * time with a seed of its own, and goes on after a failure. A failing history is
 * said as it is, with what plays it again: each is long, and shrinking would
 * repeat it many times over.
 */
import { appendFileSync } from 'node:fs'
import fc from 'fast-check'

export const TIMES = Number(process.env.COURANT_TEST_TIMES ?? 1)

interface Played {
  promise: string
  kind: string
  /** So many at a time. */
  histories: number
}

export async function playHistories(
  { promise, kind, histories }: Played,
  property: fc.IAsyncProperty<[unknown]>,
): Promise<void> {
  const again = /^(-?\d+)(?:,([\d:]+))?$/.exec(process.env.COURANT_TEST_SEED ?? '')
  const failures: string[] = []
  for (let time = 1; time <= TIMES; time++) {
    const began = performance.now()
    const result = await fc.check(property, {
      numRuns: histories,
      endOnFailure: true,
      ...(again ? { seed: Number(again[1]) + time - 1, ...(again[2] ? { path: again[2] } : {}) } : {}),
    })
    const seconds = (performance.now() - began) / 1000
    const seed = `${result.seed}${result.counterexamplePath ? `,${result.counterexamplePath}` : ''}`
    note({ promise, kind, seconds, seed, failed: result.failed })
    if (result.failed) failures.push(`--seed ${seed}\n${fc.defaultReportMessage(result)}\n${whatWasThrown(result)}`)
  }
  if (failures.length > 0)
    throw new Error(`“${promise}” on ${kind}: ${failures.length} of ${TIMES} failed\n\n${failures.join('\n\n')}`)
}

/** fast-check hands it on as a cause, which a list of failures has no room for. */
const whatWasThrown = ({ errorInstance }: { errorInstance?: unknown }): string =>
  errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance)

/** For scripts/test-promises.mjs, which says it and sums it up. */
function note(result: object): void {
  const file = process.env.COURANT_TEST_RESULTS
  if (file) appendFileSync(file, `${JSON.stringify(result)}\n`)
}
