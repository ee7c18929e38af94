/** Letters wait in the database until they are due, so that no restart loses one and an undo takes one back. */
import { newId, type Write } from '../store/index.ts'

export interface WaitingLetter {
  /** What kind of letter it is: "decision", "reply", "verify", "digest", "waiting", "report", "appeal". */
  kind: string
  /** The id of what it is about, by which it can be taken back; null where it can't. */
  about: string | null
  to: { name: string; address: string }
  subject: string
  /** Plain text; lines are wrapped by who reads it. */
  text: string
  /** Further headers, such as List-Unsubscribe. */
  headers?: Record<string, string>
  /** Not sent before this, in milliseconds since the epoch. */
  notBefore: number
}

/** Puts a letter on its way as part of a transaction. */
export async function queueLetter(write: Write, letter: WaitingLetter, now: number): Promise<void> {
  await write
    .insertInto('letters')
    .values({
      id: newId(now),
      kind: letter.kind,
      about: letter.about,
      to_name: letter.to.name,
      to_address: letter.to.address,
      subject: letter.subject,
      text: letter.text,
      headers_json: JSON.stringify(letter.headers ?? {}),
      not_before: letter.notBefore,
      created_at: now,
      sent_at: null,
      attempts: 0,
      problem: null,
    })
    .execute()
}

/** Takes back those letters about a matter that have not left the house. */
export async function takeBackLetters(write: Write, about: string): Promise<void> {
  await write.deleteFrom('letters').where('about', '=', about).where('sent_at', 'is', null).execute()
}
