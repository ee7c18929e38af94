/**
 * Asks a server elsewhere, by an address that a person gave. The machine that does
 * so may reach what nobody outside should (a database, a router, a cloud's own
 * pages), so it connects to public addresses alone: asked of each address at the
 * moment of connecting, whatever its name led to before.
 */
import { lookup } from 'node:dns'
import { type IncomingMessage, type OutgoingHttpHeaders, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

export type OutsideFault = 'not public' | 'no answer'

/** Whether an IP address may be connected to. */
export type MayReach = (address: string) => boolean

interface Asked {
  method?: 'GET' | 'POST' | 'PURGE'
  headers: OutgoingHttpHeaders
  body?: string
  /** Ends it, the answer's body included. */
  signal: AbortSignal
  mayReach?: MayReach | undefined
}

/** Whether an address is one of the public internet's; all that is set aside for something else is not. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

/** The IP address that a URL's host is written as; null for a name. */
export function hostInFigures({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(bare) ? bare : null
}

/** One request, by http or https as the address has it; a redirect is an answer like any other. The answer's body is still to be read, or to be let go. */
export function askOutside(
  url: URL,
  { method = 'GET', headers, body, signal, mayReach = isPublicAddress }: Asked,
): Promise<IncomingMessage | OutsideFault> {
  // An address in figures is not looked up, so it is asked here.
  const literal = hostInFigures(url)
  if (literal !== null && !mayReach(literal)) return Promise.resolve('not public')
  const guarded: LookupFunction = (hostname, options, done) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      const first = found[0]
      if (!first || found.some((one) => !mayReach(one.address))) return done(new NotPublic(), [])
      if (options.all) done(null, found)
      else done(null, first.address, first.family)
    })
  return new Promise((resolve) => {
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    const asked = request(url, {
      method,
      lookup: guarded,
      signal,
      // Not kept for the next: whoever answers here is asked once.
      agent: false,
      headers: { 'user-agent': 'Courant', ...headers },
    })
    asked.on('response', resolve)
    asked.on('error', (error) => resolve(error instanceof NotPublic ? 'not public' : 'no answer'))
    asked.end(body)
  })
}

class NotPublic extends Error {}
