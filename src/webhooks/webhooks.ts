/** The webhooks of the site: adding, changing, switching on and off, removing. Each act stands in the log. */
import { hookMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { type Database, newId, type Store, type Transaction } from '../store/index.ts'
import { type HookEvent, isHookEvent } from './kinds.ts'
import { newHookSecret } from './signature.ts'

/** More than a paper has use for; each costs a request for every event. */
const MOST_WEBHOOKS = 20
/** After a new secret was made, the old one signs beside it for so long, in milliseconds. */
const OLD_SECRET_FOR = 24 * 60 * 60 * 1000

export interface Webhook {
  id: string
  address: string
  events: HookEvent[]
  madeAt: number
  /** Since when nothing has got there, in milliseconds since the epoch; null while it does. */
  failingSince: number | null
  off: { at: number; why: 'person' | 'failing' | 'gone' } | null
}

/** Oldest first. */
export async function listWebhooks(db: Database): Promise<Webhook[]> {
  const rows = await db.selectFrom('webhooks').selectAll().orderBy('made_at').orderBy('id').execute()
  return rows.map(toWebhook)
}

export async function readWebhook(db: Database, id: string): Promise<Webhook | null> {
  const row = await db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toWebhook(row) : null
}

interface Wanted {
  /** As checkHookAddress answers it. */
  address: string
  events: readonly HookEvent[]
  by: string
}

/** Adds one; its secret is shown now and never again. */
export const addWebhook = (
  store: Store,
  { address, events, by }: Wanted,
  now: number,
): Promise<{ id: string; secret: string } | { problem: string }> =>
  store.transaction(now, async (tx) => {
    if (events.length === 0) return { problem: m.noEvents }
    const { count } = await tx.rows
      .selectFrom('webhooks')
      .select((w) => w.fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) >= MOST_WEBHOOKS) return { problem: m.tooMany(MOST_WEBHOOKS) }
    const [id, secret] = [newId(now), newHookSecret()]
    await tx.rows
      .insertInto('webhooks')
      .values({
        id,
        address,
        events_json: JSON.stringify(events),
        secret,
        old_secret: null,
        old_secret_until: null,
        made_at: now,
        made_by: by,
        ...WELL,
        ...ON,
      })
      .execute()
    await noteAct(tx, { by, act: 'settings.webhook-added', about: null, detail: m.logAdded(hookHost(address)) })
    return { id, secret }
  })

const WELL = { failing_since: null, failures: 0, rest_until: 0 }
const ON = { off_at: null, off_why: null }

interface Act {
  id: string
  by: string
}

/** What it hears of from now on; null, or why not. */
export const changeHookEvents = (
  store: Store,
  { events, ...act }: Act & { events: readonly HookEvent[] },
  now: number,
): Promise<{ problem: string } | null> =>
  store.transaction(now, async (tx) => {
    if (events.length === 0) return { problem: m.noEvents }
    const webhook = await change(tx, act.id, { events_json: JSON.stringify(events) })
    if (!webhook) return { problem: m.noWebhook }
    await note(
      tx,
      act,
      'settings.webhook-changed',
      m.logEvents(
        hookHost(webhook.address),
        events.map((event) => m.events[event]),
      ),
    )
    return null
  })

/** Makes a new secret, shown now and never again; the old one signs beside it for a day. Null where there is no such webhook. */
export const renewHookSecret = (store: Store, act: Act, now: number): Promise<{ secret: string } | null> =>
  store.transaction(now, async (tx) => {
    const row = await tx.rows.selectFrom('webhooks').select('secret').where('id', '=', act.id).executeTakeFirst()
    if (!row) return null
    const secret = newHookSecret()
    const old = { old_secret: row.secret, old_secret_until: now + OLD_SECRET_FOR }
    const webhook = await change(tx, act.id, { secret, ...old })
    if (webhook) await note(tx, act, 'settings.webhook-secret', m.logSecret(hookHost(webhook.address)))
    return { secret }
  })

/** Switched off, it is told nothing, and what waits for it is let go; what happens meanwhile is not told later. */
export const switchWebhook = (store: Store, { on, ...act }: Act & { on: boolean }, now: number): Promise<boolean> =>
  store.transaction(now, async (tx) => {
    const set = on ? { ...ON, ...WELL } : { off_at: now, off_why: 'person' as const }
    const webhook = await change(tx, act.id, set)
    if (!webhook) return false
    // Also where it is switched on: what happened in the moment in which it went off may have been noted for it after that.
    await letGo(tx, act.id)
    const host = hookHost(webhook.address)
    await note(tx, act, on ? 'settings.webhook-on' : 'settings.webhook-off', on ? m.logOn(host) : m.logOff(host))
    return true
  })

/** With its secret and the list of what it was told. */
export const removeWebhook = (store: Store, act: Act, now: number): Promise<boolean> =>
  store.transaction(now, async (tx) => {
    const row = await tx.rows.selectFrom('webhooks').select('address').where('id', '=', act.id).executeTakeFirst()
    if (!row) return false
    const messages = tx.rows.selectFrom('webhook_messages').select('id').where('webhook_id', '=', act.id)
    await tx.rows.deleteFrom('webhook_attempts').where('message_id', 'in', messages).execute()
    await tx.rows.deleteFrom('webhook_messages').where('webhook_id', '=', act.id).execute()
    await tx.rows.deleteFrom('webhooks').where('id', '=', act.id).execute()
    await note(tx, act, 'settings.webhook-removed', m.logRemoved(hookHost(row.address)))
    return true
  })

/** Those that the program has switched off, and nobody has seen to yet. */
export const brokenWebhooks = (db: Database) => db.selectFrom('webhooks').where('off_why', 'in', ['failing', 'gone'])

/** Nothing more is tried of what waits for it. */
export const letGo = (tx: Transaction, webhookId: string) =>
  tx.rows
    .updateTable('webhook_messages')
    .set({ ended_at: tx.now, ending: 'failed' })
    .where('webhook_id', '=', webhookId)
    .where('ended_at', 'is', null)
    .execute()

async function note(tx: Transaction, { by }: Act, act: string, detail: string): Promise<void> {
  await noteAct(tx, { by, act, about: null, detail })
  await tx.say({ kind: 'webhooks.changed' })
}

async function change(tx: Transaction, id: string, set: object): Promise<{ address: string } | undefined> {
  return tx.rows.updateTable('webhooks').set(set).where('id', '=', id).returning('address').executeTakeFirst()
}

/** An address may have a key in it, and the log is kept for ever. */
export const hookHost = (address: string): string => new URL(address).host

function toWebhook(row: {
  id: string
  address: string
  events_json: string
  made_at: number
  failing_since: number | null
  off_at: number | null
  off_why: 'person' | 'failing' | 'gone' | null
}): Webhook {
  const { off_at: at, off_why: why } = row
  return {
    id: row.id,
    address: row.address,
    events: (JSON.parse(row.events_json) as string[]).filter(isHookEvent),
    madeAt: Number(row.made_at),
    failingSince: row.failing_since === null ? null : Number(row.failing_since),
    off: at === null || why === null ? null : { at: Number(at), why },
  }
}
