/** Copies of the tree to put faults into, so that nobody's own files are touched. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * @typedef {object} Copy
 * @property {(path: string) => string} read
 * @property {(path: string, text: string) => void} write
 * @property {(tests: string[], limits: { ms: number, bail: boolean, notes?: string }) => Promise<'passed' | 'failed' | 'hung'>} run
 * @property {() => boolean} typed whether the compiler has nothing against it
 * @property {() => void} drop ends what runs in it as well
 */

/** Every file that git knows or would take, with the packages linked. @returns {Copy} */
export function copyTree() {
  const folder = mkdtempSync(join(tmpdir(), 'courant-mutants-'))
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const path of listed.toString().split('\0')) {
    if (path === '' || !existsSync(join(root, path))) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(join(root, path), join(folder, path))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  /** @type {ReturnType<typeof startTests> | undefined} */
  let running
  return {
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write: (path, text) => writeFileSync(join(folder, path), text),
    run(tests, limits) {
      running = startTests(folder, tests, limits)
      return running.outcome
    },
    typed: () =>
      spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit'], { cwd: folder }).status === 0,
    drop() {
      running?.end()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/**
 * @param {string} folder
 * @param {string[]} tests
 * @param {{ ms: number, bail: boolean, notes?: string }} limits
 * @returns {{ outcome: Promise<'passed' | 'failed' | 'hung'>, end: () => void }}
 */
function startTests(folder, tests, { ms, bail, notes }) {
  writeFileSync(join(folder, '.mutant-tests'), tests.join('\n'))
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/mutants/vitest.config.ts']
  const child = spawn(process.execPath, [...vitest, ...(bail ? ['--bail', '1'] : []), ...tests], {
    cwd: folder,
    env: {
      ...process.env,
      COURANT_TEST_DATABASES: process.env.COURANT_TEST_DATABASES ?? 'sqlite',
      ...(notes ? { COURANT_TEST_EXECUTED: notes } : {}),
    },
    stdio: notes ? ['ignore', 'inherit', 'inherit'] : 'ignore',
    // A group of its own, so that what hangs ends with all that it has started.
    detached: true,
  })
  const end = () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
  }
  /** @type {Promise<'passed' | 'failed' | 'hung'>} */
  const outcome = new Promise((resolve) => {
    let hung = false
    const limit = setTimeout(() => {
      hung = true
      end()
    }, ms)
    child.once('exit', (status) => {
      clearTimeout(limit)
      resolve(hung ? 'hung' : status === 0 ? 'passed' : 'failed')
    })
  })
  return { outcome, end }
}
