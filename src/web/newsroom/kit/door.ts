/** What signing in and proving it anew have in common: the browser at the door, and the place keys are bound to. */
import { deviceOf, type PasskeyPlace, passkeyPlace } from '../../../access/index.ts'
import { frameMessages as m } from '../../../messages/index.ts'
import type { OpenedSession } from '../../../people/index.ts'
import type { Call, Web } from '../../context.ts'
import { networkKeysOf } from '../../kit/sender.ts'
import { readSite } from '../../site/kit/site.ts'
import { sessionCookie, setSession } from './guard.ts'

/** The browser that stands at the door: its device in words, a keyed hash of its network, the session it had. */
export async function browserOf(
  web: Web,
  c: Call,
): Promise<{ device: string; network: string; replaces: string | undefined }> {
  const { today } = await networkKeysOf(web, c)
  return { device: deviceOf(c.req.header('user-agent')), network: today, replaces: sessionCookie(web, c) }
}

export const keepSession = (web: Web, c: Call, { session, expiresAt }: OpenedSession): void =>
  setSession(web, c, session, Math.floor((expiresAt - web.now()) / 1000))

/** The place that passkeys of this site are bound to; null where its address is a number. */
export const placeOf = async (web: Web): Promise<PasskeyPlace | null> =>
  passkeyPlace(web.url(), (await readSite(web)).name)

export const NO_PASSKEYS = m.noPasskeys

/** The browser code for passkeys, where the site can have them. */
export const doorScriptOf = (web: Web): string | null =>
  passkeyPlace(web.url(), '') === null ? null : web.assets.path('door.js')
