/**
 * What the outside world can do to the database, told apart from our own
 * mistakes. All else that the database throws is a defect and is thrown on.
 */
export type StoreProblem = 'busy' | 'full' | 'down'

const SQLITE_FULL = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_IOERR_FSYNC'])
const POSTGRES_FULL = new Set(['53100'])
const POSTGRES_BUSY = new Set(['40001', '40P01', '55P03', '53300', '57014'])
const POSTGRES_DOWN = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006'])
const SOCKET_DOWN = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])

/** 'busy', 'full' or 'down' where the error is one of those; null where it is something else. */
export function storeProblem(error: unknown): StoreProblem | null {
  const code = errorCode(error)
  if (/^SQLITE_(BUSY|LOCKED)/.test(code) || POSTGRES_BUSY.has(code)) return 'busy'
  if (SQLITE_FULL.has(code) || POSTGRES_FULL.has(code)) return 'full'
  if (POSTGRES_DOWN.has(code) || SOCKET_DOWN.has(code) || code.startsWith('SQLITE_IOERR')) return 'down'
  if (error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message))
    return 'down'
  return null
}

/** Worth trying the whole transaction again, because nothing of it was kept. */
export const isPassing = (error: unknown): boolean =>
  /^SQLITE_(BUSY|LOCKED)/.test(errorCode(error)) || ['40001', '40P01'].includes(errorCode(error))

const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
