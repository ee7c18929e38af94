/**
 * A reader's session: a cookie that pages for everyone never look at, so that
 * they stay the same bytes for everyone.
 */
import { type OpenedReaderSession, type ReaderSessionInHand, readReaderSession } from '../../readers/index.ts'
import type { Call, Web } from '../context.ts'
import { keepCookie, readCookie } from './cookies.ts'

export const readerCookie = (web: Web, c: Call): string | undefined => readCookie(web, c, 'courant_reader')

export async function readerInHand(web: Web, c: Call): Promise<ReaderSessionInHand | null> {
  const session = readerCookie(web, c)
  return session ? readReaderSession(web.store, session, web.now()) : null
}

export function keepReaderSession(web: Web, c: Call, opened: OpenedReaderSession | null): void {
  keepCookie(web, c, 'courant_reader', opened?.session ?? '', {
    sameSite: 'Lax',
    maxAge: opened ? Math.floor((opened.expiresAt - web.now()) / 1000) : 0,
  })
}
