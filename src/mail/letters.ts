/** Letters wait in the database until they are due, so that no restart loses one and an undo takes one back. */
import { newId, type Transaction } from '../store/index.ts'

export interface WaitingLetter {
  /** What kind of letter it is: "decision", "replies", "verify", "account", "waiting", "report", "ticket", "ticket answer", "appeal", "invitation", "mention". */
  kind: string
  /** The id of what it is about, by which it can be taken back; null where it can't. */
  about: string | null
  to: { name: string; address: string }
  subject: string
  /**
   * Plain text; lines are wrapped by who reads it. Empty where letters of this
   * kind are written as they leave (see Compose): whatever holds a link that
   * opens a door, or words that may be taken down meanwhile.
   */
  text: string
  /** Further headers, such as List-Unsubscribe. */
  headers?: Record<string, string>
  /** Not sent before this, in milliseconds since the epoch. */
  notBefore: number
}

/** Puts a letter on its way as part of a transaction. */
export async function queueLetter(tx: Transaction, letter: WaitingLetter): Promise<void> {
  await tx.rows
    .insertInto('letters')
    .values({
      id: newId(tx.now),
      kind: letter.kind,
      about: letter.about,
      to_name: keepable(letter.to.name),
      to_address: keepable(letter.to.address),
      subject: keepable(letter.subject),
      text: keepable(letter.text),
      headers_json: JSON.stringify(letter.headers ?? {}),
      not_before: letter.notBefore,
      created_at: tx.now,
      sent_at: null,
      attempts: 0,
      problem: null,
    })
    .execute()
}

/** PostgreSQL keeps no NUL in a text. */
const keepable = (value: string): string => value.replaceAll('\0', '')

/** Whether such a letter waits already. */
export async function isLetterWaiting(tx: Transaction, kind: string, about: string): Promise<boolean> {
  const row = await tx.rows
    .selectFrom('letters')
    .select('id')
    .where('about', '=', about)
    .where('kind', '=', kind)
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes back those letters about a matter that have not left the house; of one kind, where that is given. */
export async function takeBackLetters(tx: Transaction, about: string, kind?: string): Promise<void> {
  const letters = tx.rows.deleteFrom('letters').where('about', '=', about).where('sent_at', 'is', null)
  await (kind === undefined ? letters : letters.where('kind', '=', kind)).execute()
}
