/**
 * Nobody gets to a route but past its line in the table of addresses: an
 * address that is not in it is not there, and a route without a line ends the
 * program at its start.
 */
import type { Hono } from 'hono'
import { errorMessages as m } from '../messages/index.ts'
import { ADDRESSES } from './addresses.ts'
import type { Call, Env, Web } from './context.ts'
import type { Address } from './kit/address.ts'
import { answerError } from './kit/answer.ts'
import { readerInHand } from './kit/reader-session.ts'
import { refuseUnproved } from './newsroom/figures/proof.ts'
import { recognise, refuseStranger, refuseWithout, refuseWithoutAny } from './newsroom/kit/guard.ts'
import { answerSignedOut } from './newsroom/people/sign-in-routes.ts'
import { refuseForeignStory } from './newsroom/stories/story-access.ts'
import { refuseProgram } from './programs/door.ts'
import { answerOldAddress } from './site/old-address.ts'
import { door } from './site/own/receipt-account-routes.ts'

/** Puts a door before every address, lets `addRoutes` add what is behind them, and throws where the two differ. */
export function behindDoors(app: Hono<Env>, web: Web, addRoutes: () => void): void {
  for (const address of ADDRESSES)
    app.on(address.method, address.path, async (c, next) => (await refusal(web, c, address)) ?? next())
  const doors = app.routes.length
  addRoutes()
  const keyOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`
  const routes = app.routes.slice(doors).filter(({ method }) => method !== 'ALL')
  const [there, said] = [new Set(routes.map(keyOf)), new Set(ADDRESSES.map(keyOf))]
  const open = [...there].filter((key) => !said.has(key))
  const empty = [...said].filter((key) => !there.has(key))
  if (open.length > 0) throw new Error(`Routes without a line in the table of addresses: ${open.join(', ')}`)
  if (empty.length > 0) throw new Error(`Lines in the table of addresses without a route: ${empty.join(', ')}`)
}

async function refusal(web: Web, c: Call, { who, proof }: Address): Promise<Response | null> {
  if (who === 'anyone' || who === 'a key') return null
  if (typeof who === 'object' && 'program' in who) return refuseProgram(web, c, who.program)
  if (who === 'reader') {
    const hand = await readerInHand(web, c)
    if (!hand) return door(web, c)
    c.set('reader', hand)
    return null
  }
  const refused = await refuseStranger(web, c, () => answerSignedOut(web, c))
  if (refused) return refused
  if (who === 'own story' || who === 'own story, or moderate')
    return refuseForeignStory(web, c, who === 'own story, or moderate')
  if (who === 'publish or settings') return refuseWithoutAny(web, c, ['publish', 'settings'])
  return (who === 'staff' ? null : await refuseWithout(web, c, who)) ?? (proof ? refuseUnproved(web, c) : null)
}

/** The answer where no route has one: 405 where the address has another method, and says which. */
export async function answerNothing(app: Hono<Env>, web: Web, c: Call): Promise<Response> {
  const has = (method: string) =>
    app.router.match(method, c.req.path)[0].some(([[, { method: registered }]]) => registered === method)
  const allowed = [...(has('GET') ? ['GET', 'HEAD'] : []), ...['POST', 'PATCH'].filter(has)]
  if (/^\/newsroom(\/|$)/.test(c.req.path)) await recognise(web, c)
  if (allowed.length === 0) {
    const old = await answerOldAddress(web, c)
    if (old) return old
    return answerError(web, c, 404, c.req.path.startsWith('/api/') ? { sentence: m.nothingInApi } : {})
  }
  const response = await answerError(web, c, 405, allowed.includes('GET') ? {} : { sentence: m.onlyForms })
  response.headers.set('allow', allowed.join(', '))
  return response
}
