import type { Transaction } from '../../store/index.ts'

/** Nothing tells any more which reports from before this time came from one network. */
export async function forgetReportSenders(tx: Transaction, before: number): Promise<void> {
  await tx.rows
    .updateTable('reports')
    .set({ sender_key: '' })
    .where('reported_at', '<', before)
    .where('sender_key', '>', '')
    .execute()
}
