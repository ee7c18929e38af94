/** One try at telling one server: a signed request, and what came of it. */
import type { MayReach, OutsideFault } from '../outside/index.ts'
import { readUrl } from '../text/index.ts'
import { signatureHeaders } from './signature.ts'

/** The whole try, in milliseconds. */
const PATIENCE = 10_000

/** What tests allow, and nobody else: a server on this machine, spoken to in the open. */
export interface HookGuard {
  mayReach?: MayReach
  plainHttp: boolean
}
export const HOOK_GUARD: HookGuard = { plainHttp: false }

export type HookFault = OutsideFault | 'refused' | 'gone'

export interface Attempt {
  /** Of the answer; null where none came. */
  status: number | null
  /** Null where it was taken. */
  fault: HookFault | null
  /** How long the server asked to be left alone, in milliseconds; 0 where it said nothing of that. */
  pause: number
  took: number
}

interface ToSend {
  address: string
  secrets: readonly string[]
  messageId: string
  body: string
  at: number
}

/** Sends a message once. Any answer from 200 to 299 says that it was taken; a redirect is none, since whoever moved has to say so here. */
export async function sendOnce(
  { address, secrets, messageId, body, at }: ToSend,
  { mayReach, plainHttp }: HookGuard,
  stopping: AbortSignal,
): Promise<Attempt> {
  const began = performance.now()
  const ended = (status: number | null, fault: HookFault | null, pause = 0): Attempt => ({
    status,
    fault,
    pause,
    took: Math.round(performance.now() - began),
  })
  const url = readUrl(address)
  if (!url || (url.protocol !== 'https:' && !plainHttp)) return ended(null, 'not public')
  // Loaded when there is something to send: a server at rest does not carry it.
  const { askOutside } = await import('../outside/index.ts')
  const answer = await askOutside(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...signatureHeaders({ id: `msg_${messageId}`, at, body }, secrets),
    },
    body,
    signal: AbortSignal.any([stopping, AbortSignal.timeout(PATIENCE)]),
    mayReach,
  })
  if (typeof answer === 'string') return ended(null, answer)
  const status = answer.statusCode ?? 0
  // What it says besides is nobody's business here.
  answer.destroy()
  if (status >= 200 && status < 300) return ended(status, null)
  return ended(status, status === 410 ? 'gone' : 'refused', pauseAsked(answer.headers['retry-after'], at))
}

/** The longest written day has 33 characters. */
const LONGEST_DAY = 40

/** What a Retry-After says (RFC 9110, section 10.2.3): whole seconds, or a day and time; in milliseconds from `now`. */
export function pauseAsked(said: string | undefined, now: number): number {
  const text = said?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  // Of the three ways to write a day the oldest names no zone: it is always that of Greenwich.
  const isDay = /^[A-Z][a-z]{2}/.test(text) && text.length <= LONGEST_DAY
  const until = isDay ? Date.parse(text.endsWith(' GMT') ? text : `${text} GMT`) : Number.NaN
  return Number.isNaN(until) ? 0 : Math.max(0, until - now)
}
