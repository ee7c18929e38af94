/**
 * What can happen to the place where files lie, told apart from our own mistakes.
 *
 * - full: no room; nothing was kept.
 * - down: it does not answer, or can't be read.
 * - refused: it answers, and does not let this program.
 */
export type FileProblem = 'full' | 'down' | 'refused'

/** Of this machine's disk; a file may also be larger than what the user may write (EFBIG). */
const OF_DISK: Record<string, FileProblem> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EIO: 'down',
  ESTALE: 'down',
  EROFS: 'refused',
  EACCES: 'refused',
  EPERM: 'refused',
}

const marked = new WeakMap<object, FileProblem>()

/** The kind of problem where the error is one; null where it is something else. */
export const fileProblem = (error: unknown): FileProblem | null => {
  if (!(error instanceof Error)) return null
  const known = marked.get(error)
  if (known) return known
  const code = 'code' in error ? String(error.code) : ''
  return Object.hasOwn(OF_DISK, code) ? (OF_DISK[code] ?? null) : null
}

/** An error of that kind; `why` is for the log. */
export function failed(problem: FileProblem, why: string, cause?: unknown): Error {
  const error = new Error(why, { cause })
  mark(error, problem)
  return error
}

/** Notes what kind of problem an error is that something else has made. */
export const mark = (error: Error, problem: FileProblem): void => {
  marked.set(error, problem)
}
