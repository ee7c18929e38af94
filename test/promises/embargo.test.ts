/**
 * What is under embargo is seen by nobody before its time. Random histories of
 * writing, publishing, embargoing, correcting, retracting, lifting and moving
 * are played against a real site, and after every step each public answer, the
 * letters and the log are searched for words that have not gone live, and for
 * the pictures and files that came into the library with them: their addresses,
 * those of their smaller copies, and all that is said of them.
 */
import fc from 'fast-check'
import { describe, test } from 'vitest'
import { DATABASES } from '../databases.ts'
import { playHistories, TIMES } from '../histories.ts'
import { tries } from '../thorough.ts'
import { begin } from './embargoed-stories.ts'

const step = fc.record({
  act: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('write', 'publish') },
    { weight: 5, arbitrary: fc.constant('embargo' as const) },
    { weight: 3, arbitrary: fc.constantFrom('forward', 'correct') },
    { weight: 1, arbitrary: fc.constantFrom('lift', 'move', 'withdraw', 'retract', 'unpublish', 'comment', 'restart') },
  ),
  on: fc.nat(999),
})

/** What a history may do is the same on both; how SQL is understood is seen in a few. */
const HISTORIES = { sqlite: tries(6), postgres: tries(2) }

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
    test(
      'no history shows a word of a version before it is live, or keeps one back afterwards',
      async () => {
        await playHistories(
          { promise: 'embargo', kind, histories: HISTORIES[kind] },
          fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 18 }), async (steps) => {
            const history = await begin(kind)
            try {
              await history.act.write(0)
              await history.act.embargo(30)
              await history.scan('the first embargo')
              for (const { act, on } of steps) {
                await history.act[act](on)
                await history.scan(`${act} ${on}`)
              }
            } finally {
              await history.end()
            }
          }),
        )
      },
      300_000 * TIMES,
    )
  })
}
