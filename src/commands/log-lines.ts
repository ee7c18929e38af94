/**
 * Where log lines go: to a file descriptor, one write after another, beside the
 * work. A log that can't be written (a full disk, a pipe that nobody reads)
 * never holds up or ends anything: lines wait while there is room for them,
 * then they are counted, and the count is the first thing said once writing works.
 */
import { write, writeSync } from 'node:fs'

/** Bytes that wait to be written at the most. */
const ROOM = 256 * 1024
/** After a failure, and where a reader is slow, the next attempt is so much later, in milliseconds. */
const AGAIN_AFTER = 1000
const SLOW_READER = 50
const NEWLINE = 0x0a

export interface LogLines {
  write(line: string): void
}

export function logLinesTo(descriptor: number): LogLines {
  let waiting: Buffer[] = []
  /** Bytes that wait or are being written. */
  let size = 0
  let lost = 0
  /** The last line that was written is not whole. */
  let cut = false
  /** What was not taken whole waits before all else, and nothing may come in between. */
  let begun = false
  let writing = false
  let restUntil = 0

  /** All that waits, behind a line about those that are lost (`told`). */
  const take = () => {
    if (waiting.length === 0) return null
    const told = begun ? 0 : lost
    const before = begun ? '' : `${cut ? '\n' : ''}${told > 0 ? lineOf(told) : ''}`
    const lines = Buffer.concat([Buffer.from(before), ...waiting])
    waiting = []
    return { lines, told, before: countLines(Buffer.from(before)) }
  }
  const done = (
    { lines, told, before }: NonNullable<ReturnType<typeof take>>,
    written: number,
    error: NodeJS.ErrnoException | null,
  ) => {
    // The reader of a pipe is slow, or a part was taken: the rest goes first.
    const goesOn = !error || error.code === 'EAGAIN'
    const rest = lines.subarray(written)
    if (written > 0) cut = lines[written - 1] !== NEWLINE
    if (written > 0 || goesOn) lost -= told
    begun = goesOn && rest.length > 0
    if (begun) {
      waiting.unshift(rest)
      size += rest.length
    } else lost += countLines(rest) - (written > 0 ? 0 : before)
    if (!error) return
    const pause = error.code === 'EAGAIN' ? SLOW_READER : AGAIN_AFTER
    restUntil = performance.now() + pause
    setTimeout(pump, pause + 1).unref()
  }
  const pump = () => {
    if (writing || performance.now() < restUntil) return
    const taken = take()
    if (!taken) return
    const bytes = size
    writing = true
    write(descriptor, taken.lines, (error, written) => {
      writing = false
      size -= bytes
      done(taken, written ?? 0, error)
      pump()
    })
  }
  // What is waiting when the program ends is written if that goes at once.
  process.once('exit', () => {
    const taken = take()
    try {
      if (taken) writeSync(descriptor, taken.lines)
    } catch {
      // Nobody is left to be told.
    }
  })
  return {
    write(line) {
      const bytes = Buffer.from(line)
      if (size + bytes.length > ROOM) lost += 1
      else {
        waiting.push(bytes)
        size += bytes.length
      }
      pump()
    },
  }
}

const countLines = (bytes: Uint8Array): number => bytes.reduce((lines, byte) => lines + (byte === NEWLINE ? 1 : 0), 0)

const lineOf = (lost: number): string =>
  `${JSON.stringify({ level: 40, time: Date.now(), lost, msg: 'lines before this could not be written to the log' })}\n`
