/** What docs/webhooks.md says is what is sent: every kind of message by an example of its shape, and the check of its signature. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decidedOn, sentComment, shownRevision } from '../../test/comments.ts'
import { ONE_DATABASE } from '../../test/databases.ts'
import { freshDesk } from '../../test/desks.ts'
import { publishedStory } from '../../test/stores.ts'
import { publishChange } from '../corrections/index.ts'
import { signingWith } from '../discussion/index.ts'
import { removeComment } from '../moderation/decisions/index.ts'
import { ROLES } from '../people/index.ts'
import { publish, unpublish } from '../story/index.ts'
import { hookBody } from './bodies.ts'
import { HOOK_EVENTS, type HookEvent, TEST_EVENT } from './kinds.ts'
import { sendHookTest } from './log.ts'
import { newHookSecret, signatureHeaders } from './signature.ts'
import { addWebhook } from './webhooks.ts'

const DOCS = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8')
const NOW = Date.UTC(2026, 10, 30, 12)
const blocks = (language: string) =>
  DOCS.split(`\n\`\`\`${language}\n`)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('\n```')))

/** What each field is, without what it says. */
function shapeOf(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, shapeOf(inside)]))
}

describe.each(ONE_DATABASE)('webhooks as they are documented, on %s', (kind) => {
  test('every kind of message has an example with exactly the fields that are sent', async () => {
    let clock = NOW
    const { store, drop, storyId, mo } = await freshDesk(kind, () => clock, { role: ROLES.editor })
    try {
      const by = mo.id
      const added = await addWebhook(store, { address: 'https://hooks.example.org/', events: HOOK_EVENTS, by }, clock)
      const sent = new Map<string, unknown>()
      const take = async () => {
        const rows = await store.db.selectFrom('webhook_messages').selectAll().execute()
        for (const { event, about, facts_json, happened_at } of rows) {
          if (sent.has(event)) continue
          const told = { about, facts: JSON.parse(facts_json), happenedAt: Number(happened_at) }
          const body = await hookBody(store.db, { event: event as HookEvent, ...told }, 'https://paper.example')
          if (body !== null) sent.set(event, JSON.parse(body))
        }
      }
      if ('problem' in added) throw new Error(added.problem)
      await sendHookTest(store, { id: added.id, by }, clock)
      await publishedStory(store, 'A ferry leaves', clock)
      await take()
      await publishChange(store, { id: storyId, by, change: { kind: 'update', cause: 'A bus.' } }, clock)
      await take()
      await publishChange(store, { id: storyId, by, change: { kind: 'correction', cause: 'Three.' } }, clock)
      clock += 1000
      const said = { storyId, text: 'High time.', at: clock }
      const { commentId, revisionId } = await sentComment(store, signingWith(Buffer.alloc(32, 7)), said)
      await decidedOn(store, { revisionId, reason: null, by }, clock)
      await take()
      const shown = await shownRevision(store, commentId)
      await removeComment(store, { commentId, revisionId: shown, reason: 'attack', by }, clock)
      await take()
      await unpublish(store, storyId, by, clock)
      await publish(store, { id: storyId, by }, clock)
      await take()
      const examples = blocks('json').map((block) => JSON.parse(block) as { type: string })
      expect(examples.map(({ type }) => type).sort()).toEqual([...HOOK_EVENTS, TEST_EVENT].sort())
      for (const example of examples)
        expect([example.type, shapeOf(example)]).toEqual([example.type, shapeOf(sent.get(example.type))])
    } finally {
      await drop()
    }
  })
})

test('the check that the page gives takes our messages, and no others', async () => {
  const [code = ''] = blocks('js')
  const { isFromCourant } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    isFromCourant(headers: Record<string, string>, body: string, secret: string, now: number): boolean
  }
  const [secret, other] = [newHookSecret(), newHookSecret()]
  const headers = signatureHeaders({ id: 'msg_1', at: NOW, body: '{"a":1}' }, [secret])
  expect(isFromCourant(headers, '{"a":1}', secret, NOW)).toBe(true)
  expect(isFromCourant(headers, '{"a":2}', secret, NOW)).toBe(false)
  expect(isFromCourant(headers, '{"a":1}', other, NOW)).toBe(false)
  expect(isFromCourant(headers, '{"a":1}', secret, NOW + 600_000)).toBe(false)
  expect(isFromCourant({ ...headers, 'webhook-id': 'msg_2' }, '{"a":1}', secret, NOW)).toBe(false)
  const both = signatureHeaders({ id: 'msg_1', at: NOW, body: '{}' }, [other, secret])
  expect(isFromCourant(both, '{}', secret, NOW)).toBe(true)
})
