/** What readers find at an address now: the site is asked as it would answer somebody who is not signed in. */
import type { Hono } from 'hono'
import { readUrl } from '../../../text/index.ts'
import { askAsReader } from '../../ask-as-reader.ts'
import type { Env, Web } from '../../context.ts'

export type Tried = { address: string } & (
  | { what: 'leads'; to: string; shown: string; ends: 'page' | 'elsewhere' | 'gone' | 'nothing' | 'circle' }
  | { what: 'page' | 'gone' | 'nothing' | 'not for readers' }
)

/** As many as browsers follow, or fewer. */
const MOST_STEPS = 10

/** What becomes of an address as it was typed: a path, or in full; null where it is none. */
export async function tryAddress(app: Hono<Env>, web: Web, typed: string): Promise<Tried | null> {
  const wanted = typed.trim()
  const url = /^(?:\/|https?:\/\/)/i.test(wanted) ? readUrl(wanted.replace(/^\/+/, '/'), web.url()) : null
  if (!url) return null
  const address = url.pathname + url.search
  const first = await ask(app, web, address)
  if (first.what !== 'leads') return { address: shown(address), what: first.what }
  let { to } = first
  const leads = { address: shown(address), what: 'leads', to, shown: shown(to) } as const
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = readUrl(to, web.url())
    if (!next || next.origin !== readUrl(web.url())?.origin) return { ...leads, ends: 'elsewhere' }
    const answer = await ask(app, web, next.pathname + next.search)
    if (answer.what !== 'leads') return { ...leads, ends: answer.what === 'not for readers' ? 'page' : answer.what }
    to = answer.to
  }
  return { ...leads, ends: 'circle' }
}

type Answer = { what: 'leads'; to: string } | { what: 'page' | 'gone' | 'nothing' | 'not for readers' }

async function ask(app: Hono<Env>, web: Web, path: string): Promise<Answer> {
  if (/^\/(?:newsroom|api|receipts|account)(?:\/|$)/.test(path)) return { what: 'not for readers' }
  const response = await askAsReader(app, web, { path, method: 'HEAD' })
  const to = response.headers.get('location')
  if (to !== null && response.status >= 300 && response.status < 400) return { what: 'leads', to }
  if (response.ok) return { what: 'page' }
  return { what: response.status === 410 ? 'gone' : response.status === 404 ? 'nothing' : 'not for readers' }
}

/** An address as people read it. */
function shown(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
