/**
 * HTTP. Kept pages are answered here, before any router: bytes by path and
 * encoding. All else goes through Hono.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import { LONGEST_RECEIVING } from '../attachments/index.ts'
import { staleAfter } from '../caches/index.ts'
import { errorMessages as m } from '../messages/index.ts'
import type { Answered } from '../pulse/index.ts'
import { namesByQuery } from '../redirects/index.ts'
import { describeError } from '../store/index.ts'
import type { Web } from './context.ts'
import type { KeptPage } from './kit/page-cache.ts'
import { hasNul } from './kit/readable-address.ts'
import { headersOf, transportHeaders } from './kit/security-headers.ts'
import { hasStaffMark } from './kit/staff-cookie.ts'
import { createRoutes } from './routes.ts'
import { keptPathOf } from './site/kit/paths.ts'

export interface RunningServer {
  port: number
  /** Takes no new connections, lets the requests under way finish (at most `patience` ms), closes. */
  stop(patience?: number): Promise<void>
}

/** A whole request has to arrive within this; who is slower is answered 408 and cut off. Milliseconds. */
const REQUEST_TIMEOUT = 30_000
const HEADERS_TIMEOUT = 10_000
const STOP_PATIENCE = 10_000

/**
 * New connections that wait to be taken while the process is busy, as far as the system allows (4,096 on Linux). With
 * Node's 511, a second's standstill in a flood was enough for the system to turn readers away.
 */
const WAITING_LINES = 4096

/** Listens on the configured address. Rejects with Node's own error (EADDRINUSE, EACCES) where it can't. */
export async function startServer(
  web: Web,
  timeouts = { request: REQUEST_TIMEOUT, headers: HEADERS_TIMEOUT },
): Promise<RunningServer> {
  const routes = createRoutes(web)
  const listener = getRequestListener(routes.fetch, {
    overrideGlobalObjects: false,
    errorHandler: (error) => answerUnreadable(web, error),
  })
  const stopDropping = web.store.listen((events) => web.pages.drop(events.flatMap(staleAfter)))
  const open = new Set<ServerResponse>()
  // A kept page is found without its route, which is looked up once.
  const routeOfPage = new WeakMap<KeptPage, string>()
  const routeOf = (page: KeptPage, { url = '/' }: IncomingMessage): string => {
    const known = routeOfPage.get(page)
    if (known !== undefined) return known
    const [path = '/'] = url.split('?')
    const route = routes.router.match('GET', path)[0].at(-1)?.[0][1].path ?? '*'
    routeOfPage.set(page, route)
    return route
  }
  let stopping = false

  const server = createServer(
    {
      // Node's is one for all; see keepPace.
      requestTimeout: Math.max(LONGEST_RECEIVING, timeouts.request),
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: Math.min(1000, timeouts.headers),
      keepAliveTimeout: 10_000,
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => {
      keepPace(request, timeouts.request, () => answerBadRequest(SLOW, request.socket, headersOf(web.url())))
      const answer = () => {
        const began = performance.now()
        const page = keptPageFor(web, request)
        if (page) {
          send(request, response, page, transportHeaders(web.url()))
          return noteKept(web, request, { route: routeOf(page, request), status: response.statusCode }, began)
        }
        open.add(response)
        response.on('close', () => {
          open.delete(response)
        })
        if (stopping) response.setHeader('connection', 'close')
        void listener(request, response)
      }
      // Whoever stood still for a while shows nothing, and judges nothing, by what it knew before.
      const hearing = web.store.heardAll()
      if (hearing) void hearing.then(answer)
      else answer()
    },
  )
  server.on('clientError', (error: Error & { code?: string }, socket: Socket) =>
    answerBadRequest(error, socket, headersOf(web.url())),
  )
  // Who expects something odd is answered as anyone: Node's own 417 has no word, and none of our headers.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    const { port, host } = web.listen
    server.listen({ port, host, backlog: WAITING_LINES }, () => {
      server.off('error', reject)
      resolve()
    })
  })

  return {
    port: (server.address() as AddressInfo).port,
    async stop(patience = STOP_PATIENCE) {
      stopping = true
      const closed = close(server)
      for (const response of open) if (!response.headersSent) response.setHeader('connection', 'close')
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearTimeout(timer)
      stopDropping()
    },
  }
}

