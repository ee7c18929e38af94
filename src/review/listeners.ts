import type { AnyInsideListener } from '../store/index.ts'
import { learning } from './decisions/learn-decision.ts'
import { rescoring } from './learning/rescoring-job.ts'
import { stoppingTrials } from './rules/trials.ts'
import { telling } from './telling/notices.ts'

/** What follows at the desk in the same transaction: of a decision, of a lesson, of a job that is let go. */
export const deskListeners: readonly AnyInsideListener[] = [learning, telling, rescoring, stoppingTrials]
