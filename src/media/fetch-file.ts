/** Fetches a file from an address that an editor gave: from public addresses alone (outside/), asked of each redirect anew. */
import type { IncomingMessage } from 'node:http'
import { askOutside, type MayReach, type OutsideFault } from '../outside/index.ts'
import { readUrl } from '../text/index.ts'

export type FetchFault = 'not an address' | OutsideFault | 'not found' | 'too large'

export interface FetchLimits {
  bytes: number
  /** Milliseconds for all of it, redirects included. */
  time: number
  /** Whether an IP address may be connected to. */
  mayReach?: MayReach
}

const MOST_REDIRECTS = 5

/** The file at an address, and the name that its address gives it. */
export async function fetchFile(
  address: string,
  { bytes, time, mayReach }: FetchLimits,
): Promise<{ name: string; bytes: Buffer } | { fault: FetchFault }> {
  const signal = AbortSignal.timeout(time)
  let url = readUrl(address.trim())
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return { fault: 'not an address' }
    const answer = await askOutside(url, { headers: { accept: 'image/*' }, signal, mayReach })
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
