/** Webhooks, for who may change settings. */
import type { Hono } from 'hono'
import { hookMessages, webhooksPageMessages as m } from '../../../messages/index.ts'
import { isId } from '../../../store/index.ts'
import {
  addWebhook,
  changeHookEvents,
  checkHookAddress,
  isHookEvent,
  listWebhooks,
  readHookLog,
  readWebhook,
  removeWebhook,
  renewHookSecret,
  sendHookAgain,
  sendHookTest,
  switchWebhook,
  type Webhook,
} from '../../../webhooks/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerPrivate } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { renderWebhookPage } from './webhook-page.tsx'
import { renderWebhooksPage } from './webhooks-page.tsx'

const HERE = '/newsroom/webhooks'
const SHOWN = 50
const DONE: Record<string, string> = {
  saved: m.saved,
  on: m.switchedOn,
  off: m.switchedOff,
  again: m.again,
  tested: m.tested,
}

export function addWebhooksRoutes(app: Hono<Env>, web: Web): void {
  app.get(HERE, (c) => listPage(web, c, c.req.query('removed') === undefined ? {} : { done: m.removed }))
  app.post(HERE, (c) => withForm(web, c, (form) => add(web, c, form)))
  app.get(`${HERE}/:id`, (c) => {
    const done = DONE[c.req.query('done') ?? '']
    return onePage(web, c, c.req.param('id'), done ? { done } : {})
  })
  app.post(`${HERE}/:id/events`, (c) =>
    withForm(web, c, async (form) => {
      const id = c.req.param('id')
      const refused = await changeHookEvents(web.store, { id, by: byOf(c), events: eventsOf(form) }, web.now())
      return refused ? onePage(web, c, id, refused) : done(c, id, 'saved')
    }),
  )
  app.post(`${HERE}/:id/secret`, async (c) => {
    const id = c.req.param('id')
    const renewed = await renewHookSecret(web.store, { id, by: byOf(c) }, web.now())
    return onePage(web, c, id, renewed ?? {})
  })
  app.post(`${HERE}/:id/switch`, (c) =>
    withForm(web, c, async (form) => {
      const [id, on] = [c.req.param('id'), form.get('on') === '1']
      const isThere = await switchWebhook(web.store, { id, on, by: byOf(c) }, web.now())
      return isThere ? done(c, id, on ? 'on' : 'off') : onePage(web, c, id)
    }),
  )
  app.post(`${HERE}/:id/remove`, async (c) => {
    const id = c.req.param('id')
    const isThere = await removeWebhook(web.store, { id, by: byOf(c) }, web.now())
    return isThere ? c.redirect(`${HERE}?removed`, 303) : onePage(web, c, id)
  })
  app.post(`${HERE}/:id/test`, async (c) => {
    const id = c.req.param('id')
    const refused = await sendHookTest(web.store, { id, by: byOf(c) }, web.now())
    return refused ? onePage(web, c, id, refused) : done(c, id, 'tested')
  })
  app.post(`${HERE}/:id/messages/:message/again`, async (c) => {
    const id = c.req.param('id')
    const again = { id, messageId: c.req.param('message'), by: byOf(c) }
    const refused = await sendHookAgain(web.store, again, web.now())
    return refused ? onePage(web, c, id, refused) : done(c, id, 'again')
  })
}

const byOf = (c: Call): string => c.get('person').id
const eventsOf = (form: Form) => [...new Set(form.all('events'))].filter(isHookEvent)
const done = (c: Call, id: string, what: keyof typeof DONE) => c.redirect(`${HERE}/${id}?done=${what}`, 303)

async function add(web: Web, c: Call, form: Form): Promise<Response> {
  const [typed, events] = [form.get('address'), eventsOf(form)]
  const checked = await checkHookAddress(typed)
  const added =
    'problem' in checked ? checked : await addWebhook(web.store, { ...checked, events, by: byOf(c) }, web.now())
  if ('problem' in added) return listPage(web, c, { ...added, typed: { address: typed, events } })
  return onePage(web, c, added.id, { secret: added.secret })
}

type ListSeen = Partial<Pick<Parameters<typeof renderWebhooksPage>[0], 'done' | 'problem' | 'typed'>>

async function listPage(web: Web, c: Call, seen: ListSeen): Promise<Response> {
  const [frame, webhooks] = await Promise.all([frameFor(web, c), listWebhooks(web.store.db)])
  return c.html(renderWebhooksPage({ ...frame, webhooks, ...seen }), seen.problem ? 400 : 200)
}

type OneSeen = Partial<Pick<Parameters<typeof renderWebhookPage>[0], 'done' | 'problem' | 'secret'>>

async function onePage(web: Web, c: Call, id: string, seen: OneSeen = {}): Promise<Response> {
  const webhook: Webhook | null = isId(id) ? await readWebhook(web.store.db, id) : null
  if (!webhook) return answerError(web, c, 404, { sentence: hookMessages.noWebhook })
  const [frame, log] = await Promise.all([frameFor(web, c), readHookLog(web.store.db, id, SHOWN)])
  const html = renderWebhookPage({ ...frame, webhook, log, most: SHOWN, ...seen })
  return answerPrivate(c, html, seen.problem ? 400 : 200)
}
