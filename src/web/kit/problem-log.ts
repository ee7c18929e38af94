import { describeError, type StoreProblem } from '../../store/index.ts'
import type { Logger } from '../context.ts'

/** While a problem goes on it is told of this often, in milliseconds. */
const TELL_EVERY = 60_000

const SENTENCES: Record<StoreProblem, string> = {
  busy: 'the database is busy: another program holds it',
  full: 'the database has no room left; make room on its disk',
  down: 'the database does not answer',
  unsure: 'the database broke off while something was being kept; who sent it was asked to look or send it again',
  damaged: 'the database is damaged; stop the site, run "courant doctor", and restore a backup',
}

/**
 * Tells the operator of a database in trouble: at once, and then once a minute
 * with how many requests it cost meanwhile. With a line for each of them the
 * log would grow as fast as people ask.
 */
export function problemLog(log: Logger): (problem: StoreProblem, error: unknown) => void {
  const last = new Map<StoreProblem, { at: number; untold: number }>()
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
