/** Puts what happened on its way to whoever wants to hear of it, in the transaction that does it. */
import { newId, queueJob, type Transaction } from '../store/index.ts'
import { type HookEvent, type MessageFacts, TEST_EVENT } from './kinds.ts'

interface Happening {
  event: HookEvent
  /** The id of a story or comment. */
  about: string
  facts?: MessageFacts
  /** Not before so many milliseconds have passed. */
  after?: number
}

/**
 * What happened is worked out only where there is somebody to tell: each comment, decision and publication passes
 * here, on a site that tells nobody as well.
 */
export async function queueMessages(
  tx: Transaction,
  happened: () => readonly Happening[] | Promise<readonly Happening[]>,
): Promise<void> {
  const webhooks = await tx.rows
    .selectFrom('webhooks')
    .select(['id', 'events_json'])
    .where('off_at', 'is', null)
    .execute()
  if (webhooks.length === 0) return
  await insertMessages(
    tx,
    (await happened()).flatMap(({ facts = {}, after = 0, ...one }) =>
      webhooks
        .filter(({ events_json }) => (JSON.parse(events_json) as string[]).includes(one.event))
        .map(({ id }) => ({ ...one, webhookId: id, facts, after })),
    ),
  )
}

/** One message, for one webhook, that says nothing but that it has got there. */
export const queueTest = (tx: Transaction, webhookId: string): Promise<void> =>
  insertMessages(tx, [{ webhookId, event: TEST_EVENT, about: webhookId, facts: {}, after: 0 }])

interface Message {
  webhookId: string
  event: string
  about: string
  facts: MessageFacts
  after: number
}

async function insertMessages(tx: Transaction, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return
  await tx.rows
    .insertInto('webhook_messages')
    .values(
      messages.map(({ webhookId, event, about, facts, after }) => ({
        id: newId(tx.now),
        webhook_id: webhookId,
        event,
        about,
        facts_json: JSON.stringify(facts),
        happened_at: tx.now,
        due_at: tx.now + after,
        attempts: 0,
        tried_from: tx.now,
        failures: 0,
        ended_at: null,
        ending: null,
      })),
    )
    .execute()
  await wakeSender(tx)
}

/** Has somebody look at once at what is due; when something becomes due is found then. */
export const wakeSender = (tx: Transaction): Promise<void> =>
  queueJob(tx, { kind: 'webhooks.send', key: '', payload: {} })
