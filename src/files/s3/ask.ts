/** One request of a bucket: signed, with an end, and asked again where the line broke. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { pipeline } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { failed, mark } from '../problem.ts'

/** A bucket of S3-compatible storage, and the key to it. */
export interface Bucket {
  /** "https://s3.example", without a path. */
  endpoint: string
  region: string
  bucket: string
  /** What every name begins with in the bucket, without a slash at its ends; empty for none. */
  prefix: string
  /** Whether the bucket's name stands in the path of an address, or before the host. */
  style: 'path' | 'host'
  key: string
  secret: string
}

export interface Question {
  method: 'GET' | 'PUT' | 'DELETE'
  /** In the bucket, prefix included; empty for the bucket itself. */
  key: string
  query?: Record<string, string>
  headers?: Record<string, string>
  /** The file whose bytes are sent. */
  path?: string
}

/** Milliseconds in which nothing comes or goes. */
const LONGEST_SILENCE = 10_000
/** Milliseconds before each further try. */
const PAUSES = [100, 500]

export type Ask = (question: Question) => Promise<IncomingMessage>

/** Asks a bucket. An answer of 5xx, or none after three tries, throws 'down'. */
export function askBucket(bucket: Bucket): Ask {
  const isSecure = bucket.endpoint.startsWith('https:')
  const agent = new (isSecure ? HttpsAgent : HttpAgent)({ keepAlive: true })
  const send = isSecure ? requestHttps : requestHttp
  // Of the key, made once a day.
  const cache = new Map<string, ArrayBuffer>()
  const once = async (question: Question, body: Body): Promise<IncomingMessage> => {
    const { method, key, query = {}, headers = {}, path } = question
    const url = addressOf(bucket, key)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const signed = await new AwsV4Signer({
      ...{ method, url: url.href, headers: { ...headers, 'x-amz-content-sha256': body.sha256 } },
      ...{ service: 's3', region: bucket.region, cache },
      ...{ accessKeyId: bucket.key, secretAccessKey: bucket.secret },
    }).sign()
    return new Promise((resolve, reject) => {
      const asked = send(signed.url, {
        ...{ method, agent, timeout: LONGEST_SILENCE },
        headers: { ...Object.fromEntries(signed.headers), ...(path ? { 'content-length': body.size } : {}) },
      })
      asked.on('timeout', () => asked.destroy(new Error('no answer for ten seconds')))
      asked.on('error', reject)
      asked.on('response', (answer) => {
        // Before whoever reads it hears of it.
        answer.on('error', (error) => mark(error, 'down'))
        resolve(answer)
      })
      // Where the sending breaks, `asked` says so.
      if (path) pipeline(createReadStream(path), asked, () => undefined)
      else asked.end()
    })
  }
  return async (question) => {
    const body = question.path ? await bodyOf(question.path) : EMPTY
    for (let tries = 0; ; tries++) {
      const pause = PAUSES[tries]
      const answer = await once(question, body).catch((error: unknown) => {
        if (pause === undefined) throw failed('down', `${bucket.endpoint} can’t be reached (${whyOf(error)})`, error)
        return null
      })
      if (answer && !isTryAgain(answer.statusCode ?? 0)) return answer
      answer?.resume()
      if (pause === undefined) throw failed('down', `${bucket.endpoint} answers ${answer?.statusCode}`)
      await wait(pause)
    }
  }
}

/** In trouble, or asked too often; 507 is no room, which stays. */
const isTryAgain = (status: number): boolean => (status >= 500 && status !== 507) || status === 429

/** An error of several addresses has no message, but a code. */
const whyOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.message : ''

function addressOf({ endpoint, bucket, style }: Bucket, key: string): URL {
  const url = new URL(endpoint)
  if (style === 'host') url.host = `${bucket}.${url.host}`
  url.pathname = [...(style === 'path' ? [bucket] : []), ...(key === '' ? [] : [key])].join('/')
  return url
}

interface Body {
  size: number
  sha256: string
}

const EMPTY: Body = { size: 0, sha256: createHash('sha256').digest('hex') }

/** What the storage holds what it gets against. */
async function bodyOf(path: string): Promise<Body> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}
