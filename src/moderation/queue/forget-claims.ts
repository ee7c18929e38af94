import type { Transaction } from '../../store/index.ts'

/** Takes words that were erased out of the hand of whoever has them. */
export async function forgetClaims(tx: Transaction, revisionIds: readonly string[]): Promise<void> {
  if (revisionIds.length === 0) return
  await tx.rows.deleteFrom('claims').where('revision_id', 'in', revisionIds).execute()
}
