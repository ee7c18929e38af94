/** What becomes of a message and of its server after a try. */
import type { Store, Transaction } from '../store/index.ts'
import type { Attempt } from './send.ts'
import { letGo } from './webhooks.ts'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND
/** What failed is tried again for so long. */
const TRIED_FOR = DAY
/** A server that has taken nothing for so long is told nothing any more. */
const OFF_AFTER = 5 * DAY
/** What ended so long ago is forgotten. */
const HOOK_LOG_FOR = 30 * DAY
/** Between the first two tries, and between any two at the most. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [5 * SECOND, 4 * 60 * 60 * SECOND]

/** How long to wait after so many failures in a row: four times as long each time. In milliseconds. */
const pauseAfter = (failures: number): number => Math.min(FIRST_PAUSE * 4 ** Math.min(failures - 1, 10), LONGEST_PAUSE)

interface Tried {
  webhookId: string
  message: { id: string; attempts: number; failures: number; triedFrom: number }
  attempt: Attempt
}

/** Keeps a try, and says whether its webhook is off from now on. Where somebody has removed it meanwhile, nothing is kept. */
export async function afterAttempt(tx: Transaction, { webhookId, message, attempt }: Tried): Promise<'on' | 'off'> {
  const { now, rows } = tx
  const webhook = await rows
    .selectFrom('webhooks')
    .select(['failures', 'failing_since', 'off_at'])
    .where('id', '=', webhookId)
    .executeTakeFirst()
  if (!webhook) return 'on'
  const number = message.attempts + 1
  const { took, status, fault } = attempt
  /** At least as long as the server asked for, as far as that is reasonable. */
  const pauseFor = (failures: number) => Math.max(pauseAfter(failures), Math.min(attempt.pause, LONGEST_PAUSE))
  await rows
    .insertInto('webhook_attempts')
    .values({ message_id: message.id, number, at: now, took, status, fault })
    .execute()
  if (fault === null) {
    await endMessage(tx, message.id, { attempts: number, ending: 'sent' })
    await rows
      .updateTable('webhooks')
      .set({ failures: 0, failing_since: null, rest_until: 0 })
      .where('id', '=', webhookId)
      .execute()
    return 'on'
  }
  const failed = message.failures + 1
  const again = now + pauseFor(failed)
  if (again > message.triedFrom + TRIED_FOR) await endMessage(tx, message.id, { attempts: number, ending: 'failed' })
  else
    await rows
      .updateTable('webhook_messages')
      .set({ attempts: number, failures: failed, due_at: again })
      .where('id', '=', message.id)
      .execute()
  const since = Number(webhook.failing_since ?? now)
  const failures = webhook.failures + 1
  const why = fault === 'gone' ? 'gone' : now - since >= OFF_AFTER ? 'failing' : null
  const isNews = why !== null && webhook.off_at === null
  await rows
    .updateTable('webhooks')
    .set({
      failures,
      failing_since: since,
      rest_until: now + pauseFor(failures),
      ...(isNews ? { off_at: now, off_why: why } : {}),
    })
    .where('id', '=', webhookId)
    .execute()
  if (!isNews) return 'on'
  await letGo(tx, webhookId)
  await tx.say({ kind: 'webhooks.changed' })
  return 'off'
}

const endMessage = (
  tx: Transaction,
  id: string,
  { attempts, ending }: { attempts: number; ending: 'sent' | 'failed' },
) => tx.rows.updateTable('webhook_messages').set({ attempts, ending, ended_at: tx.now }).where('id', '=', id).execute()

/** Readers don't see it any more, so nobody is told of it. */
export const nothingToTell = (tx: Transaction, messageId: string) =>
  tx.rows
    .updateTable('webhook_messages')
    .set({ ending: 'silent', ended_at: tx.now })
    .where('id', '=', messageId)
    .execute()

/** Forgets what ended a month ago. */
export async function forgetOld(store: Store, now: number): Promise<void> {
  const before = now - HOOK_LOG_FOR
  const old = await store.db
    .selectFrom('webhook_messages')
    .select('id')
    .where('ended_at', '<', before)
    .limit(1)
    .executeTakeFirst()
  if (!old) return
  await store.transaction(now, async (tx) => {
    const messages = tx.rows.selectFrom('webhook_messages').select('id').where('ended_at', '<', before)
    await tx.rows.deleteFrom('webhook_attempts').where('message_id', 'in', messages).execute()
    await tx.rows.deleteFrom('webhook_messages').where('ended_at', '<', before).execute()
  })
}
