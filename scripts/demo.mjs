/**
 * `npm run demo`: a newsroom to try things in, with weeks behind it: stories,
 * comments in every state, campaigns, appeals, reports, bans, rules, letters. It
 * lies in data-demo/, which is made anew at each start; the site on it is the
 * built program, as `npm start` runs it.
 */
import './node-version.mjs'

const { rmSync } = await import('node:fs')
const { join } = await import('node:path')
const { buildIfChanged, installPackages, root, runQuietly } = await import('./set-up.mjs')
const { startServer } = await import('./server-process.mjs')

const FOLDER = 'data-demo'

process.chdir(root)
const problem = (await installPackages('program')) ?? (await buildIfChanged()) ?? (await buildDemo())
if (problem) {
  console.error(problem)
  process.exit(1)
}

console.log(`Filling ${FOLDER}/ anew: what was tried out there before is gone …`)
const began = performance.now()
rmSync(FOLDER, { recursive: true, force: true })
const { fill } = await import(new URL('../dist/demo/fill.js', import.meta.url).href)
const url = `http://localhost:${process.env.COURANT_PORT || 4000}`
const ways = await fill(join(root, FOLDER), url)
console.log(`  done after ${Math.round((performance.now() - began) / 1000)} s`)

// Whatever the shell has set for a real site is not meant here: its database would be filled, its readers written to.
const env = {
  ...process.env,
  COURANT_DATA: FOLDER,
  COURANT_DATABASE: '',
  COURANT_SMTP: '',
  COURANT_MAIL_FROM: 'newsroom@courant.example',
  COURANT_URL: '',
}
const server = startServer(env)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.stop())
const words = await server.opened
if (words === null) {
  console.error(server.said().trim())
  process.exit(1)
}
const open = /The site is open on (\S+)/.exec(words)?.[1]
console.log(`
The Harrow Ferry Courant is open on ${open}

Each of these links signs in once, within 24 hours:

  ${ways.editor.name}, editor:  ${open}${ways.editor.path}
  ${ways.moderator.name}, moderator:  ${open}${ways.moderator.path}

Another:  COURANT_DATA=${FOLDER} COURANT_URL=${open} node dist/main.js sign-in "${ways.editor.name}"
Letters that leave are put into ${FOLDER}/outbox. Ctrl-C ends the site; the next "npm run demo" begins afresh.
`)
await server.ended

/** Null, or what went wrong. */
async function buildDemo() {
  const args = [join(root, 'scripts/build.mjs'), '--demo']
  const outcome = await runQuietly({
    doing: 'Building the demonstration',
    log: 'demo',
    command: process.execPath,
    args,
  })
  return outcome.ok ? null : `The build failed:\n${outcome.log}`
}
