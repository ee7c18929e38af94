/**
 * A reader's session: a cookie that pages for everyone never look at, so that
 * they stay the same bytes for everyone.
 */
import { getCookie, setCookie } from 'hono/cookie'
import { type OpenedReaderSession, type ReaderSessionInHand, readReaderSession } from '../people/index.ts'
import type { Call, Web } from './context.ts'

const COOKIE = 'courant_reader'

export const readerCookie = (c: Call): string | undefined => getCookie(c, COOKIE)

export async function readerInHand(web: Web, c: Call): Promise<ReaderSessionInHand | null> {
  const session = readerCookie(c)
  return session ? readReaderSession(web.store, session, web.now()) : null
}

export function keepReaderSession(web: Web, c: Call, opened: OpenedReaderSession | null): void {
  setCookie(c, COOKIE, opened?.session ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: opened ? Math.floor((opened.expiresAt - web.now()) / 1000) : 0,
    secure: web.url().startsWith('https:'),
  })
}
