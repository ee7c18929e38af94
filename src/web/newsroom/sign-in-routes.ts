/**
 * Signing in: by password, and a code where that is set up; by a passkey; by
 * one-time link. Opening a link only shows a page with a button: mail programs
 * open links too.
 */
import type { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import {
  askForPasskey,
  checkPasskey,
  openSession,
  peekSignInLink,
  readPerson,
  signIn,
  signInByCode,
  signInByPassword,
  signOut,
} from '../../people/index.ts'
import { answerError, answerPrivate } from '../answer.ts'
import type { Call, Env, Web } from '../context.ts'
import { readForm } from '../form.ts'
import { readSite } from '../site/site.ts'
import { browserOf, DOOR_FORM_LIMIT, doorScriptOf, keepSession, NO_PASSKEYS, placeOf } from './door.ts'
import { SESSION_COOKIE, setSession } from './guard.ts'
import { renderCodePage, renderSignInConfirmPage, renderSignInPage } from './sign-in-page.tsx'

const USED =
  'This link has been used, is older than 24 hours, or is not complete. Ask an editor for a new one, or run "courant sign-in" where Courant runs.'
const LOCKED_OUT = 'You may not sign in any more. Ask someone who may change the settings.'

export function addSignInRoutes(app: Hono<Env>, web: Web): void {
  const site = async () => ({ ...(await readSite(web)), stylesheet: web.assets.path('newsroom.css') })
  const door = async (
    c: Call,
    more: { problem?: string; name?: string; signedOut?: boolean } = {},
    status: 200 | 400 | 410 = more.problem ? 400 : 200,
  ) => answerPrivate(c, renderSignInPage({ site: await site(), doorScript: doorScriptOf(web), ...more }), status)

  app.get('/newsroom/sign-in', (c) => door(c))
  app.post('/newsroom/sign-in/password', async (c) => {
    const form = await readForm(c.env.incoming, DOOR_FORM_LIMIT)
    if ('fault' in form) return answerError(web, c, form.fault === 'too large' ? 413 : 400)
    const typed = { name: form.get('name'), password: form.get('password') }
    const answer = await signInByPassword(web.store, typed, await browserOf(web, c), web.now())
    if (answer.kind === 'no') return door(c, { problem: answer.sentence, name: typed.name })
    if (answer.kind === 'code') return answerPrivate(c, renderCodePage({ site: await site(), step: answer.step }))
    keepSession(web, c, answer)
    return c.redirect('/newsroom', 303)
  })
  app.post('/newsroom/sign-in/code', async (c) => {
    const form = await readForm(c.env.incoming, DOOR_FORM_LIMIT)
    if ('fault' in form) return answerError(web, c, form.fault === 'too large' ? 413 : 400)
    const typed = { step: form.get('step'), code: form.get('code') }
    const answer = await signInByCode(web.store, typed, await browserOf(web, c), web.now())
    if (answer.kind === 'again')
      return answerPrivate(c, renderCodePage({ site: await site(), step: typed.step, problem: answer.sentence }), 400)
    if (answer.kind !== 'in') return door(c, 'sentence' in answer ? { problem: answer.sentence } : {})
    keepSession(web, c, answer)
    return c.redirect('/newsroom', 303)
  })
  app.post('/newsroom/sign-in/passkey/ask', async (c) => {
    const place = await placeOf(web)
    if (!place) return answerError(web, c, 400, { title: 'No passkeys here', sentence: NO_PASSKEYS })
    return c.json(await askForPasskey(web.store, place, 'person', web.now()))
  })
  app.post('/newsroom/sign-in/passkey', async (c) => {
    const form = await readForm(c.env.incoming, DOOR_FORM_LIMIT)
    if ('fault' in form) return answerError(web, c, form.fault === 'too large' ? 413 : 400)
    const place = await placeOf(web)
    if (!place) return door(c, { problem: NO_PASSKEYS })
    const given = { kind: 'person' as const, step: form.get('step'), answer: form.get('answer') }
    const checked = await checkPasskey(web.store, place, given, web.now())
    if ('problem' in checked) return door(c, checked)
    const person = await readPerson(web.store.db, checked.ownerId)
    if (!person || person.disabled) return door(c, { problem: LOCKED_OUT })
    const { device, replaces } = await browserOf(web, c)
    const opened = await web.store.transaction((write) =>
      openSession(write, { personId: person.id, way: 'passkey', device, replaces }, web.now()),
    )
    keepSession(web, c, opened)
    return c.redirect('/newsroom', 303)
  })

  app.get('/newsroom/sign-in/:token', async (c) => {
    const token = c.req.param('token')
    const person = await peekSignInLink(web.store.db, token, web.now())
    if (!person) return door(c, { problem: USED }, 410)
    const response = answerPrivate(c, renderSignInConfirmPage({ site: await site(), token, name: person.name }))
    response.headers.set('referrer-policy', 'no-referrer')
    return response
  })
  app.post('/newsroom/sign-in', async (c) => {
    const form = await readForm(c.env.incoming, DOOR_FORM_LIMIT)
    if ('fault' in form) return answerError(web, c, form.fault === 'too large' ? 413 : 400)
    const { device, replaces } = await browserOf(web, c)
    const opened = await signIn(web.store, form.get('token'), web.now(), { device, replaces })
    if (!opened) return door(c, { problem: USED }, 410)
    keepSession(web, c, opened)
    return c.redirect('/newsroom', 303)
  })
  app.post('/newsroom/sign-out', async (c) => {
    const session = getCookie(c, SESSION_COOKIE)
    if (session) await signOut(web.store, session, web.now())
    setSession(web, c, '', 0)
    return door(c, { signedOut: true })
  })
}
