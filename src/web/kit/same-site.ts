/** Nothing that is sent from another site's page does anything here. */
import type { MiddlewareHandler } from 'hono'
import type { Env, Web } from '../context.ts'
import { answerError } from './answer.ts'

/** The newsroom and readers' accounts, but for the link in a letter that lets a reader in. */
const OPENED_BY_COOKIE = /^\/(newsroom|account(?!\/open\/))/

/**
 * A form of another site that is sent here, with our cookies or without, is
 * refused. Browsers say where a request comes from (Sec-Fetch-Site, or before
 * that Origin); one that says nothing does not come from a page: a program, or a
 * mail provider that unsubscribes somebody.
 */
export function sameSiteOnly(web: Web): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined)
      return site === 'same-origin' || site === 'none' ? next() : answerError(web, c, 403, { foreign: true })
    const origin = c.req.header('origin')
    if (origin === undefined) return next()
    // Old browsers say "null" from a page that tells no other site its address, as a receipt does. Nobody gets further
    // by it there: such an address is its key. Where a cookie opens the door it is foreign.
    if (origin === 'null' && !OPENED_BY_COOKIE.test(c.req.path)) return next()
    const host = c.req.header('host')
    const ours = [`http://${host}`, `https://${host}`, web.url()]
    return ours.includes(origin) ? next() : answerError(web, c, 403, { foreign: true })
  }
}
