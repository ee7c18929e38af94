/**
 * What the outside world can do to the database, told apart from our own
 * mistakes. All else that the database throws is a defect and is thrown on.
 *
 * - busy: another holds it; nothing was kept.
 * - full: no room; nothing was kept.
 * - down: it does not answer; nothing was kept.
 * - unsure: it broke off while it was keeping; what was written is there, or it isn't.
 * - damaged: its file can't be read any more.
 */
export type StoreProblem = 'busy' | 'full' | 'down' | 'unsure' | 'damaged'

const SQLITE_FULL = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC'])
const POSTGRES_FULL = new Set(['53100'])
const POSTGRES_BUSY = new Set(['40001', '40P01', '55P03', '53300', '57014'])
/** Shut down, starting up, a line that the server ended; and a standby that takes no writing. */
const POSTGRES_DOWN = /^(08...|57P0[1235]|25P03|25006|58030)$/
/** What a client says of its own line, without a code. */
const LINE_LOST =
  /Connection terminated|timeout exceeded when trying to connect|timeout expired|is not queryable|Client was closed/

/** The kind of problem where the error is one; null where it is something else. */
export function storeProblem(error: unknown): StoreProblem | null {
  const code = errorCode(error)
  if (isMarked(error, inDoubt)) return 'unsure'
  if (/^SQLITE_(BUSY|LOCKED)/.test(code) || POSTGRES_BUSY.has(code)) return 'busy'
  if (SQLITE_FULL.has(code) || POSTGRES_FULL.has(code)) return 'full'
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code) || /^XX00[12]$/.test(code)) return 'damaged'
  if (POSTGRES_DOWN.test(code) || code.startsWith('SQLITE_IOERR')) return 'down'
  // A reader's line breaks with the same codes as the database's, so it matters whose it was.
  if (isMarked(error, ofDatabase) && (/^E[A-Z_]+$/.test(code) || LINE_LOST.test((error as Error).message)))
    return 'down'
  return null
}

const ofDatabase = new WeakSet<object>()
const inDoubt = new WeakSet<object>()
const isMarked = (error: unknown, marks: WeakSet<object>): boolean =>
  typeof error === 'object' && error !== null && marks.has(error)

/** Notes that an error comes from talking to the database, and from nobody else's line; answers it. */
export function fromDatabase(error: unknown): unknown {
  if (typeof error === 'object' && error !== null) ofDatabase.add(error)
  return error
}

/** Notes that nobody knows whether what was to be kept is kept; answers the error. */
export function unsure(error: unknown): unknown {
  if (typeof error === 'object' && error !== null) inDoubt.add(error)
  return error
}

/** Worth trying the whole transaction again, because nothing of it was kept. */
export const isPassing = (error: unknown): boolean =>
  /^SQLITE_(BUSY|LOCKED)/.test(errorCode(error)) || ['40001', '40P01'].includes(errorCode(error))

const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
