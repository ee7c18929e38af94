/**
 * `npm run dev`: the site from the sources. A change under src/ builds it anew,
 * starts the new server, ends the old one and makes open pages load again. Where
 * it can't be built, or the new server does not open, what went wrong is printed
 * in one piece and the last good server goes on. Its data is in data-dev/.
 */
import './node-version.mjs'

const { spawn } = await import('node:child_process')
const { statSync } = await import('node:fs')
const { createServer } = await import('node:net')
const { join } = await import('node:path')
const { setTimeout: pause } = await import('node:timers/promises')
const { openFront } = await import('./dev-front.mjs')
const { sourceFiles } = await import('./freshness.mjs')
const { startServer } = await import('./server-process.mjs')
const { installPackages, root } = await import('./set-up.mjs')

/** Between two looks at the sources, in milliseconds. Looked at, not told of: not every editor, disk and container tells. */
const LOOK_EVERY = 300

process.chdir(root)
const problem = await installPackages('program')
if (problem) fail(problem)

const host = process.env.COURANT_HOST || '127.0.0.1'
const port = Number(process.env.COURANT_PORT || 4000)
const front = await openFront({ host, port }).catch((error) =>
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use. Stop what runs there, or start with COURANT_PORT=4001.`
      : `The site can't listen on ${host}, port ${port} (${error.code ?? error.message}). Choose others with COURANT_HOST and COURANT_PORT.`,
  ),
)
const url = `http://localhost:${front.port}`

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => ending.abort())
/** @type {Promise<null>} */
const ended = new Promise((resolve) => {
  ending.signal.addEventListener('abort', () => resolve(null))
})

/** The server that requests go to. @type {{ now: import('./server-process.mjs').ServerProcess | null }} */
const server = { now: null }
/** Servers that are being stopped. @type {Set<Promise<void>>} */
const leaving = new Set()
let seen = ''
while (!ending.signal.aborted) {
  const now = lookAtSources()
  if (now === seen) await pause(LOOK_EVERY, null, { signal: ending.signal }).catch(() => {})
  else {
    // What changes while it builds is seen at the next look.
    seen = now
    await renew()
  }
}
front.close()
await Promise.all([server.now?.stop(), ...leaving])

async function renew() {
  const began = performance.now()
  const wrong = await build()
  if (ending.signal.aborted) return
  if (wrong !== null) return complain('This could not be built', wrong)
  const inner = await freePort()
  // No address of a real site, no real mail server: whatever the shell has set for those is not meant here.
  const next = startServer({
    ...process.env,
    COURANT_DATA: 'data-dev',
    COURANT_DATABASE: '',
    COURANT_SMTP: '',
    COURANT_HOST: '127.0.0.1',
    COURANT_PORT: String(inner),
    COURANT_URL: url,
  })
  const words = await Promise.race([next.opened, ended])
  if (words === null) {
    await next.stop()
    if (!ending.signal.aborted) complain('The server did not open', next.said())
    return
  }
  const old = server.now
  server.now = next
  front.leadTo(inner)
  front.reload()
  if (old) leave(old)
  next.ended.then(() => {
    if (server.now !== next || ending.signal.aborted) return
    server.now = null
    front.leadTo(null)
    complain('The server ended by itself', 'The next change starts it again.')
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (old) console.log(`Built and restarted in ${seconds} s.`)
  else console.log(`${words}A change under src/ builds it anew and reloads open pages. Ctrl-C ends it.`)
}

/** Null, or all that the build said. In a process of its own, so that a change of the build itself counts too. */
async function build() {
  const child = spawn(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const stop = () => child.kill()
  ending.signal.addEventListener('abort', stop)
  const status = await new Promise((resolve) => {
    child.once('error', resolve)
    child.once('close', resolve)
  })
  ending.signal.removeEventListener('abort', stop)
  return status === 0 ? null : said
}

/** @param {import('./server-process.mjs').ServerProcess} old */
function leave(old) {
  const gone = old.stop().finally(() => leaving.delete(gone))
  leaving.add(gone)
}

/** One line that differs where a file the build reads has been written. */
function lookAtSources() {
  return sourceFiles(root)
    .map((path) => {
      const file = statSync(join(root, path), { throwIfNoEntry: false })
      return `${path} ${file?.mtimeMs} ${file?.size}`
    })
    .join('\n')
}

/** A port that is free now: the server has to be reached there and may not say so, since its address is the front's. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address())
      probe.close(() => resolve(port))
    })
  })
}

/** @param {string} what @param {string} words */
function complain(what, words) {
  const standing = server.now ? ', the last good server goes on' : ''
  console.error(`\n── ${what}${standing}\n${words.trim()}\n──\n`)
}

/** @param {string} words @returns {never} */
function fail(words) {
  console.error(words)
  process.exit(1)
}
