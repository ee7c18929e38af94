/**
 * What the links in readers' letters lead to. GET shows a page and changes
 * nothing, since mail programs open links by themselves; the buttons act. The
 * address is the key, so these forms carry nothing else; see
 * docs/contracts/letters.md.
 */
import type { Hono } from 'hono'
import { isUnwanted, setUnwanted } from '../../../access/index.ts'
import {
  confirmAddress,
  isRhythm,
  peekConfirmation,
  readNoticeChoices,
  setRhythm,
  setScopes,
} from '../../../letters/index.ts'
import { maskedAddress, readLetterSettings } from '../../../mail/index.ts'
import { noticesMessages as m } from '../../../messages/index.ts'
import { type Reader, readerWithAddress, readReader } from '../../../readers/index.ts'
import { isId } from '../../../store/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerPrivate } from '../../kit/answer.ts'
import { readerInHand } from '../../kit/reader-session.ts'
import { formIfAny, withForm } from '../../kit/with-form.ts'
import { readSite } from '../kit/site.ts'
import { asReceipt } from '../own/receipt-routes.ts'
import {
  isNoticesDone,
  type NoticesDone,
  renderConfirmPage,
  renderNoticesPage,
  renderStopPage,
} from './notices-page.tsx'

export function addNoticesRoutes(app: Hono<Env>, web: Web): void {
  app.get('/mail/confirm/:token', async (c) => {
    const token = c.req.param('token')
    const asked = await peekConfirmation(web.store.db, token, web.now())
    if (!asked) return linkOver(web, c)
    const hand = await readerInHand(web, c)
    const isOwn = hand !== null && hand.reader.id === asked.readerId && hand.reader.mail === null
    const html = renderConfirmPage({
      site: await readSite(web),
      path: `/mail/confirm/${encodeURIComponent(token)}`,
      address: maskedAddress(asked.address),
      story: asked.story,
      account: !isOwn ? null : (await readerWithAddress(web.store.db, asked.address)) ? 'other' : 'this',
      stopPath: `/mail/stop/${web.mailKeys.stopKey(asked.address)}`,
    })
    return asReceipt(answerPrivate(c, html))
  })
  app.post('/mail/confirm/:token', async (c) => {
    const given = { token: c.req.param('token'), signedIn: (await readerInHand(web, c))?.reader.id ?? null }
    const readerId = await confirmAddress(web.store, web.mailKeys, given, web.now())
    return readerId ? c.redirect(`${noticesPath(web, readerId)}?done=confirmed`, 303) : linkOver(web, c)
  })

  app.get('/mail/stop/:key', (c) => stopPage(web, c, false))
  app.post('/mail/stop/:key', async (c) => {
    const key = web.mailKeys.readStopKey(c.req.param('key'))
    if (key === null) return badLink(web, c)
    // Also what a mail program sends by itself, which need be no form of ours.
    const again = (await formIfAny(c))?.get('write') === 'again'
    await web.store.transaction(web.now(), (tx) => setUnwanted(tx, key, !again))
    return stopPage(web, c, true)
  })

  app.get('/notices/:key', (c) => noticesPage(web, c))
  app.get('/notices/:key/stop', (c) => noticesPage(web, c))
  app.post('/notices/:key', async (c) => {
    const reader = await readerOf(web, c)
    if (!reader) return badLink(web, c)
    return withForm(web, c, async (form) => {
      const rhythm = form.get('rhythm')
      if (!isRhythm(rhythm)) return answerError(web, c, 400)
      const scopes = new Map<string, 'answers' | 'thread' | 'none'>()
      for (const { commentId } of (await readNoticeChoices(web.store.db, reader.id)).subscriptions) {
        const scope = form.get(`scope-${commentId}`)
        if (isId(commentId) && (scope === 'answers' || scope === 'thread' || scope === 'none'))
          scopes.set(commentId, scope)
      }
      await setScopes(web.store, reader.id, scopes, web.now())
      await setRhythm(web.store, reader.id, rhythm, web.now())
      return c.redirect(`${noticesPath(web, reader.id)}?done=saved`, 303)
    })
  })
  // Also what a mail program sends by itself, on a press of its own button (RFC 8058): no cookie, no form to be read.
  app.post('/notices/:key/stop', async (c) => {
    const reader = await readerOf(web, c)
    if (!reader) return badLink(web, c)
    await setRhythm(web.store, reader.id, 'off', web.now())
    return noticesPage(web, c, 'stopped')
  })
}

export const noticesPath = (web: Web, readerId: string): string => `/notices/${web.mailKeys.noticesKey(readerId)}`

async function readerOf(web: Web, c: Call): Promise<Reader | null> {
  const id = web.mailKeys.readNoticesKey(c.req.param('key') ?? '')
  return id ? readReader(web.store.db, id) : null
}

async function noticesPage(web: Web, c: Call, justDone?: NoticesDone): Promise<Response> {
  const reader = await readerOf(web, c)
  if (!reader) return badLink(web, c)
  const asked = c.req.query('done')
  const done = justDone ?? (isNoticesDone(asked) ? asked : undefined)
  const [site, choices, { digestHour }] = await Promise.all([
    readSite(web),
    readNoticeChoices(web.store.db, reader.id),
    readLetterSettings(web.store.db),
  ])
  const html = renderNoticesPage({
    site,
    path: noticesPath(web, reader.id),
    address: reader.mail === null || reader.verifiedAt === null ? null : maskedAddress(reader.mail),
    choices,
    hour: digestHour,
    ...(done ? { done } : {}),
  })
  return asReceipt(answerPrivate(c, html))
}

async function stopPage(web: Web, c: Call, done: boolean): Promise<Response> {
  const key = web.mailKeys.readStopKey(c.req.param('key') ?? '')
  if (key === null) return badLink(web, c)
  const html = renderStopPage({
    site: await readSite(web),
    path: c.req.path,
    unwanted: await isUnwanted(web.store.db, key),
    done,
  })
  return asReceipt(answerPrivate(c, html))
}

const badLink = (web: Web, c: Call) => answerError(web, c, 404, m.badLink)

const linkOver = (web: Web, c: Call) => answerError(web, c, 410, m.linkOver)
