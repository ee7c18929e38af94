import { setFlagsFromString } from 'node:v8'
import { pino } from 'pino'
import { startApp } from '../app.ts'
import type { Call, Outcome } from './command.ts'
import { logLinesTo } from './log-lines.ts'

/** What is under way has ten seconds; what still waits for an answer then is waited for no longer than this. In milliseconds. */
const LONGEST_STOP = 15_000
/** For lines that nobody waits for any more to close by themselves, in milliseconds. */
const LAST_PATIENCE = 1000

/** V8's own. */
const GROWTH_FACTOR = 2

/** Runs the site until it is told to stop (SIGTERM, SIGINT); requests under way are finished first. */
export async function serve({ config, words, out, err }: Call): Outcome {
  if (words.length > 0) {
    err(`courant serve takes no words after it; settings come from the environment (docs/operating.md).`)
    return 2
  }
  // Requests are logged one line each only where debug asks for it: reading is nobody's business.
  const log = pino({ level: config.log, base: null }, logLinesTo(2))
  const app = await startApp(config, { log })
  if ('problem' in app) {
    err(app.problem)
    return 1
  }
  setFlagsFromString(`--semi-space-growth-factor=${GROWTH_FACTOR}`)
  out(`\nThe site is open on ${app.url}`)
  if (app.firstSignIn) {
    out(`\nSign in as the first editor (this link works once, for 24 hours):\n\n  ${app.firstSignIn}\n`)
  } else {
    out(`The newsroom is at ${app.url}/newsroom; "courant sign-in" makes a new link.\n`)
  }
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  out('Finishing the requests under way …')
  // A database that says nothing would be waited for without end; what it has not confirmed, nobody was told is kept.
  let late: NodeJS.Timeout | undefined
  await Promise.race([
    app.stop(),
    new Promise<void>((resolve) => {
      late = setTimeout(resolve, config.grace * 1000 + LONGEST_STOP)
    }),
  ])
  clearTimeout(late)
  // Whatever still hangs on to a line by now (a mail server, a database that says nothing) is not waited for.
  setTimeout(() => process.exit(), LAST_PATIENCE).unref()
  return 0
}
