/** Who may come in: a session in a cookie. What is sent from elsewhere is refused before (same-site.ts). */
import type { MiddlewareHandler } from 'hono'
import { frameMessages as m } from '../../../messages/index.ts'
import { may, readSessionInHand, type Switch, seeSession } from '../../../people/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, wantsJson } from '../../kit/answer.ts'
import { keepCookie, readCookie } from '../../kit/cookies.ts'
import { NEWSROOM_POLICY } from '../../kit/security-headers.ts'

export const sessionCookie = (web: Web, c: Call): string | undefined => readCookie(web, c, 'courant_session')

/**
 * Over plain http the session's cookie goes to the newsroom only; over https its name asks for all paths. Beside it
 * goes a mark without any secret, by which the paper's own pages show staff where they are edited.
 */
export function setSession(web: Web, c: Call, session: string, maxAge: number): void {
  keepCookie(web, c, 'courant_session', session, { sameSite: 'Lax', path: '/newsroom', maxAge })
  keepCookie(web, c, 'courant_staff', session === '' ? '' : '1', { sameSite: 'Lax', maxAge })
}

/** Newsroom pages are nobody else's to keep, to frame or to be told of. */
export const newsroomHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  c.res.headers.set('content-security-policy', NEWSROOM_POLICY)
  c.res.headers.set('cache-control', 'no-store')
  c.res.headers.set('referrer-policy', 'same-origin')
  c.res.headers.set('x-robots-tag', 'noindex')
}

/** Lets only staff through, and the request carries the person from here on; others are led to the sign-in page, with what they wrote. */
export async function refuseStranger(web: Web, c: Call, signedOut: () => Promise<Response>): Promise<Response | null> {
  const session = sessionCookie(web, c)
  const inHand = session ? await readSessionInHand(web.store.db, session, web.now()) : null
  if (!inHand) {
    if (wantsJson(c)) return c.json({ ok: false, sentence: m.signedOut, why: 'signed out', say: m.signedOut }, 401)
    return signedOut()
  }
  await seeSession(web.store, inHand, web.now())
  c.set('person', inHand.person)
  c.set('session', inHand)
  return null
}

export const NOT_ALLOWED = m.notAllowed

export const needsSwitch = (missing: Switch): string => m.needsPermission[missing]

/** The person of a request to an address that nobody keeps a door to, so that the newsroom can answer its own. */
export async function recognise(web: Web, c: Call): Promise<void> {
  const session = sessionCookie(web, c)
  const inHand = session ? await readSessionInHand(web.store.db, session, web.now()) : null
  if (inHand) c.set('person', inHand.person)
}

/** A sentence for those whose role lacks one of these switches. */
export async function refuseWithout(web: Web, c: Call, switches: readonly Switch[]): Promise<Response | null> {
  const missing = switches.find((one) => !may(c.get('person'), one))
  return missing === undefined ? null : refuse(web, c, missing)
}

/** The same for those who lack all of them. */
export const refuseWithoutAny = async (
  web: Web,
  c: Call,
  switches: readonly [Switch, ...Switch[]],
): Promise<Response | null> => (switches.some((one) => may(c.get('person'), one)) ? null : refuse(web, c, switches[0]))

async function refuse(web: Web, c: Call, missing: Switch): Promise<Response> {
  const sentence = needsSwitch(missing)
  return wantsJson(c)
    ? c.json({ ok: false, sentence, say: sentence }, 403)
    : answerError(web, c, 403, { title: NOT_ALLOWED, sentence })
}
