/** What was written in reports and appeals, as it is of somebody: to be told to them, and to be erased. */
import type { Database, Transaction } from '../store/index.ts'

/** A report as it is told to who sent it. */
export interface OwnReport {
  commentId: string
  reason: string
  words: string
  name: string
  /** Milliseconds since the epoch. */
  at: number
  /** What they wrote as they asked for a second look; null where they did not. */
  objection: string | null
}

/** The reports that were sent from an address, folded as it is, in their order. */
export async function listReportsFrom(db: Database, address: string): Promise<OwnReport[]> {
  return db
    .selectFrom('reports as r')
    .leftJoin('appeals as a', 'a.report_id', 'r.id')
    .select(['r.comment_id as commentId', 'r.reason', 'r.words', 'r.name', 'r.reported_at as at'])
    .select('a.words as objection')
    .where((r) => r.fn<string>('lower', ['r.mail']), '=', address)
    .orderBy('r.sequence')
    .execute()
}

/** Takes the words from an author's appeals on a comment; answers the ids of all appeals on it. */
export async function forgetAppealWords(tx: Transaction, commentId: string): Promise<string[]> {
  await tx.rows
    .updateTable('appeals')
    .set({ words: '' })
    .where('comment_id', '=', commentId)
    // Those of who reported it are theirs.
    .where('report_id', 'is', null)
    .execute()
  const appeals = await tx.rows.selectFrom('appeals').select('id').where('comment_id', '=', commentId).execute()
  return appeals.map(({ id }) => id)
}

/** Takes name, address and words from all reports that were sent from an address, folded as it is. */
export async function forgetReportsFrom(tx: Transaction, address: string): Promise<void> {
  const reports = tx.rows
    .selectFrom('reports')
    .select('id')
    .where((r) => r.fn<string>('lower', ['mail']), '=', address)
  await tx.rows.updateTable('appeals').set({ words: '' }).where('report_id', 'in', reports).execute()
  await tx.rows.updateTable('reports').set({ name: '', mail: null, words: '' }).where('id', 'in', reports).execute()
}
