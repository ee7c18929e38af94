/** `courant read`: who says what, through whom and when, in files, folders and stories. */
import type { Call, Outcome } from './command.ts'
import { nameOf } from './read-job.ts'
import { findJobs } from './read-jobs.ts'
import { runJobs } from './read-pool.ts'
import { tableOf } from './read-table.ts'

/** The width of a page where there is no terminal to ask. */
const PAGE_WIDTH = 80

export async function readStories(call: Call): Outcome {
  const { words, options, out, err } = call
  if (words.length === 0) {
    err('Say what to read: courant read FILE|STORY…; a folder is read whole, and - is standard input.')
    return 2
  }
  if (words.filter((word) => word === '-').length > 1) {
    err('Standard input can be read once only; leave one - in the command.')
    return 2
  }
  const day = typeof options.date === 'string' ? options.date : null
  if (day !== null && !isDay(day)) {
    err(`"${day}" is not a day; write it as 2024-05-16.`)
    return 2
  }
  endQuietlyWithTheReader()
  const jobs = await findJobs(call, day)
  if (!jobs) return 1
  const several = jobs.length !== 1 || jobs[0]?.file !== words[0] || words.length > 1
  const style = {
    width: process.stdout.columns || PAGE_WIDTH,
    colours: process.stdout.isTTY && process.stdout.hasColors(),
  }
  const progress = progressOf(jobs.length)
  let status: 0 | 1 = 0
  let [index, printed] = [0, 0]
  for await (const result of runJobs(jobs, progress.show)) {
    const file = jobs[index++]?.file ?? ''
    progress.clear()
    if ('problem' in result) {
      status = 1
      err(result.problem)
    } else if (options.json) {
      out(several ? JSON.stringify(result) : JSON.stringify(result, null, 2))
    } else {
      if (printed++ > 0) out(`\n${'─'.repeat(Math.min(style.width, PAGE_WIDTH))}\n`)
      out(tableOf({ ...result, file: nameOf(file) }, style))
    }
  }
  progress.clear()
  return status
}

/** A day of the calendar, YYYY-MM-DD. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const at = Date.parse(`${value}T00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}

/** `| head` closes the pipe once it has what it wants: that is no error. */
function endQuietlyWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
  })
}

/** A line on standard error that says how far it is, where somebody sits before it and there is something to wait for. */
function progressOf(all: number): { show(read: number): void; clear(): void } {
  if (all < 2 || !process.stderr.isTTY) return { show() {}, clear() {} }
  const clear = () => void process.stderr.write('\r\x1b[K')
  return {
    clear,
    show(read) {
      clear()
      if (read < all) process.stderr.write(`Reading: ${read} of ${all}`)
    },
  }
}
