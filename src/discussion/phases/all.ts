import { commentSignalMessages as m } from '../../messages/index.ts'
import { conduct } from './conduct.ts'
import { honeypot } from './honeypot.ts'
import { limits } from './limits.ts'
import { links } from './links.ts'
import { pace } from './pace.ts'
import { privateDetails } from './private-details.ts'
import { proof } from './proof.ts'
import type { Circumstances, Intake, Phase, Signal } from './signal.ts'
import { timeToWrite } from './time-to-write.ts'

/** Every phase runs on every comment, in this order. */
export const PHASES: readonly Phase[] = [limits, pace, timeToWrite, honeypot, proof, links, privateDetails, conduct]

/**
 * All signals about a comment. A phase that fails says so to the moderator as
 * "not checked": it neither passes the comment nor stops it.
 */
export function signalsFor(comment: Intake, circumstances: Circumstances, phases: readonly Phase[] = PHASES): Signal[] {
  return phases.flatMap(({ name, look }) => {
    try {
      const signal = look(comment, circumstances)
      return signal ? [{ phase: name, ...signal }] : []
    } catch {
      return [{ phase: name, state: 'not-checked', words: m.notChecked, weight: 0 }]
    }
  })
}
