/** Puts what happened on its way to whoever wants to hear of it, in the transaction that does it. */
import { newId, queueJob, type Transaction } from '../store/index.ts'
import type { HookEvent, MessageFacts } from './kinds.ts'

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
  const messages = (await happened()).flatMap(({ event, about, facts = {}, after = 0 }) =>
    webhooks
      .filter(({ events_json }) => (JSON.parse(events_json) as string[]).includes(event))
      .map((webhook) => ({
        id: newId(tx.now),
        webhook_id: webhook.id,
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
  if (messages.length === 0) return
  await tx.rows.insertInto('webhook_messages').values(messages).execute()
  await wakeSender(tx)
}

/** Has somebody look at once at what is due; when something becomes due is found then. */
export const wakeSender = (tx: Transaction): Promise<void> =>
  queueJob(tx, { kind: 'webhooks.send', key: '', payload: {} })
