/** What was written in tickets, as it is of somebody: to be told to them, to be erased, and to be forgotten in time. */
import type { AnyJobHandler, Database, KeeperLog, Store, Transaction } from '../store/index.ts'

/** A ticket as it is told to who sent it. */
export interface OwnTicket {
  storyId: string
  quote: string
  words: string
  source: string
  at: number
}

/** The tickets that were sent from an address, folded as it is, in their order. */
export function listTicketsFrom(db: Database, address: string): Promise<OwnTicket[]> {
  return db
    .selectFrom('tickets')
    .select(['story_id as storyId', 'exact as quote', 'words', 'source', 'received_at as at'])
    .where('mail', '=', address)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
}

/** Takes address, words and source from all tickets that were sent from an address, folded as it is. */
export async function forgetTicketsFrom(tx: Transaction, address: string): Promise<void> {
  await tx.rows.updateTable('tickets').set({ mail: null, words: '', source: '' }).where('mail', '=', address).execute()
}

/** Nothing tells any more which tickets from before this time came from one network. */
export async function forgetTicketSenders(tx: Transaction, before: number): Promise<void> {
  await tx.rows
    .updateTable('tickets')
    .set({ sender_key: '' })
    .where('received_at', '<', before)
    .where('sender_key', '>', '')
    .execute()
}

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    'tickets.forget': Record<never, never>
  }
}

const HOUR = 60 * 60 * 1000
/** As long as is remembered that the letter left, in milliseconds. */
export const ADDRESSES_KEPT = 30 * 24 * HOUR

/** Looks every hour: thirty days after the answer nothing tells any more whose address a ticket came with. */
export const ticketsJob = (store: Store, { log, now }: { log: KeeperLog; now(): number }): AnyJobHandler => ({
  kind: 'tickets.forget',
  what: 'forgetting addresses of readers who were answered',
  every: HOUR,
  async run() {
    const forgotten = await forgetTicketAddresses(store, now())
    if (forgotten > 0) log.info({ tickets: forgotten }, 'forgot addresses of readers who were answered')
  },
})

/** Answers how many tickets lost their address. Doing it twice changes nothing more. */
export async function forgetTicketAddresses(store: Store, now: number): Promise<number> {
  const old = await store.db
    .selectFrom('tickets as t')
    .innerJoin('ticket_answers as a', 'a.id', 't.answer_id')
    .select('t.id')
    .where('t.mail', 'is not', null)
    .where('a.answered_at', '<', now - ADDRESSES_KEPT)
    .limit(500)
    .execute()
  if (old.length === 0) return 0
  await store.transaction(now, async (tx) => {
    const ids = old.map(({ id }) => id)
    await tx.rows.updateTable('tickets').set({ mail: null }).where('id', 'in', ids).execute()
  })
  return old.length
}
