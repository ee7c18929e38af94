/** Puts what happened on its way to whoever wants to hear of it, in the transaction that does it. */
import { newId, queueJob, type Transaction } from '../store/index.ts'
import { type HookEvent, type MessageFacts, TEST_EVENT } from './kinds.ts'

interface Happening {
  event: HookEvent
  facts?: MessageFacts
  /** Not before so many milliseconds have passed. */
  after?: number
}

/**
 * `about`: the id of a story or comment. What happened to it is worked out only where there is somebody to tell: each
 * decision and publication passes here, on a site that tells nobody as well.
 */
export async function queueMessages(
  tx: Transaction,
  about: string,
  happened: () => Happening | Promise<Happening>,
): Promise<void> {
  const webhooks = await tx.rows
    .selectFrom('webhooks')
    .select(['id', 'events_json'])
    .where('off_at', 'is', null)
    .execute()
  if (webhooks.length === 0) return
  const { event, facts = {}, after = 0 } = await happened()
  const told = webhooks.filter(({ events_json }) => (JSON.parse(events_json) as string[]).includes(event))
  if (told.length === 0) return
  await insertMessages(
    tx,
    told.map(({ id }) => id),
    { event, about, facts, after },
  )
}

/** One message, for one webhook, that says nothing but that it has got there. */
export const queueTest = (tx: Transaction, webhookId: string): Promise<void> =>
  insertMessages(tx, [webhookId], { event: TEST_EVENT, about: webhookId, facts: {}, after: 0 })

async function insertMessages(
  tx: Transaction,
  webhookIds: readonly string[],
  { event, about, facts, after }: { event: string; about: string; facts: MessageFacts; after: number },
): Promise<void> {
  await tx.rows
    .insertInto('webhook_messages')
    .values(
      webhookIds.map((webhookId) => ({
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
