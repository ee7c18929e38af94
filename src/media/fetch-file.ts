/**
 * Fetches a file from an address that an editor gave. The machine that does so may
 * reach what nobody outside should (a database, a router, a cloud's own pages), so
 * it connects to public addresses alone: asked of each address at the moment of
 * connecting, and of each redirect anew.
 */
import { lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { readUrl } from '../text/index.ts'

export type FetchFault = 'not an address' | 'not public' | 'not found' | 'no answer' | 'too large'

export interface FetchLimits {
  bytes: number
  /** Milliseconds for all of it, redirects included. */
  time: number
  /** Whether an IP address may be connected to. */
  mayReach?: (address: string) => boolean
}

const MOST_REDIRECTS = 5

/** Whether an address is one of the public internet's; all that is set aside for something else is not. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

/** The file at an address, and the name that its address gives it. */
export async function fetchFile(
  address: string,
  { bytes, time, mayReach = isPublicAddress }: FetchLimits,
): Promise<{ name: string; bytes: Buffer } | { fault: FetchFault }> {
  const signal = AbortSignal.timeout(time)
  let url = readUrl(address.trim())
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return { fault: 'not an address' }
    const answer = await ask(url, signal, mayReach)
    if (typeof answer === 'string') return { fault: answer }
    const { statusCode = 0, headers } = answer
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      answer.destroy()
      url = readUrl(headers.location, url.href)
      continue
    }
    if (statusCode !== 200) {
      answer.destroy()
      return { fault: 'not found' }
    }
    const body = await readBody(answer, bytes)
    if (typeof body === 'string') return { fault: body }
    return { name: nameOf(url), bytes: body }
  }
  return { fault: 'not found' }
}

function ask(
  url: URL,
  signal: AbortSignal,
  mayReach: (address: string) => boolean,
): Promise<IncomingMessage | FetchFault> {
  // An address in figures is not looked up, so it is asked here.
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(literal) && !mayReach(literal)) return Promise.resolve('not public')
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
      lookup: guarded,
      signal,
      // Not kept for the next: whoever answers here is asked once.
      agent: false,
      headers: { accept: 'image/*', 'user-agent': 'Courant' },
    })
    asked.on('response', resolve)
    asked.on('error', (error) => resolve(error instanceof NotPublic ? 'not public' : 'no answer'))
    asked.end()
  })
}

class NotPublic extends Error {}

async function readBody(answer: IncomingMessage, most: number): Promise<Buffer | FetchFault> {
  if (Number(answer.headers['content-length'] ?? 0) > most) {
    answer.destroy()
    return 'too large'
  }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > most) return 'too large'
      chunks.push(chunk)
    }
  } catch {
    return 'no answer'
  }
  return Buffer.concat(chunks)
}

const nameOf = ({ pathname }: URL): string => {
  const last = pathname.slice(pathname.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
