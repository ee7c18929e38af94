/**
 * An appeal: an author's objection to a decision that kept their words from
 * readers. Whoever holds the receipt's signed address may make it, within six
 * months and once a decision; the words are kept until a person has answered.
 */

import { holdComment } from '../../discussion/index.ts'
import { charactersOf, typedWords } from '../../house-rules/index.ts'
import { redressMessages as m } from '../../messages/index.ts'
import { isTold, readDecisions, restricts, type ToldDecision } from '../../moderation/decisions/index.ts'
import { type Database, newId, type Store } from '../../store/index.ts'
import { showsSomething } from '../../text/index.ts'
import { APPEAL_FOR } from '../statement-of-reasons.ts'

export const LONGEST_APPEAL = 5000

export interface Appeal {
  id: string
  decisionId: string
  words: string
  /** Milliseconds since the epoch. */
  at: number
  /** What it came to; null while it waits. */
  outcome: { decisionId: string; verdict: 'uphold' | 'overturn'; note: string; at: number; alone: boolean } | null
}

/** Its author's appeals against decisions on a comment, by the decision. */
export async function readAppeals(db: Database, commentId: string): Promise<Map<string, Appeal>> {
  const rows = await db
    .selectFrom('appeals as a')
    .leftJoin('appeal_outcomes as o', 'o.appeal_id', 'a.id')
    .leftJoin('decisions as d', 'd.id', 'o.decision_id')
    .select(['a.id', 'a.decision_id', 'a.words', 'a.appealed_at', 'o.alone', 'd.id as outcome'])
    .select(['d.action', 'd.note', 'd.decided_at'])
    .where('a.comment_id', '=', commentId)
    .where('a.report_id', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => [
      row.decision_id,
      {
        id: row.id,
        decisionId: row.decision_id,
        words: row.words,
        at: row.appealed_at,
        outcome:
          row.outcome === null || row.decided_at === null
            ? null
            : {
                decisionId: row.outcome,
                verdict: row.action === 'overturn' ? 'overturn' : 'uphold',
                note: row.note ?? '',
                at: row.decided_at,
                alone: row.alone === 1,
              },
      },
    ]),
  )
}

/** Whether a decision still holds its words back: none that came later speaks of the same words. */
export const isLast = (decision: ToldDecision, all: readonly ToldDecision[]): boolean =>
  all.findLast(({ revisionId }) => revisionId === decision.revisionId)?.id === decision.id

/** Until when a decision can be appealed against, in milliseconds since the epoch; null where it can't be at all. */
export const appealUntil = (decision: ToldDecision, all: readonly ToldDecision[]): number | null =>
  restricts(decision) && isLast(decision, all) ? decision.at + APPEAL_FOR : null

export type AppealResult = { appealed: true; appealId: string } | { appealed: false; sentence: string }

/** What is wrong with an appeal's words; null where nothing is. */
export function appealProblem(words: string): string | null {
  if (!showsSomething(words)) return m.appealEmpty
  const length = charactersOf(words)
  return length > LONGEST_APPEAL ? m.appealTooLong(LONGEST_APPEAL, length) : null
}

/** Takes an appeal. Sent twice it is one. What was typed is the caller's to give back where it is refused. */
export async function appeal(
  store: Store,
  { commentId, decisionId, words: typed }: { commentId: string; decisionId: string; words: string },
  now: number,
): Promise<AppealResult> {
  const words = typedWords(typed)
  const refuse = (sentence: string): AppealResult => ({ appealed: false, sentence })
  const problem = appealProblem(words)
  if (problem) return refuse(problem)
  return store.transaction(now, async (tx) => {
    await holdComment(tx, commentId)
    const decisions = await readDecisions(tx.rows, commentId)
    const decision = decisions.find(({ id }) => id === decisionId)
    if (!decision || !isTold(decision, now) || !restricts(decision)) return refuse(m.nothingToAppeal)
    const known = (await readAppeals(tx.rows, commentId)).get(decisionId)
    if (known) {
      return known.words === words ? { appealed: true, appealId: known.id } : refuse(m.appealed)
    }
    const until = appealUntil(decision, decisions)
    if (until === null) return refuse(m.decidedSince)
    if (now > until) return refuse(m.tooLate)
    const id = newId(now)
    await tx.rows
      .insertInto('appeals')
      .values({ id, decision_id: decisionId, comment_id: commentId, words, appealed_at: now })
      .execute()
    await tx.say({ kind: 'objections.changed' })
    return { appealed: true, appealId: id }
  })
}

/** Whether anybody has appealed against a decision. */
export async function wasAppealed(db: Database, decisionId: string): Promise<boolean> {
  const row = await db
    .selectFrom('appeals')
    .select('id')
    .where('decision_id', '=', decisionId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
