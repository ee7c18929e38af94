/**
 * What has to be there before the program or its tests can run: packages and
 * the build. Plain Node, because it runs before any package is installed. Each
 * step says what it does and how long it has taken, and fails with one
 * sentence that says what to do.
 */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isBuilt } from './freshness.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Seconds between two lines that say a step is still running. */
const BEAT = 10

/**
 * Installs the packages of package-lock.json unless they are there: those the
 * program needs, or the tests' as well. Answers with null, or with what went wrong.
 * @param {'program' | 'all'} scope
 * @returns {Promise<string | null>}
 */
export async function installPackages(scope) {
  const installed = installedPackages()
  const missing = whatIsMissing(installed, scope)
  if (!missing) return null

  // What a developer has installed for the tests is kept.
  const everything = scope === 'all' || Object.values(installed ?? {}).some(({ dev }) => dev)
  const [npm, npmArguments] = npmCommand()
  const outcome = await runQuietly({
    doing: `Installing packages (${missing})`,
    log: 'install',
    command: npm,
    args: [
      ...npmArguments,
      'ci',
      ...(everything ? ['--include=dev'] : ['--omit=dev']),
      '--no-audit',
      '--no-fund',
      '--foreground-scripts',
    ],
    still: (log) =>
      /gyp info|node-gyp/.test(log)
        ? 'compiling better-sqlite3, as there is no ready-made binary for this machine; that takes a minute or two'
        : 'downloading',
  })
  if (outcome.ok) return null
  return `${explainInstall(outcome.log)} The whole output is in ${outcome.file}.`
}

/** Builds dist/ unless it was built from what is here. Answers with null, or with what went wrong. */
export async function buildIfChanged() {
  if (isBuilt(root)) return null
  const outcome = await runQuietly({
    doing: 'Building',
    log: 'build',
    command: process.execPath,
    args: [join(root, 'scripts/build.mjs')],
  })
  return outcome.ok ? null : `The build failed:\n${outcome.log}`
}

/**
 * Runs a command with its output in .cache/NAME.log, a line at the start and at
 * the end, and one every few seconds in between.
 * @param {{ doing: string, log: string, command: string, args: string[], env?: NodeJS.ProcessEnv, still?: (log: string) => string }} step
 * @returns {Promise<{ ok: boolean, log: string, file: string }>}
 */
export async function runQuietly({ doing, log, command, args, env = process.env, still = () => 'still at it' }) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const path = join(root, '.cache', `${log}.log`)
  const file = openSync(path, 'w')
  const started = performance.now()
  const elapsed = () => `${Math.round((performance.now() - started) / 1000)} s`
  const read = () => readFileSync(path, 'utf8')

  console.log(`${doing} …`)
  const beat = setInterval(() => console.log(`  ${elapsed()}: ${still(read())}`), BEAT * 1000)
  // Windows finds npm, which is a script there, only through its shell.
  const shell = process.platform === 'win32' && command === 'npm'
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', file, file], shell })
  /** @type {boolean} */
  const ok = await new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
  clearInterval(beat)
  closeSync(file)
  console.log(`  ${ok ? 'done' : 'failed'} after ${elapsed()}`)
  return { ok, log: read(), file: relative(process.cwd(), path) }
}

/** @typedef {Record<string, { version?: string, dev?: boolean, devOptional?: boolean, optional?: boolean }>} Packages */

/**
 * Why the packages must be installed, in a few words, or null where they need not be.
 * @param {Packages | null} installed
 * @param {'program' | 'all'} scope
 */
function whatIsMissing(installed, scope) {
  if (!installed) return 'none are there yet'
  /** @type {Packages} */
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const wanted = Object.entries(locked).filter(
    ([path, { dev, devOptional, optional }]) =>
      path !== '' && !optional && !devOptional && !(dev && scope === 'program'),
  )
  const stale = wanted.filter(
    ([path, { version }]) => installed[path]?.version !== version || !existsSync(join(root, path)),
  )
  if (stale.length > 0) return `${stale.length} of ${wanted.length} are missing or of another version`
  // Compiled code belongs to one Node and one platform; whether it does to this one, only loading it tells.
  try {
    const Database = createRequire(import.meta.url)('better-sqlite3')
    new Database(':memory:').close()
    return null
  } catch {
    return 'better-sqlite3 was made for another Node or machine'
  }
}

/**
 * What npm last put into node_modules, by its own record; null where there is none.
 * @returns {Packages | null}
 */
function installedPackages() {
  const record = join(root, 'node_modules/.package-lock.json')
  return existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')).packages : null
}

/** The npm that runs us, or else the one on PATH. @returns {[command: string, args: string[]]} */
export function npmCommand() {
  const running = process.env.npm_execpath
  return running && /npm-cli\.c?js$/.test(running) ? [process.execPath, [running]] : ['npm', []]
}

/** What to install where better-sqlite3 has to be compiled and cannot be. */
export const COMPILER_PACKAGES = ['python3', 'make', 'g++']

/** @param {string} log */
export const lacksCompiler = (log) =>
  /not found: make|(make|g\+\+|c\+\+|cc): (command )?not found|find Python|spawn make ENOENT|find Visual Studio|xcode-select/i.test(
    log,
  )

/** @param {string} log */
function explainInstall(log) {
  if (lacksCompiler(log)) {
    return `better-sqlite3 has no ready-made binary for this machine and there is no compiler to make one: install it (Debian and Ubuntu: apt-get install ${COMPILER_PACKAGES.join(' ')}; macOS: xcode-select --install; Windows: the C++ build tools of Visual Studio), then run this again.`
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(log)) {
    return 'The packages could not be downloaded: see that this machine reaches the npm registry, then run this again.'
  }
  if (/ENOSPC/.test(log))
    return 'There is no room left on the disk: free some (the packages take about 300 MB), then run this again.'
  return `The packages could not be installed: ${log.split('\n').find((line) => /npm error|ERR!/.test(line)) ?? 'npm does not say why'}.`
}