/** Forms of the newsroom with a field for files. */
const BRINGS_FILES = /^\/newsroom\/(files|pictures|stories|authors|adverts|look)(\/|\?|$)/

const SLOW = Object.assign(new Error('the body took too long'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
/** Time to read why, before the line is cut. Milliseconds. */
const LAST_WORDS = 1000

/**
 * Gives up on a body that is not here within `limit` ms. Only what the newsroom
 * uploads has longer, as long as something of it comes within each `limit`: a photo
 * on a phone's line takes its minute.
 */
function keepPace(request: IncomingMessage, limit: number, giveUp: () => void): void {
  const { headers, socket } = request
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
  const mayGoOn = request.method === 'POST' && BRINGS_FILES.test(request.url ?? '')
  let seen = socket.bytesRead
  const timer = setInterval(() => {
    if (!request.complete && mayGoOn && socket.bytesRead > seen) {
      seen = socket.bytesRead
      return
    }
    clearInterval(timer)
    if (request.complete || socket.destroyed) return
    giveUp()
    setTimeout(() => socket.destroy(), LAST_WORDS).unref()
  }, limit)
  timer.unref()
  request.once('close', () => clearInterval(timer))
}

const close = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()))

function keptPageFor(web: Web, request: IncomingMessage): KeptPage | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  const url = request.url as string
  // What follows "?" changes no page: links carry all sorts of marks there. What is refused is so whatever is kept.
  // Of the root's it may name a page of the site that was here before.
  if (hasNul(url) || namesByQuery(url)) return undefined
  const end = url.indexOf('?')
  const path = keptPathOf(end < 0 ? url : url.slice(0, end))
  if (path === null) return undefined
  const asset = web.assets.get(path)
  // Staff get pages of their own, which the routes draw from what is kept here.
  return asset ?? (hasStaffMark(request.headers.cookie) ? undefined : web.pages.get(path))
}

function noteKept({ pulse }: Web, { method = 'GET' }: IncomingMessage, answer: Answered, began: number): void {
  pulse.ear.answered(method, answer.route, answer.status, performance.now() - began)
  pulse.trace.answered(method, answer, began)
}

function send(request: IncomingMessage, response: ServerResponse, page: KeptPage, more: readonly string[]): void {
  const { status, headers, body } = page.answer(
    request.headers['accept-encoding'] as string | undefined,
    request.headers['if-none-match'],
    request.url,
  )
  response.writeHead(status, more.length > 0 ? [...headers, ...more] : headers)
  response.end(request.method === 'HEAD' || body === null ? undefined : body)
}

/** What Node's parser refuses or gives up on gets a sentence too, where the line is still open. */
function answerBadRequest(error: Error & { code?: string }, socket: Socket, headers: readonly string[]): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [status, sentence] =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? ['408 Request Timeout', m.requestTooSlow]
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? ['431 Request Header Fields Too Large', m.tooManyHeaders]
        : ['400 Bad Request', m.unreadableRequest]
  const body = `${sentence}\n`
  let lines = ''
  for (let i = 0; i < headers.length; i += 2) lines += `${headers[i]}: ${headers[i + 1]}\r\n`
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\n${lines}Connection: close\r\n\r\n${body}`,
  )
}

/** An address or a host that is none never gets to a route, and gets a sentence all the same. All else that ends here is a defect. */
function answerUnreadable(web: Web, error: unknown): Response {
  const isTheirs = error instanceof RequestError
  if (!isTheirs) web.log.error(describeError(error), 'a request failed')
  const headers = new Headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  const more = headersOf(web.url())
  for (let i = 0; i < more.length; i += 2) headers.set(more[i] as string, more[i + 1] as string)
  const sentence = isTheirs ? m.unreadableRequest : m.ourMistake
  return new Response(`${sentence}\n`, { status: isTheirs ? 400 : 500, headers })
}
