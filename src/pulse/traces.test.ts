/** Traces as a collector gets them, over HTTP. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { ONE_DATABASE } from '../../test/databases.ts'
import { demonstration, freshSite, sendComment, visitor } from '../../test/sites.ts'

interface Span {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  attributes: { key: string; value: Record<string, unknown> }[]
}

/** A collector that keeps what it is sent. */
async function collector(status = 200) {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      bodies.push(body)
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/v1/traces`,
    bodies,
    spans: () =>
      bodies.flatMap((body) =>
        JSON.parse(body).resourceSpans.flatMap(({ scopeSpans }: { scopeSpans: { spans: Span[] }[] }) =>
          scopeSpans.flatMap(({ spans }) => spans),
        ),
      ) as Span[],
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

for (const kind of ONE_DATABASE) {
  test(`a request is told with its route and status, and below it what was drawn and kept (${kind})`, async ({
    onTestFinished,
  }) => {
    const at = await collector()
    onTestFinished(async () => void (await at.close()))
    const site = await freshSite(kind, { config: { traces: at.address } })
    const { path } = await demonstration(site)
    await fetch(site.url + path)
    await fetch(site.url + path)
    const comment = { name: 'Ottilie', comment: 'The pier was shut by noon.', mail: 'ottilie@harbour.example' }
    await sendComment(visitor(site), path, comment)
    await fetch(`${site.url}/nothing-of-that-kind`)
    // What is still to be told is told as the program ends.
    await site.drop()

    const spans = at.spans()
    const named = (name: string) => spans.filter((span) => span.name === name)
    const story = '/:year{[0-9]{4}}/:month{[0-9]{2}}/:slug'
    const [first, second] = named(`GET ${story}`)
    expect([named(`GET ${story}`).length, first?.parentSpanId ?? '']).toEqual([2, ''])
    expect(first?.attributes).toEqual([
      { key: 'http.request.method', value: { stringValue: 'GET' } },
      { key: 'http.route', value: { stringValue: story } },
      { key: 'http.response.status_code', value: { intValue: 200 } },
    ])
    const below = (span: Span | undefined) =>
      spans.filter(({ parentSpanId }) => parentSpanId === span?.spanId).map(({ name }) => name)
    expect([below(first), below(second)]).toEqual([['draw'], []])
    const [sent] = named(`POST ${story}/comments`)
    expect(below(sent)).toContain('transaction')
    expect(spans.filter(({ traceId }) => traceId === sent?.traceId).length).toBeGreaterThan(1)
    // Whoever was there, whatever they read and wrote is in none of it.
    expect(at.bodies.join('')).not.toMatch(/Ottilie|ottilie|pier was shut|nothing-of-that-kind/)
    expect(at.bodies.join('')).not.toContain(path)
  })

  test(`a collector that takes nothing is told of once, and holds up nobody (${kind})`, async ({ onTestFinished }) => {
    const at = await collector(400)
    onTestFinished(async () => void (await at.close()))
    const site = await freshSite(kind, { config: { traces: at.address } })
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200)
    await site.drop()
    expect(site.log().match(/the collector takes none/g)).toHaveLength(1)
  })
}
