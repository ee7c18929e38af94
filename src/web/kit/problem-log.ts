import type { FileProblem } from '../../files/index.ts'
import { describeError, type storeProblem } from '../../store/index.ts'
import type { Logger } from '../context.ts'

/** While a problem goes on it is told of this often, in milliseconds. */
const TELL_EVERY = 60_000

/** In trouble is the database, or the place where uploaded files lie. */
export type StoreProblem = NonNullable<ReturnType<typeof storeProblem>>

type Trouble = StoreProblem | `files ${FileProblem}`

const SENTENCES: Record<Trouble, string> = {
  busy: 'the database is busy: another program holds it',
  full: 'the database has no room left; make room on its disk',
  down: 'the database does not answer',
  unsure: 'the database broke off while something was being kept; who sent it was asked to look or send it again',
  'files full': 'the place for uploaded files has no room left',
  'files down': 'the place for uploaded files does not answer; pages do without their pictures',
  'files refused': 'the place for uploaded files refuses; run "courant doctor"',
  damaged: 'the database is damaged; stop the site, run "courant doctor", and restore a backup',
}

/**
 * Tells the operator of a database or a storage in trouble: at once, and then once a minute
 * with how many requests it cost meanwhile. With a line for each of them the
 * log would grow as fast as people ask.
 */
export function problemLog(log: Logger): (problem: Trouble, error: unknown) => void {
  const last = new Map<Trouble, { at: number; untold: number }>()
  return (problem, error) => {
    const before = last.get(problem)
    const at = performance.now()
    if (before && at - before.at < TELL_EVERY) {
      before.untold += 1
      return
    }
    last.set(problem, { at, untold: 0 })
    const meanwhile = before && before.untold > 0 ? { requestsBefore: before.untold } : {}
    log[problem === 'damaged' ? 'error' : 'warn']({ ...describeError(error), ...meanwhile }, SENTENCES[problem])
  }
}
