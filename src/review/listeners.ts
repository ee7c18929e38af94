import type { AnyInsideListener } from '../store/index.ts'
import { learning } from './learn-decision.ts'
import { telling } from './notices.ts'

/** What follows a decision, in its own transaction. */
export const deskListeners: readonly AnyInsideListener[] = [learning, telling]
