/** Nothing that is sent from another site's page does anything here. */
import type { MiddlewareHandler } from 'hono'
import type { Call, Env, Web } from '../context.ts'
import { readSite } from '../site/kit/site.ts'
import { answerError } from './answer.ts'

/** The newsroom and readers' accounts, but for the link in a letter that lets a reader in; and the discussion on other sites. */
const SAYS_ITS_ORIGIN = /^\/(newsroom|embed|account(?!\/open\/))/

/**
 * A form of another site that is sent here, with our cookies or without, is
 * refused. Browsers say where a request comes from (Sec-Fetch-Site, or before
 * that Origin); one that says nothing does not come from a page: a program, or a
 * mail provider that unsubscribes somebody. The one exception is a comment from
 * a site that an editor has listed, of which nothing is kept: it is shown to its
 * author once more, on a page of ours.
 */
export function sameSiteOnly(web: Web): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || isOurs(web, c)) return next()
    if (!(await isFromListedSite(web, c))) return answerError(web, c, 403, { foreign: true })
    c.set('isFromListedSite', true)
    return next()
  }
}

function isOurs(web: Web, c: Call): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('origin')
  if (origin === undefined) return true
  // Old browsers say "null" from a page that tells no other site its address, as a receipt does. Nobody gets further
  // by it there: such an address is its key. Where a cookie opens the door, or a frame could send it, it is foreign.
  if (origin === 'null') return !SAYS_ITS_ORIGIN.test(c.req.path)
  const host = c.req.header('host')
  return [`http://${host}`, `https://${host}`, web.url()].includes(origin)
}

/** The form under a story's page, as a copy of that page holds it. */
const COMMENTS = /^\/\d{4}\/\d{2}\/[^/]+\/comments\/?$/

async function isFromListedSite(web: Web, c: Call): Promise<boolean> {
  const origin = c.req.header('origin')
  if (c.req.method !== 'POST' || origin === undefined || !COMMENTS.test(c.req.path)) return false
  return (await readSite(web)).shownOn.includes(origin)
}
