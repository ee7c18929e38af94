/**
 * Sends what is due, by one process of those on the database: to every server at
 * once, and to each one thing after the other. A server that failed is left alone
 * for a while, longer each time, and what failed is tried again for a day.
 */
import type { AnyJobHandler, Database, KeeperLog, Store } from '../store/index.ts'
import { hookBody, type ToTell } from './bodies.ts'
import type { MessageFacts } from './kinds.ts'
import { afterAttempt, forgetOld, nothingToTell } from './outcome.ts'
import { HOOK_GUARD, type HookGuard, sendOnce } from './send.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    /** Something may be due. */
    'webhooks.send': Record<never, never>
  }
}

interface Options {
  log: KeeperLog
  now(): number
  /** Where readers reach the site, without a slash at the end. */
  url(): string
  guard?: HookGuard
}

export function webhooksJob(store: Store, { log, now, url, guard = HOOK_GUARD }: Options): AnyJobHandler {
  const tellOne = async (webhookId: string, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const next = await nextFor(store.db, webhookId, now())
      if (!next) return
      const { webhook, message } = next
      const body = await hookBody(store.db, message.told, url())
      if (body === null) {
        await store.transaction(now(), (tx) => nothingToTell(tx, message.id))
        continue
      }
      const { address, secrets } = webhook
      const attempt = await sendOnce({ address, secrets, messageId: message.id, body, at: now() }, guard, signal)
      // The program stops: a try that was broken off says nothing of whoever was told.
      if (signal.aborted && attempt.fault !== null) return
      const after = await store.transaction(now(), (tx) => afterAttempt(tx, { webhookId, message, attempt }))
      if (after === 'off') log.warn({ webhook: webhookId }, 'a webhook was switched off: nothing got there any more')
      if (attempt.fault !== null) return
    }
  }
  return {
    kind: 'webhooks.send',
    what: 'telling other servers what happened',
    async run(_, { signal }) {
      const due = await whoIsDue(store.db, now())
      await Promise.all(due.map((webhookId) => tellOne(webhookId, signal)))
      if (signal.aborted) return
      await forgetOld(store, now())
      return nextDue(store.db)
    },
  }
}

const waitingMessages = (db: Database) =>
  db
    .selectFrom('webhooks as w')
    .innerJoin('webhook_messages as s', 's.webhook_id', 'w.id')
    .where('w.off_at', 'is', null)
    .where('s.ended_at', 'is', null)

/** How many messages are still to be sent, to all of them. */
export async function countUnsent(db: Database): Promise<number> {
  const { count } = await waitingMessages(db)
    .select((e) => e.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function whoIsDue(db: Database, now: number): Promise<string[]> {
  const rows = await waitingMessages(db)
    .select('w.id')
    .distinct()
    .where('w.rest_until', '<=', now)
    .where('s.due_at', '<=', now)
    .execute()
  return rows.map(({ id }) => id)
}

/** When something is due next, in milliseconds since the epoch. */
async function nextDue(db: Database): Promise<number | undefined> {
  const rows = await waitingMessages(db)
    .select((e) => ['w.rest_until', e.fn.min('s.due_at').as('due_at')])
    .groupBy(['w.id', 'w.rest_until'])
    .execute()
  const times = rows.map(({ rest_until, due_at }) => Math.max(Number(rest_until), Number(due_at)))
  return times.length > 0 ? Math.min(...times) : undefined
}

interface Next {
  webhook: { address: string; secrets: string[] }
  message: { id: string; attempts: number; failures: number; triedFrom: number; told: ToTell }
}

/** What it is told next: what has been due longest. Null where nothing is, or it is left alone for a while. */
async function nextFor(db: Database, webhookId: string, now: number): Promise<Next | null> {
  const row = await waitingMessages(db)
    .selectAll('s')
    .select(['w.address', 'w.secret', 'w.old_secret', 'w.old_secret_until'])
    .where('w.id', '=', webhookId)
    .where('w.rest_until', '<=', now)
    .where('s.due_at', '<=', now)
    .orderBy('s.due_at')
    .orderBy('s.id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const hasOld = row.old_secret !== null && Number(row.old_secret_until) > now
  return {
    webhook: { address: row.address, secrets: [row.secret, ...(hasOld ? [row.old_secret as string] : [])] },
    message: {
      id: row.id,
      attempts: row.attempts,
      failures: row.failures,
      triedFrom: Number(row.tried_from),
      told: {
        event: row.event as ToTell['event'],
        about: row.about,
        facts: JSON.parse(row.facts_json) as MessageFacts,
        happenedAt: Number(row.happened_at),
      },
    },
  }
}
