/** What a decision teaches the spam model, in the transaction of the decision. */
import type { Store, Write } from '../store/index.ts'

export interface Lesson {
  decisionId: string
  commentId: string
  revisionId: string
  action: string
  /** The reason's code; null where words were approved. */
  reason: string | null
}

/** Called once for every decision on held or shown words. */
export async function learnDecision(_store: Store, _write: Write, _lesson: Lesson, _now: number): Promise<void> {}

/** Called where a decision is taken back. */
export async function unlearnDecision(_store: Store, _write: Write, _decisionId: string, _now: number): Promise<void> {}
