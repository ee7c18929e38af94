/** A ticket as its sender sees it: what they wrote, and what became of it. */
import { UNDO_FOR } from '../moderation/decisions/index.ts'
import type { Database } from '../store/index.ts'

export interface Ticket {
  id: string
  storyId: string
  /** The version that the sender had before them. */
  version: number
  /** The words that they meant; may be empty. */
  exact: string
  words: string
  source: string
  mail: string | null
  /** Milliseconds since the epoch. */
  at: number
  /** Null while it is open, and while the answer can be taken back. */
  answer: TicketAnswer | null
}

export interface TicketAnswer {
  kind: 'corrected' | 'nothing' | 'spam'
  note: string
  /** The version that it led to; null where it led to none. */
  version: number | null
  at: number
}

export async function readTicket(db: Database, ticketId: string, now: number): Promise<Ticket | null> {
  const row = await db
    .selectFrom('tickets as t')
    .leftJoin('ticket_answers as a', 'a.id', 't.answer_id')
    .select(['t.id', 't.story_id', 't.version', 't.exact', 't.words', 't.source', 't.mail', 't.received_at'])
    .select(['a.kind', 'a.note', 'a.version as corrected', 'a.answered_at'])
    .where('t.id', '=', ticketId)
    .executeTakeFirst()
  if (!row) return null
  const { kind, note, answered_at: at } = row
  const isTold = at !== null && now > at + UNDO_FOR
  return {
    id: row.id,
    storyId: row.story_id,
    version: row.version,
    exact: row.exact,
    words: row.words,
    source: row.source,
    mail: row.mail,
    at: row.received_at,
    answer: isTold && kind !== null && note !== null ? { kind, note, version: row.corrected, at } : null,
  }
}

/** The ticket from an address that an answer was given to; its id, or null. */
export async function findAnsweredTicket(
  db: Database,
  { answerId, address }: { answerId: string; address: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('tickets')
    .select('id')
    .where('answer_id', '=', answerId)
    .where('mail', '=', address.toLowerCase())
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}
