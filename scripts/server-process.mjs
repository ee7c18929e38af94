/** The built program as a process of its own, for the scripts that stand in front of it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './set-up.mjs'

/**
 * @typedef {object} ServerProcess
 * @property {Promise<string | null>} opened what it said until it was open; null where it ended before that
 * @property {Promise<void>} ended
 * @property {() => string} said all it has said so far
 * @property {() => Promise<void>} stop asks it to end, and waits until it has
 */

/**
 * Starts `courant serve` with these settings. What it says from when it is open until it is told to end goes on to our
 * own output.
 * @param {NodeJS.ProcessEnv} env
 * @returns {ServerProcess}
 */
export function startServer(env) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/main.js'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let isOpen = false
  let isLeaving = false
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  })
  /** @type {Promise<string | null>} */
  const opened = new Promise((resolve) => {
    const hear = (/** @type {NodeJS.WriteStream} */ out) => (/** @type {Buffer} */ chunk) => {
      if (isOpen && !isLeaving) out.write(chunk)
      said += chunk
      // The lines about the newsroom come last.
      if (isOpen || !/The site is open on \S+[\s\S]*\/newsroom\S*[\s\S]*\n$/.test(said)) return
      isOpen = true
      resolve(said)
    }
    child.stdout.on('data', hear(process.stdout))
    child.stderr.on('data', hear(process.stderr))
    ended.then(() => resolve(null))
  })
  return {
    opened,
    ended,
    said: () => said,
    async stop() {
      isLeaving = true
      child.kill('SIGTERM')
      await ended
    },
  }
}
