/** What a decision tells its author, once it can't be undone any more. */
import { takeBackLetters } from '../mail/index.ts'
import type { Write } from '../store/index.ts'

export interface Notice {
  decisionId: string
  commentId: string
  revisionId: string
  action: string
  reason: string | null
  /** When the undo window has passed. */
  notBefore: number
}

/** Called once for every decision; none for spam. */
export async function putNotice(_write: Write, _notice: Notice, _now: number): Promise<void> {}

/** Called where a decision is taken back: what had not left the house stays in it. */
export const takeBackNotice = (write: Write, decisionId: string): Promise<void> => takeBackLetters(write, decisionId)
