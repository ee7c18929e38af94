/**
 * What a decision tells its author, once it can't be undone any more. The
 * receipt's page says it to everyone; a letter goes only to an address that its
 * reader has shown to be theirs, none goes for spam, and none for an approval,
 * which the page itself shows. Its words are written as it leaves (letters.ts).
 */

import { readOrigins } from '../discussion/index.ts'
import { reasonOf } from '../house-rules/index.ts'
import { queueLetter, takeBackLetters } from '../mail/index.ts'
import { decisionEmailMessages as m } from '../messages/index.ts'
import { UNDO_FOR } from '../moderation/decisions/index.ts'
import { reachableReaders } from '../readers/index.ts'
import type { InsideListener, Transaction } from '../store/index.ts'
import { noteApproval, takeBackApproval } from './answers/tell.ts'

export interface Notice {
  decisionId: string
  commentId: string
  revisionId: string
  action: string
  reason: string | null
  /** When the undo window has passed. */
  notBefore: number
}

const APPROVALS = ['approve', 'overturn']
const TOLD_BY_LETTER = ['reject', 'remove', 'overturn', 'uphold']

/** Those who can take it back have ten seconds for it before anybody is told. */
const UNDOABLE = ['approve', 'reject', 'remove']
const BACK = ['undo', 'reopen']

/** Tells of every decision that is told, once nobody can take it back; what is taken back and had not left the house stays in it. */
export const telling: InsideListener<'decision.made'> = {
  on: 'decision.made',
  async hear(tx, made) {
    if (made.instead !== null && BACK.includes(made.action)) await takeBackNotice(tx, made.instead)
    if (!made.told) return
    await putNotice(tx, { ...made, notBefore: tx.now + (UNDOABLE.includes(made.action) ? UNDO_FOR : 0) })
  },
}

/** None for spam. What was approved is told to who asked to be told of answers. */
async function putNotice(tx: Transaction, notice: Notice): Promise<void> {
  if (APPROVALS.includes(notice.action)) await noteApproval(tx, notice)
  if (!TOLD_BY_LETTER.includes(notice.action) || reasonOf(notice.reason)?.state === 'spam') return
  const origin = (await readOrigins(tx.rows, [notice.commentId])).get(notice.commentId)
  if (!origin || origin.readerId === null || origin.erasedAt !== null) return
  const to = (await reachableReaders(tx.rows, [origin.readerId])).get(origin.readerId)
  if (!to) return
  const { decisionId: about, notBefore } = notice
  await queueLetter(tx, { kind: 'decision', about, to, subject: m.decisionWaiting, text: '', notBefore })
}

async function takeBackNotice(tx: Transaction, decisionId: string): Promise<void> {
  await takeBackLetters(tx, decisionId)
  await takeBackApproval(tx, decisionId)
}
