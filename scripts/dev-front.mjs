/**
 * What browsers reach under `npm run dev`: it hands every request on to the
 * server that was built last, and tells open pages to load again when that is
 * another one. Only pages on their way to a window get the script for it, here;
 * the program knows nothing of it.
 */
import { request as ask, createServer } from 'node:http'

/** No page of the site begins so. */
const SCRIPT = '/-/reload.js'
const CHANGES = '/-/changes'
const RELOAD = `new EventSource('${CHANGES}').onmessage = () => location.reload()\n`
const TAG = `<script src="${SCRIPT}" async></script>`

/** These are of the line between two programs, not of the answer. */
const OF_THE_LINE = ['connection', 'keep-alive', 'transfer-encoding']

/**
 * Listens; rejects with Node's own error where it can't.
 * @param {{ host: string, port: number }} place
 */
export async function openFront({ host, port }) {
  /** @type {Set<import('node:http').ServerResponse>} */
  const windows = new Set()
  /** @type {number | null} */
  let target = null

  const server = createServer((request, response) => {
    if (request.url === SCRIPT) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
      response.end(RELOAD)
    } else if (request.url === CHANGES) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write('retry: 500\n\n')
      windows.add(response)
      response.on('close', () => windows.delete(response))
    } else if (target === null) sayNobodyIsHome(response)
    else handOn(request, response, target)
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(null))
  })
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    port: address.port,
    /** Where requests go from now on; null where nobody is home. */
    leadTo(/** @type {number | null} */ next) {
      target = next
    },
    reload() {
      for (const window of windows) window.write('data: changed\n\n')
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} port
 */
function handOn(request, response, port) {
  const isForWindow = request.headers['sec-fetch-dest'] === 'document'
  const headers = { ...request.headers }
  if (isForWindow) {
    // As plain text, to write into; and whole: "not modified" would bring back a policy without our script.
    for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since']) delete headers[name]
  }
  const { method, url: path } = request
  const onward = ask({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    const status = answer.statusCode ?? 502
    const isPage = isForWindow && /^text\/html/.test(answer.headers['content-type'] ?? '')
    const kept = headersOf(answer.rawHeaders, isPage)
    response.writeHead(status, kept)
    answer.pipe(response, { end: !isPage })
    if (isPage) answer.on('end', () => response.end(method === 'HEAD' ? undefined : TAG))
  })
  onward.on('error', () => {
    if (!response.headersSent) sayNobodyIsHome(response)
    else response.destroy()
  })
  response.on('close', () => onward.destroy())
  request.pipe(onward)
}

/**
 * The answer's headers as they came, but where a script is written into the page: then its length is another, and its
 * policy lets that script run and listen.
 * @param {readonly string[]} raw
 * @param {boolean} isPage
 */
function headersOf(raw, isPage) {
  const headers = []
  for (let i = 0; i < raw.length; i += 2) {
    const [name = '', value = ''] = [raw[i], raw[i + 1]]
    if (OF_THE_LINE.includes(name.toLowerCase())) continue
    if (!isPage) headers.push(name, value)
    else if (name.toLowerCase() === 'content-security-policy') headers.push(name, withScript(value))
    else if (name.toLowerCase() !== 'content-length') headers.push(name, value)
  }
  return headers
}

/** @param {string} policy */
const withScript = (policy) =>
  ['script-src', 'connect-src'].reduce(
    (all, directive) => (all.includes(`${directive} `) ? all : `${all}; ${directive} 'self'`),
    policy,
  )

/** @param {import('node:http').ServerResponse} response */
function sayNobodyIsHome(response) {
  response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(
    `<!doctype html><title>No server</title><p>No server is running; the terminal says why. This page loads again with the next one.</p>${TAG}`,
  )
}
