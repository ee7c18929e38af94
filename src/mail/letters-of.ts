/** The letters that are kept to an address or about a matter: what is told of them to whom they were written to, and that they go. */
import type { Database, Transaction } from '../store/index.ts'

/** What is told of a letter; what it said is forgotten as it leaves. */
export interface KeptLetter {
  kind: string
  subject: string
  createdAt: number
  notBefore: number
  sentAt: number | null
}

/** Letters to an address, folded as it is; oldest first. */
export async function listLettersTo(db: Database, address: string): Promise<KeptLetter[]> {
  return kept(db)
    .where((l) => l.fn<string>('lower', ['to_address']), '=', address)
    .orderBy('created_at')
    .execute()
}

/** Letters about the matter with this id; oldest first. */
export async function listLettersAbout(db: Database, about: string): Promise<KeptLetter[]> {
  return kept(db).where('about', '=', about).orderBy('created_at').execute()
}

const kept = (db: Database) =>
  db
    .selectFrom('letters')
    .select(['kind', 'subject', 'created_at as createdAt', 'not_before as notBefore', 'sent_at as sentAt'])

/** Takes away all letters to an address, folded as it is, whether they have left or not. */
export async function forgetLettersTo(tx: Transaction, address: string): Promise<void> {
  await tx.rows
    .deleteFrom('letters')
    .where((l) => l.fn<string>('lower', ['to_address']), '=', address)
    .execute()
}

/** Takes away all letters about these matters, whether they have left or not. */
export async function forgetLettersAbout(tx: Transaction, abouts: readonly string[]): Promise<void> {
  if (abouts.length === 0) return
  await tx.rows.deleteFrom('letters').where('about', 'in', abouts).execute()
}
