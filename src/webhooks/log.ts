/** What a webhook was told, or was to be told, with each try at it; and sending something once more. */
import { hookMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import type { Database, Store, Transaction } from '../store/index.ts'
import { queueTest, wakeSender } from './queue.ts'
import { hookHost } from './webhooks.ts'

export interface HookMessage {
  id: string
  event: string
  happenedAt: number
  /** When it is tried next; null where it has ended. */
  dueAt: number | null
  ending: 'sent' | 'failed' | 'silent' | null
  /** The last first, the newest few of them. */
  attempts: { at: number; took: number; status: number | null; fault: string | null }[]
  /** How many there were. */
  tries: number
}

const ATTEMPTS_SHOWN = 3

/** The newest `limit` of them. */
export async function readHookLog(db: Database, webhookId: string, limit: number): Promise<HookMessage[]> {
  const rows = await db
    .selectFrom('webhook_messages')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .orderBy('happened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  if (rows.length === 0) return []
  const attempts = await db
    .selectFrom('webhook_attempts')
    .selectAll()
    .where(
      'message_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    event: row.event,
    happenedAt: Number(row.happened_at),
    dueAt: row.ended_at === null ? Number(row.due_at) : null,
    ending: row.ending,
    attempts: attempts
      .filter(({ message_id }) => message_id === row.id)
      .slice(0, ATTEMPTS_SHOWN)
      .map(({ at, took, status, fault }) => ({ at: Number(at), took, status, fault })),
    tries: row.attempts,
  }))
}

/** Sends a message again at once, whatever became of it: with the same id, and with what readers see now. Null, or why not. */
export const sendHookAgain = (
  store: Store,
  { id, messageId, by }: { id: string; messageId: string; by: string },
  now: number,
): Promise<{ problem: string } | null> =>
  store.transaction(now, async (tx) => {
    const webhook = await wakeServer(tx, id)
    if ('problem' in webhook) return webhook
    const result = await tx.rows
      .updateTable('webhook_messages')
      // Its day begins anew with the press of the button.
      .set({ ended_at: null, ending: null, due_at: now, tried_from: now, failures: 0 })
      .where('id', '=', messageId)
      .where('webhook_id', '=', id)
      .executeTakeFirst()
    if (result.numUpdatedRows !== 1n) return { problem: m.noMessage }
    await noteAct(tx, { by, act: 'settings.webhook-again', about: null, detail: m.logAgain(webhook.host) })
    await wakeSender(tx)
    return null
  })

/** Sends a message that says nothing, to see whether it gets there. Null, or why not. */
export const sendHookTest = (
  store: Store,
  { id, by }: { id: string; by: string },
  now: number,
): Promise<{ problem: string } | null> =>
  store.transaction(now, async (tx) => {
    const webhook = await wakeServer(tx, id)
    if ('problem' in webhook) return webhook
    await queueTest(tx, id)
    await noteAct(tx, { by, act: 'settings.webhook-test', about: null, detail: m.logTest(webhook.host) })
    return null
  })

/** It is left alone no longer: whoever presses a button has seen to the server, and wants to know now. */
async function wakeServer(tx: Transaction, id: string): Promise<{ host: string } | { problem: string }> {
  const webhook = await tx.rows
    .selectFrom('webhooks')
    .select(['off_at', 'address'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!webhook) return { problem: m.noWebhook }
  if (webhook.off_at !== null) return { problem: m.switchOnFirst }
  await tx.rows.updateTable('webhooks').set({ rest_until: 0 }).where('id', '=', id).execute()
  return { host: hookHost(webhook.address) }
}
