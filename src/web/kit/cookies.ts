/**
 * The site's cookies. Over https those that open a door are named so that a
 * browser takes them from this very host only, over https, for all its paths
 * (RFC 6265bis, "__Host-"): no neighbour under the same domain can put one there.
 */
import { getCookie, setCookie } from 'hono/cookie'
import type { Call, Web } from '../context.ts'

type Door = 'courant_session' | 'courant_staff' | 'courant_reader' | 'courant_form'

const isSecure = (web: Web): boolean => web.url().startsWith('https:')

export const readCookie = (web: Web, c: Call, name: Door): string | undefined =>
  isSecure(web) ? getCookie(c, name, 'host') : getCookie(c, name)

/** Sets a cookie for `path`, which counts over plain http only; for `maxAge` seconds, 0 to take it away. */
export function keepCookie(
  web: Web,
  c: Call,
  name: Door,
  value: string,
  { sameSite, path = '/', maxAge }: { sameSite: 'Lax' | 'Strict'; path?: string; maxAge?: number },
): void {
  const common = { httpOnly: true, sameSite, ...(maxAge === undefined ? {} : { maxAge }) }
  if (isSecure(web)) setCookie(c, name, value, { ...common, prefix: 'host', secure: true, path: '/' })
  else setCookie(c, name, value, { ...common, path })
}
