/**
 * `npm run test:nodes`: a fresh clone of the last commit under every Node we
 * promise: `npm start` installs, builds and starts it, and a reader and an
 * editor walk through it. Node itself comes from the registry's node-PLATFORM
 * packages, with the headers to compile against, and is kept in .cache/nodes/.
 * `npm run test:nodes -- 24` walks one.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { onPath } from './find-programs.mjs'
import { npmCommand, root, runQuietly } from './set-up.mjs'
import { walk } from './walk-site.mjs'

/** The oldest that package.json allows, and the newest of each line that is kept up. */
const VERSIONS = ['20.19.0', '22', '24', '26']
/** How long installing, compiling and building may take, in milliseconds. */
const PATIENCE = 20 * 60_000

const named = process.argv.slice(2)
let failed = 0
for (const version of named.length > 0 ? named : VERSIONS) {
  const began = performance.now()
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`
  try {
    const node = await fetchNode(version)
    const steps = await inFreshClone((clone) => startAndWalk(node, clone))
    console.log(`Node ${node.version}: installed, started and walked, ${steps} of ${steps} steps, ${seconds()}`)
  } catch (error) {
    failed += 1
    console.error(`Node ${version}: failed after ${seconds()}: ${error instanceof Error ? error.message : error}`)
  }
}
process.exitCode = failed > 0 ? 1 : 0

/**
 * A Node of this version, with the headers that compiled packages need.
 * @param {string} version
 */
async function fetchNode(version) {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const folder = join(root, '.cache/nodes', version)
  const home = join(folder, 'node_modules', name)
  if (!existsSync(home)) {
    mkdirSync(folder, { recursive: true })
    const [npm, before] = npmCommand()
    const args = [...before, 'install', '--prefix', folder, '--no-save', '--ignore-scripts', `${name}@${version}`]
    const outcome = await runQuietly({
      doing: `Fetching Node ${version}`,
      log: `node-${version}`,
      command: npm,
      args,
    })
    if (!outcome.ok) throw new Error(`the package ${name}@${version} could not be had, see ${outcome.file}`)
  }
  const bin = join(home, 'bin')
  const answer = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' })
  if (answer.status !== 0) throw new Error(`${join(bin, 'node')} does not run on this machine`)
  return { bin, home, version: answer.stdout.trim().slice(1) }
}

/**
 * @template T
 * @param {(clone: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function inFreshClone(work) {
  const folder = mkdtempSync(join(tmpdir(), 'courant-node-'))
  try {
    const clone = join(folder, 'courant')
    const git = spawnSync('git', ['clone', '--quiet', root, clone], { encoding: 'utf8' })
    if (git.status !== 0) throw new Error(`git clone: ${git.stderr || git.error}`)
    return await work(clone)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * `npm start` as a stranger types it, with this Node first on PATH; answers how many steps were walked.
 * @param {{ bin: string, home: string }} node
 * @param {string} clone
 */
async function startAndWalk(node, clone) {
  const npm = process.env.npm_execpath ?? onPath('npm')
  if (!npm) throw new Error('npm was not found: run this by "npm run test:nodes"')
  // What the npm that runs us has set is of our Node, so only what a shell has is passed on.
  const env = {
    PATH: `${node.bin}${delimiter}${process.env.PATH}`,
    HOME: process.env.HOME,
    npm_config_nodedir: node.home,
    COURANT_PORT: '0',
    COURANT_DATA: join(clone, 'data'),
  }
  // npm does not hand on a signal to what it started, so they are a group that is stopped as one.
  const server = spawn(join(node.bin, 'node'), [npm, 'start'], {
    cwd: clone,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  const ended = once(server, 'exit')
  try {
    const opened = new Promise((resolve) => {
      for (const stream of [server.stdout, server.stderr]) {
        stream.on('data', (chunk) => {
          output += chunk
          if (/The site is open on \S+[\s\S]*\/newsroom\/sign-in\/\S+\s/.test(output)) resolve(true)
        })
      }
    })
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, 'late').unref())
    const outcome = await Promise.race([opened, ended, late])
    if (outcome !== true) {
      const how = outcome === 'late' ? 'did not start in time' : 'ended before the site was open'
      throw new Error(`npm start ${how}. It said:\n${output.slice(-3000)}`)
    }
    const url = /The site is open on (\S+)/.exec(output)?.[1]?.replace('localhost', '127.0.0.1') ?? ''
    const token = /\/newsroom\/sign-in\/(\S+)/.exec(output)?.[1] ?? ''
    return await walk(url, token)
  } finally {
    if (server.exitCode === null && server.pid) process.kill(-server.pid, 'SIGTERM')
    await ended
  }
}
