/** Where a webhook may lead: a server of the public internet, by https. */
import { hookMessages as m } from '../messages/index.ts'
import { readUrl } from '../text/index.ts'

const LONGEST = 500

/** The address as it is kept, or a sentence that says what to change. Names are looked up when something is sent. */
export async function checkHookAddress(typed: string): Promise<{ address: string } | { problem: string }> {
  const url = readUrl(typed.trim())
  if (!url || !/^https?:$/.test(url.protocol)) return { problem: m.noAddress }
  if (url.protocol !== 'https:') return { problem: m.onlyHttps }
  if (url.username || url.password) return { problem: m.noPassword }
  url.hash = ''
  if (url.href.length > LONGEST) return { problem: m.longAddress(LONGEST) }
  // Loaded when somebody types an address: a server at rest does not carry it.
  const { hostInFigures, isPublicAddress } = await import('../outside/index.ts')
  const literal = hostInFigures(url)
  const isOwn =
    literal === null ? /(?:^|\.)(?:localhost|local|internal|lan)\.?$/.test(url.hostname) : !isPublicAddress(literal)
  if (isOwn || (literal === null && !url.hostname.includes('.'))) return { problem: m.notPublic(url.hostname) }
  return { address: url.href }
}
