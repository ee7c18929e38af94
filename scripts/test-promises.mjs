/**
 * `npm run test:promises -- --times 100`: plays the random histories that the
 * promises are tested by as often as a hundred runs of `npm test` would, on each
 * of its databases, each time with seeds of their own. Every failure is said with the
 * seed that plays it again: `npm run test:promises -- --seed 123,4`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from './set-up.mjs'
import { testDatabases } from './test-databases.mjs'

const FILES = ['nothing-unreviewed', 'no-word-in-letters', 'who-says-so'].map((name) => `test/promises/${name}.test.ts`)

const { values } = parseArgs({ options: { times: { type: 'string', default: '1' }, seed: { type: 'string' } } })
const times = Number(values.times)
if (!Number.isSafeInteger(times) || times < 1) {
  console.error(`--times is a whole number from 1 on; "${values.times}" is none.`)
  process.exit(1)
}

const wanted = testDatabases()
if ('problem' in wanted) {
  console.error(wanted.problem)
  process.exit(1)
}

const results = join(root, '.cache/promises.jsonl')
mkdirSync(join(root, '.cache'), { recursive: true })
rmSync(results, { force: true })
const vitest = spawn(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...FILES, '-t', 'no history', '--maxWorkers=1'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      COURANT_TEST_TIMES: String(times),
      COURANT_TEST_RESULTS: results,
      ...(values.seed ? { COURANT_TEST_SEED: values.seed } : {}),
    },
  },
)
let said = 0
const watch = setInterval(() => {
  for (const played of read().slice(said)) {
    said += 1
    const { promise, kind, seconds, seed, failed } = played
    console.log(`${failed ? 'FAILED' : 'held  '} ${promise}, ${kind}, ${seconds.toFixed(1)} s, --seed ${seed}`)
  }
}, 1000)
vitest.on('exit', (code) => {
  clearInterval(watch)
  const all = read()
  for (const name of new Set(all.map(({ promise, kind }) => `${promise}, ${kind}`))) {
    const own = all.filter(({ promise, kind }) => `${promise}, ${kind}` === name)
    const failed = own.filter((one) => one.failed)
    const seconds = own.reduce((sum, one) => sum + one.seconds, 0)
    const seeds = failed.length > 0 ? `: --seed ${failed.map(({ seed }) => seed).join(', --seed ')}` : ''
    console.log(
      `${name}: ${own.length - failed.length} of ${times} held, ${(seconds / own.length).toFixed(1)} s each${seeds}`,
    )
  }
  const failures = all.filter(({ failed }) => failed).length
  console.log(`${all.length} played, ${failures} failed`)
  const asMany = wanted.databases.length * FILES.length * times
  process.exitCode = code === 0 && failures === 0 && all.length === asMany ? 0 : 1
})

/** @returns {{ promise: string, kind: string, seconds: number, seed: string, failed: boolean }[]} */
function read() {
  try {
    const lines = readFileSync(results, 'utf8').split('\n')
    return lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line))
  } catch {
    return []
  }
}
