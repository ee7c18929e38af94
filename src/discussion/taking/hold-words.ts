/** Words that wait for review are written down, with what their examination has to know. */
import { many, type Transaction } from '../../store/index.ts'
import type { Circumstances } from '../phases/signal.ts'

export interface NewWords {
  revisionId: string
  commentId: string
  /** 1 for a new comment, more for an edit. */
  number: number
  text: string
  /** When they came in, in milliseconds. */
  at: number
  circumstances: Circumstances
}

/** Adds words that wait for review, and for their examination before that. */
export async function holdWords(tx: Transaction, words: readonly NewWords[]): Promise<void> {
  await many.insert(
    tx,
    'comment_revisions',
    words.map(({ revisionId, commentId, number, text, at, circumstances }) => ({
      id: revisionId,
      comment_id: commentId,
      number,
      text,
      state: 'held',
      created_at: at,
      state_at: at,
      seconds_to_write: circumstances.timeToWrite === null ? null : Math.round(circumstances.timeToWrite / 1000),
      to_examine: JSON.stringify(circumstances),
    })),
  )
  if (words.length === 0) return
  await tx.say({ kind: 'queue.changed' })
  await tx.say({ kind: 'comments.unexamined' })
}
