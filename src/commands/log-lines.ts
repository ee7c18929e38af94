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
  let size = 0
  let lost = 0
  /** The last line that was written is not whole, and its rest is lost; or is the first of what waits. */
  let cut = false
  let restWaits = false
  let writing = false
  let restUntil = 0

  const take = (): Buffer | null => {
    if (waiting.length === 0) return null
    const all = Buffer.concat(waiting)
    // Nothing is said in the middle of a line.
    const at = restWaits ? all.indexOf(NEWLINE) + 1 : 0
    const between = `${cut ? '\n' : ''}${lost > 0 ? lineOf(lost) : ''}`
    waiting = []
    size = 0
    return Buffer.concat([all.subarray(0, at), Buffer.from(between), all.subarray(at)])
  }
  const done = (lines: Buffer, told: number, written: number, error: NodeJS.ErrnoException | null) => {
    const goesOn = !error || error.code === 'EAGAIN'
    if (written > 0) {
      cut = lines[written - 1] !== NEWLINE
      restWaits = false
    }
    // Said, or waiting to be with the lines that it came with.
    const isTold = written > 0 || goesOn
    if (isTold) lost -= told
    const rest = lines.subarray(written)
    if (rest.length === 0) return
    if (goesOn) {
      // The reader of a pipe is slow, or took a part: the rest goes first.
      restWaits ||= cut
      cut = false
      waiting.unshift(rest)
      size += rest.length
    } else {
      lost += rest.reduce((lines, byte) => lines + (byte === NEWLINE ? 1 : 0), 0) - (told > 0 && !isTold ? 1 : 0)
      cut ||= restWaits
      restWaits = false
    }
    if (!error) return
    const pause = error.code === 'EAGAIN' ? SLOW_READER : AGAIN_AFTER
    restUntil = performance.now() + pause
    setTimeout(pump, pause + 1).unref()
  }
  const pump = () => {
    if (writing || performance.now() < restUntil) return
    const lines = take()
    if (!lines) return
    const told = lost
    writing = true
    write(descriptor, lines, (error, written) => {
      writing = false
      done(lines, told, written ?? 0, error)
      pump()
    })
  }
  // What is waiting when the program ends is written if that goes at once.
  process.once('exit', () => {
    const lines = take()
    try {
      if (lines) writeSync(descriptor, lines)
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

const lineOf = (lost: number): string =>
  `${JSON.stringify({ level: 40, time: Date.now(), lost, msg: 'lines before this could not be written to the log' })}\n`
