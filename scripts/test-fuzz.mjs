/**
 * `npm run test:fuzz`: the long run of test/fuzz/, on both databases.
 *
 *     npm run test:fuzz -- --requests 100000 --seed 7 --database postgres
 *
 * Prints requests by address and class of answer, the ten slowest, and each
 * fault with its request; ends with 1 where there was any.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './set-up.mjs'

const PARSER_RUNS = '3000'

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    database: { type: 'string', default: '' },
  },
})
const wrong = problemOf(values)
if (wrong) {
  console.error(wrong)
  process.exit(1)
}
console.log(`Seed ${values.seed}; with --seed ${values.seed} the same is made up again.`)
const vitest = [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  'test/fuzz/',
  'outside-input',
  '--maxWorkers=2',
  '--testTimeout=3600000',
]
const { status } = spawnSync(process.execPath, vitest, {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    COURANT_TEST_FUZZ_REQUESTS: values.requests,
    COURANT_TEST_FUZZ_SEED: values.seed,
    ...(values.database ? { COURANT_TEST_DATABASES: values.database } : {}),
    COURANT_TEST_FUZZ_RUNS: PARSER_RUNS,
  },
})
process.exitCode = status ?? 1

/** @param {{ requests: string, seed: string, database: string }} given */
function problemOf({ requests, seed, database }) {
  if (!/^[1-9]\d{0,8}$/.test(requests)) return `--requests is "${requests}"; give a whole number, such as 100000.`
  if (!/^\d{1,9}$/.test(seed)) return `--seed is "${seed}"; give a whole number, such as 7.`
  if (!['', 'sqlite', 'postgres'].includes(database))
    return `--database is "${database}"; give sqlite or postgres, or leave it out for both.`
  return null
}
