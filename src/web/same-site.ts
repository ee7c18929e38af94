/** Nothing that is sent from another site's page does anything here. */
import type { MiddlewareHandler } from 'hono'
import { answerError } from './answer.ts'
import type { Env, Web } from './context.ts'

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
    if (site !== undefined) return site === 'same-origin' || site === 'none' ? next() : answerError(web, c, 403)
    const origin = c.req.header('origin')
    if (origin === undefined) return next()
    // Old browsers say "null" from a page that tells no other site its address, as a receipt does. Nobody gets further
    // by it there: a receipt's address is its key. In the newsroom, where a cookie opens the door, it is foreign.
    if (origin === 'null' && !c.req.path.startsWith('/newsroom')) return next()
    const host = c.req.header('host')
    const ours = [`http://${host}`, `https://${host}`, web.url()]
    return ours.includes(origin) ? next() : answerError(web, c, 403)
  }
}
