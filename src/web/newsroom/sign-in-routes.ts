/** Signing in by one-time link. Opening a link only shows a page with a button: mail programs open links too. */
import type { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { peekSignInLink, signIn, signOut } from '../../people/index.ts'
import { answerError, answerPrivate } from '../answer.ts'
import type { Env, Web } from '../context.ts'
import { readForm } from '../form.ts'
import { readSite } from '../site/site.ts'
import { SESSION_COOKIE, setSession } from './guard.ts'
import { renderSignInConfirmPage, renderSignInPage } from './sign-in-page.tsx'

const FORM_LIMIT = 4 * 1024
const USED =
  'This link has been used, is older than 24 hours, or is not complete. Ask an editor for a new one, or run "courant sign-in" where Courant runs.'

export function addSignInRoutes(app: Hono<Env>, web: Web): void {
  const site = async () => ({ ...(await readSite(web)), stylesheet: web.assets.path('newsroom.css') })
  app.get('/newsroom/sign-in', async (c) => answerPrivate(c, renderSignInPage({ site: await site() })))
  app.get('/newsroom/sign-in/:token', async (c) => {
    const token = c.req.param('token')
    const person = await peekSignInLink(web.store.db, token, web.now())
    if (!person) return answerPrivate(c, renderSignInPage({ site: await site(), problem: USED }), 410)
    const response = answerPrivate(c, renderSignInConfirmPage({ site: await site(), token, name: person.name }))
    response.headers.set('referrer-policy', 'no-referrer')
    return response
  })
  app.post('/newsroom/sign-in', async (c) => {
    const form = await readForm(c.env.incoming, FORM_LIMIT)
    if ('fault' in form) return answerError(web, c, form.fault === 'too large' ? 413 : 400)
    const opened = await signIn(web.store, form.get('token'), web.now())
    if (!opened) return answerPrivate(c, renderSignInPage({ site: await site(), problem: USED }), 410)
    setSession(web, c, opened.session, Math.floor((opened.expiresAt - web.now()) / 1000))
    return c.redirect('/newsroom', 303)
  })
  app.post('/newsroom/sign-out', async (c) => {
    const session = getCookie(c, SESSION_COOKIE)
    if (session) await signOut(web.store, session, web.now())
    setSession(web, c, '', 0)
    return answerPrivate(c, renderSignInPage({ site: await site(), signedOut: true }))
  })
}
