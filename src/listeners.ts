/** What follows in the same transaction: of a decision, of a lesson, of a publication, of a job that is let go. */
import { telling } from './letters/index.ts'
import { stoppingTrials } from './moderation/filters/index.ts'
import { learning, rescoring } from './moderation/learning/index.ts'
import { endingSchedules } from './schedule/index.ts'
import type { AnyInsideListener } from './store/index.ts'

export const LISTENERS: readonly AnyInsideListener[] = [learning, telling, rescoring, stoppingTrials, endingSchedules]
