/**
 * Agreement between moderators, on a blind sample: some decisions are looked at
 * once more by someone else, who is not told what was decided. A second look
 * changes nothing about the comment.
 */

import { sql } from 'kysely'
import { type Reason, readWordings, reasonOf } from '../../house-rules/index.ts'
import { figuresMessages as m } from '../../messages/index.ts'
import { namesOfStaff } from '../../people/index.ts'
import { type Database, newId, type Store } from '../../store/index.ts'
import { notUndone } from '../decisions/index.ts'

/** Decisions are looked at again while they are fresh, in milliseconds. */
const FRESH = 30 * 24 * 3_600_000
/** Ids end in a random character of thirty-two; those with one of these are the sample: one decision in eight, the same for everyone. */
const SAMPLE = ['0', '1', '2', '3'] as const

export interface SampleItem {
  decisionId: string
  commentId: string
  revisionId: string
  text: string
  authorName: string
  createdAt: number
  story: { id: string }
}

const inSample = (db: Database, personId: string, now: number) =>
  db
    .selectFrom('decisions as d')
    .innerJoin('comment_revisions as r', 'r.id', 'd.revision_id')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .where('d.decided_at', '>', now - FRESH)
    .where('d.action', 'in', ['approve', 'reject'])
    .where('d.automated', '=', 0)
    // A campaign is one judgement, however many comments it has.
    .where('d.campaign_id', 'is', null)
    .where('d.decided_by', '!=', personId)
    .where('c.erased_at', 'is', null)
    .where('r.state', '!=', 'withdrawn')
    .where(sql<string>`substr(d.id, 26, 1)`, 'in', [...SAMPLE])
    .where(notUndone('d.id'))
    .where((d) =>
      d.not(
        d.exists(
          d
            .selectFrom('blind_looks as b')
            .select('b.id')
            .whereRef('b.decision_id', '=', 'd.id')
            .where('b.person_id', '=', personId),
        ),
      ),
    )

/** The newest decision of someone else's that this person has not looked at yet; null where there is none. */
export async function readSampleItem(db: Database, personId: string, now: number): Promise<SampleItem | null> {
  const row = await inSample(db, personId, now)
    .select([
      'd.id as decisionId',
      'c.id as commentId',
      'r.id as revisionId',
      'r.text',
      'c.author_name as authorName',
      'r.created_at as createdAt',
      'c.story_id as storyId',
    ])
    .orderBy('d.sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { storyId, ...item } = row
  return { ...item, story: { id: storyId } }
}

export type Looked =
  | {
      looked: true
      same: boolean
      commentId: string
      /** What had been decided, and by whom; the reason in the words that held then. */
      decided: { by: string; action: 'approve' | 'reject'; reason: Reason | null }
    }
  | { looked: false; sentence: string }

/** Keeps a second look, and only then tells what was decided. */
export async function lookAgain(
  store: Store,
  look: { decisionId: string; personId: string; action: string; reason: string | null },
  now: number,
): Promise<Looked> {
  const { action } = look
  if (action !== 'approve' && action !== 'reject') return { looked: false, sentence: m.chooseAction }
  const reason = action === 'reject' ? (reasonOf(look.reason)?.code ?? null) : null
  if (action === 'reject' && reason === null) return { looked: false, sentence: m.chooseReason }
  return store.transaction(now, async (tx) => {
    const decision = await inSample(tx.rows, look.personId, now)
      .select(['d.action', 'd.reason', 'd.sequence', 'd.comment_id', 'd.decided_by'])
      .where('d.id', '=', look.decisionId)
      .executeTakeFirst()
    if (!decision) return { looked: false, sentence: m.lookedAt }
    await tx.rows
      .insertInto('blind_looks')
      .values({
        id: newId(now),
        decision_id: look.decisionId,
        person_id: look.personId,
        action,
        reason,
        at: now,
      })
      .execute()
    return {
      looked: true,
      same: decision.action === action,
      commentId: decision.comment_id,
      decided: {
        by: (await namesOfStaff(tx.rows, [decision.decided_by])).get(decision.decided_by) ?? '',
        action: decision.action as 'approve' | 'reject',
        reason: (await readWordings(tx.rows))(decision.reason, decision.sequence),
      },
    }
  })
}

export interface Agreement {
  looks: number
  /** Those that came to the same decision. */
  same: number
  /** Cohen's kappa (1960): agreement beyond what chance alone would give; null of too few looks. */
  kappa: number | null
  /** The newest on which the two were of different minds, each reason in the words that held when it was given. */
  apart: { commentId: string; decided: string; looked: string; at: number }[]
}

/** Of all second looks since then. */
export async function readAgreement(db: Database, since: number): Promise<Agreement> {
  const [rows, wordings] = await Promise.all([
    db
      .selectFrom('blind_looks as b')
      .innerJoin('decisions as d', 'd.id', 'b.decision_id')
      .select(['d.comment_id', 'd.action as decided', 'd.reason as decidedFor', 'd.sequence as decision'])
      .select(['b.action as looked', 'b.reason', 'b.at', 'b.sequence as look'])
      .where('b.at', '>', since)
      .orderBy('b.sequence', 'desc')
      .execute(),
    readWordings(db),
  ])
  const inWords = (action: string, reason: string | null, sequence: number) =>
    action === 'approve' ? m.approve : m.reject(wordings(reason, sequence)?.title ?? m.noReason)
  return {
    ...agreementOf(rows.map(({ decided, looked }) => [decided === 'approve', looked === 'approve'])),
    apart: rows
      .filter(({ decided, looked }) => decided !== looked)
      .slice(0, 10)
      .map((row) => ({
        commentId: row.comment_id,
        decided: inWords(row.decided, row.decidedFor, row.decision),
        looked: inWords(row.looked, row.reason, row.look),
        at: row.at,
      })),
  }
}

/** With fewer looks, kappa says more about the luck of the draw than about people. */
const ENOUGH = 20

/** Pure. Each pair: whether the one approved, whether the other did. */
export function agreementOf(pairs: readonly (readonly [boolean, boolean])[]): Omit<Agreement, 'apart'> {
  const looks = pairs.length
  const same = pairs.filter(([one, other]) => one === other).length
  const share = (which: 0 | 1) => pairs.filter((pair) => pair[which]).length / looks
  const [one, other] = [share(0), share(1)]
  const byChance = one * other + (1 - one) * (1 - other)
  return { looks, same, kappa: looks < ENOUGH || byChance === 1 ? null : (same / looks - byChance) / (1 - byChance) }
}
