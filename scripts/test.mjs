/**
 * `npm test`: the whole suite, from a fresh clone. It sets up what the tests
 * need (packages, Chromium, PostgreSQL), then runs types, lint and the tests.
 * A step that fails does not hide what the later ones find; each counts as one
 * failure in the last line.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { findLightChromium, findPostgres, onPath } from './find-programs.mjs'
import { COMPILER_PACKAGES, installPackages, root, runQuietly } from './set-up.mjs'
import { testDatabases } from './test-databases.mjs'

process.chdir(root)
const started = performance.now()
const minutes = () => `${((performance.now() - started) / 60_000).toFixed(1)} min`

const problems = await setUp()
if (problems.length > 0) {
  for (const problem of problems) console.error(problem)
  process.exit(1)
}

const results = join(root, '.cache/tests.json')
rmSync(results, { force: true })
const bin = (/** @type {string} */ name) => join(root, 'node_modules', name)

// Side by side: each of them waits for the disk or keeps to one processor for a good part.
const failedSteps = (
  await Promise.all([
    stepBeside('Types', [bin('typescript/bin/tsc'), '--noEmit']),
    stepBeside('Lint', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']),
    stepBeside('The rules of the house', [join(root, 'scripts/lint-house.mjs')]),
  ])
).filter((ok) => !ok).length

const passed = step('Tests: units, databases, the browser', [
  bin('vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
])
const totals = count(passed)
const failed = totals.failed + failedSteps
console.log(`\n${minutes()} in all${failedSteps > 0 ? `; ${failedSteps} failed before the tests, see above` : ''}`)
console.log(`${totals.passed} passed, ${failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0

/**
 * Runs one step with what it says on screen, under its name and followed by its time.
 * @param {string} name
 * @param {string[]} command run by Node
 */
function step(name, command) {
  const began = performance.now()
  console.log(`\n── ${name}`)
  const ok = spawnSync(process.execPath, command, { stdio: 'inherit' }).status === 0
  sayEnd(name, ok, began)
  return ok
}

/**
 * The same beside others: what it says comes in one piece, once it has ended.
 * @param {string} name
 * @param {string[]} command run by Node
 */
async function stepBeside(name, command) {
  const began = performance.now()
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  const [status] = await once(child, 'exit')
  console.log(`\n── ${name}`)
  process.stdout.write((await said).join(''))
  sayEnd(name, status === 0, began)
  return status === 0
}

/**
 * @param {string} name
 * @param {boolean} ok
 * @param {number} began by performance.now()
 */
function sayEnd(name, ok, began) {
  console.log(`── ${name}: ${ok ? 'passed' : 'failed'} after ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

/**
 * Vitest's totals. A file that could not be run, and an error outside any test, count as a failure each.
 * @param {boolean} passed how Vitest itself saw the whole
 */
function count(passed) {
  /** @type {{ numPassedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const report = JSON.parse(readFileSync(results, 'utf8'))
  const failures = report.testResults.map(({ status, assertionResults }) => {
    const failedTests = assertionResults.filter((result) => result.status === 'failed').length
    return failedTests === 0 && status === 'failed' ? 1 : failedTests
  })
  const failed = failures.reduce((sum, number) => sum + number, 0)
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !passed ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * Packages, a Chromium and a PostgreSQL server. On Debian, as root, what is missing is installed.
 * @returns {Promise<string[]>} one sentence for each thing that is missing and how to get it
 */
async function setUp() {
  const wanted = testDatabases()
  if ('problem' in wanted) return [wanted.problem]
  const apt = process.getuid?.() === 0 ? onPath('apt-get') : null
  const lacksTools = ['make', 'g++', 'python3'].some((name) => !onPath(name))
  let packages = await installPackages('all')
  if (packages && apt && lacksTools) {
    await aptInstall(apt, 'a compiler', COMPILER_PACKAGES)
    packages = await installPackages('all')
  }
  if (packages) return [packages]

  if (apt && !process.env.COURANT_CHROMIUM) {
    const light = 'chromium-headless-shell'
    if (!onPath(light)) await aptInstall(apt, 'a light Chromium', [light])
    if (!findLightChromium()) await aptInstall(apt, 'Chromium', ['chromium'])
  }
  const needsPostgres = () =>
    wanted.databases.includes('postgres') && !process.env.COURANT_TEST_POSTGRES && !findPostgres()
  if (apt && needsPostgres()) await aptInstall(apt, 'PostgreSQL', ['postgresql'])

  return [
    findLightChromium()
      ? ''
      : process.env.COURANT_CHROMIUM
        ? `COURANT_CHROMIUM is "${process.env.COURANT_CHROMIUM}", which is no program: give the path of Chromium or Chrome.`
        : 'The tests need Chromium or Chrome and found none: install it (Debian: apt-get install chromium-headless-shell; macOS: brew install --cask chromium), or give its path in COURANT_CHROMIUM.',
    needsPostgres()
      ? 'The tests need a PostgreSQL server and found none: install it (Debian: apt-get install postgresql; macOS: brew install postgresql), or give the address of a running one in COURANT_TEST_POSTGRES, as postgres://user:password@host/name. COURANT_TEST_DATABASES=sqlite leaves it out.'
      : '',
  ].filter(Boolean)
}

/**
 * @param {string} apt
 * @param {string} what
 * @param {string[]} names
 */
async function aptInstall(apt, what, names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // A machine that reaches no package server is told so soon: it may have what will do.
  const soon = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::https::Timeout=20', '-o', 'Acquire::Retries=1']
  const name = `apt-${names[0]}`
  await runQuietly({
    doing: 'Reading the lists of Debian packages',
    log: 'apt-update',
    command: apt,
    args: [...soon, 'update'],
    env,
  })
  const args = [...soon, 'install', '--yes', '--no-install-recommends', ...names]
  const outcome = await runQuietly({ doing: `Installing ${what}`, log: name, command: apt, args, env })
  if (!outcome.ok) console.error(`apt-get could not install ${what}; its output is in ${outcome.file}.`)
}
