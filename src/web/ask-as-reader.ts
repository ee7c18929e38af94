/** The site's own answer to somebody who is not signed in, without a line between. */
import type { IncomingMessage } from 'node:http'
import type { Hono } from 'hono'
import type { Env, Web } from './context.ts'

/** `path` with its query, as it would be sent. */
export async function askAsReader(
  routes: Hono<Env>,
  web: Web,
  { path, method }: { path: string; method: 'GET' | 'HEAD' },
): Promise<Response> {
  // All that a request without cookies, words or a peer has.
  const incoming = { url: path, method, headers: {} } as IncomingMessage
  return routes.fetch(new Request(new URL(path, web.url()), { method }), { incoming })
}
