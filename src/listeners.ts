/** What follows in the same transaction: of a saved draft, of a decision, of a lesson, of a publication, of a job that is let go. */
import { keepingReopened, keepingWindows } from './closing/index.ts'
import { keepingSaves } from './drafting/index.ts'
import { withdrawingEmbargoes } from './embargo/index.ts'
import { telling } from './letters/index.ts'
import { stoppingTrials } from './moderation/filters/index.ts'
import { learning, rescoring } from './moderation/learning/index.ts'
import { cancellingSchedules, endingSchedules, keepingEnds } from './schedule/index.ts'
import type { AnyInsideListener } from './store/index.ts'

export const LISTENERS: readonly AnyInsideListener[] = [
  keepingSaves,
  learning,
  telling,
  rescoring,
  stoppingTrials,
  endingSchedules,
  cancellingSchedules,
  keepingEnds,
  withdrawingEmbargoes,
  keepingWindows,
  keepingReopened,
]
