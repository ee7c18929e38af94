/**
 * Signing in: by password, and a code where that is set up; by a passkey; by
 * one-time link. Opening a link only shows a page with a button: mail programs
 * open links too. What somebody wrote while their session ended goes with every
 * step, and comes back behind the last, to be sent by a button of its own.
 */

import type { Hono } from 'hono'
import { askForPasskey, checkPasskey } from '../../../access/index.ts'
import { signInMessages as m } from '../../../messages/index.ts'
import {
  type OpenedSession,
  openSession,
  peekSignInLink,
  readPerson,
  readSessionInHand,
  signIn,
  signInByCode,
  signInByPassword,
  signOut,
} from '../../../people/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerPrivate } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { canHoldWords, type Kept, keptOf, keptSignedOut, SIGN_IN_LIMIT } from '../../kit/kept-words.ts'
import { formIfAny, withForm } from '../../kit/with-form.ts'
import { inNewsroom, readSite } from '../../site/kit/site.ts'
import { browserOf, doorScriptOf, keepSession, NO_PASSKEYS, placeOf } from '../kit/door.ts'
import { frameFor } from '../kit/frame.ts'
import { sessionCookie, setSession } from '../kit/guard.ts'
import { renderKeptPage } from '../kit/kept-page.tsx'
import { renderSignOutPage } from '../start/sign-out-page.tsx'
import { remindsOf } from '../start/steps.ts'
import { hasWayBack } from '../start/ways-in.ts'
import { renderCodePage, renderSignInConfirmPage, renderSignInPage } from './sign-in-page.tsx'

export function addSignInRoutes(app: Hono<Env>, web: Web): void {
  const site = () => newsroomSite(web)
  const sent = (c: Call, work: (form: Form, kept: Kept | null) => Promise<Response>): Promise<Response> =>
    withForm(web, c, (form) => work(form, keptOf(c.req.path, form)), SIGN_IN_LIMIT)
  const come = async (c: Call, opened: OpenedSession, kept: Kept | null): Promise<Response> => {
    keepSession(web, c, opened)
    if (!kept) return c.redirect((await isNewHere(web, opened)) ? '/newsroom/start' : '/newsroom', 303)
    const page = { title: m.signedIn, sentence: m.notSentYet, kept, button: m.sendNow }
    return answerPrivate(c, renderKeptPage({ site: await site(), ...page }))
  }

  app.get('/newsroom/sign-in', (c) => door(web, c))
  app.post('/newsroom/sign-in/password', (c) =>
    sent(c, async (form, kept) => {
      const typed = { name: form.get('name'), password: form.get('password') }
      const answer = await signInByPassword(web.store, typed, await browserOf(web, c), web.now())
      if (answer.kind === 'no') return door(web, c, { problem: answer.sentence, name: typed.name, kept })
      if (answer.kind === 'code')
        return answerPrivate(c, renderCodePage({ site: await site(), step: answer.step, kept }))
      return come(c, answer, kept)
    }),
  )
  app.post('/newsroom/sign-in/code', (c) =>
    sent(c, async (form, kept) => {
      const typed = { step: form.get('step'), code: form.get('code') }
      const answer = await signInByCode(web.store, typed, await browserOf(web, c), web.now())
      if (answer.kind === 'again') {
        const page = { site: await site(), step: typed.step, problem: answer.sentence, kept }
        return answerPrivate(c, renderCodePage(page), 400)
      }
      if (answer.kind !== 'in')
        return door(web, c, { kept, ...('sentence' in answer ? { problem: answer.sentence } : {}) })
      return come(c, answer, kept)
    }),
  )
  app.post('/newsroom/sign-in/passkey/ask', async (c) => {
    const place = await placeOf(web)
    if (!place) return answerError(web, c, 400, { title: m.noPasskeysHere, sentence: NO_PASSKEYS })
    return c.json(await askForPasskey(web.store, place, 'person', web.now()))
  })
  app.post('/newsroom/sign-in/passkey', (c) =>
    sent(c, async (form, kept) => {
      const place = await placeOf(web)
      if (!place) return door(web, c, { problem: NO_PASSKEYS, kept })
      const given = { kind: 'person' as const, step: form.get('step'), answer: form.get('answer') }
      const checked = await checkPasskey(web.store, place, given, web.now())
      if ('problem' in checked) return door(web, c, { ...checked, kept })
      const person = await readPerson(web.store.db, checked.ownerId)
      if (!person || person.disabled) return door(web, c, { problem: m.suspended, kept })
      const { device, replaces } = await browserOf(web, c)
      const opened = await web.store.transaction(web.now(), (tx) =>
        openSession(tx, { personId: person.id, way: 'passkey', device, replaces }),
      )
      return come(c, opened, kept)
    }),
  )

  app.get('/newsroom/sign-in/:token', async (c) => {
    const token = c.req.param('token')
    const person = await peekSignInLink(web.store.db, token, web.now())
    if (!person) return door(web, c, { problem: m.linkOver }, 410)
    const response = answerPrivate(c, renderSignInConfirmPage({ site: await site(), token, name: person.name }))
    response.headers.set('referrer-policy', 'no-referrer')
    return response
  })
  app.post('/newsroom/sign-in', (c) =>
    sent(c, async (form) => {
      const { device, replaces } = await browserOf(web, c)
      const opened = await signIn(web.store, form.get('token'), web.now(), { device, replaces })
      return opened ? come(c, opened, null) : door(web, c, { problem: m.linkOver }, 410)
    }),
  )
  app.post('/newsroom/sign-out', async (c) => {
    const session = sessionCookie(web, c)
    const isSure = (await formIfAny(c))?.get('sure') === 'yes'
    const inHand = session && !isSure ? await readSessionInHand(web.store.db, session, web.now()) : null
    if (inHand && !(await hasWayBack(web.store.db, inHand.person.id))) {
      c.set('person', inHand.person)
      return answerPrivate(c, renderSignOutPage(await frameFor(web, c)))
    }
    if (session) await signOut(web.store, session, web.now())
    setSession(web, c, '', 0)
    return door(web, c, { signedOut: true })
  })
}

/** Whether who has just come in is to be shown the first steps: by their first link, while nobody has finished them. */
async function isNewHere(web: Web, { session }: OpenedSession): Promise<boolean> {
  const { db } = web.store
  const inHand = await readSessionInHand(db, session, web.now())
  return inHand !== null && (await remindsOf(db, inHand.person)) && !(await hasWayBack(db, inHand.person.id))
}

/** What is sent without a session: nothing of it is done, and it waits on the page on which one signs in. */
export async function answerSignedOut(web: Web, c: Call): Promise<Response> {
  if (c.req.method !== 'POST' || !canHoldWords(c.req.path)) return c.redirect('/newsroom/sign-in', 303)
  const kept = await keptSignedOut(c)
  if (kept === 'too long') return answerError(web, c, 413, { title: m.signedOut, sentence: m.tooLong })
  return kept ? door(web, c, { kept }, 401) : c.redirect('/newsroom/sign-in', 303)
}

async function door(
  web: Web,
  c: Call,
  more: { problem?: string; name?: string; signedOut?: boolean; kept?: Kept | null } = {},
  status: 200 | 400 | 401 | 410 = more.problem ? 400 : 200,
): Promise<Response> {
  return answerPrivate(
    c,
    renderSignInPage({ site: await newsroomSite(web), doorScript: doorScriptOf(web), ...more }),
    status,
  )
}

const newsroomSite = async (web: Web) => inNewsroom(await readSite(web))
