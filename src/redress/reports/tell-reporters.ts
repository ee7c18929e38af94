/** What was decided on reports is told to those who gave an address. Its words are written as it leaves (letters-written.ts). */
import { queueLetter } from '../../mail/index.ts'
import { decisionEmailMessages as m } from '../../messages/index.ts'
import { UNDO_FOR } from '../../moderation/decisions/index.ts'
import type { Transaction } from '../../store/index.ts'

/** One letter an address, however often it reported the comment; taken back with the decision. */
export async function tellReporters(
  tx: Transaction,
  reports: readonly { mail: string | null }[],
  decisionId: string,
): Promise<void> {
  // They are kept folded, so the same one is the same text.
  const addresses = new Set(reports.flatMap(({ mail }) => (mail ? [mail] : [])))
  for (const mail of addresses) {
    await queueLetter(tx, {
      kind: 'report answer',
      about: decisionId,
      // Who typed another's address can send that person no word, nor a name.
      to: { name: '', address: mail },
      subject: m.reportDecided,
      text: '',
      notBefore: tx.now + UNDO_FOR,
    })
  }
}
