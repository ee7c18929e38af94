/** A picture is fetched from where an editor says, and from nowhere that only this machine can reach. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { fetchFile } from './fetch-file.ts'

const servers: Server[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done)))))

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const limits = { bytes: 1000, time: 5000 }
/** As if this machine's own address were a public one. */
const anywhere = { ...limits, mayReach: () => true }

test('what lies there comes with the name that its address gives it', async () => {
  const url = await serve((_, answer) => answer.end('picture'))
  expect(await fetchFile(`${url}/2026/old%20bridge.jpg?w=2`, anywhere)).toEqual({
    name: 'old bridge.jpg',
    bytes: Buffer.from('picture'),
  })
})

test('redirects are followed, and not for ever', async () => {
  const url = await serve((request, answer) => {
    if (request.url === '/there.jpg') answer.end('picture')
    else answer.writeHead(302, { location: request.url === '/moved' ? '/there.jpg' : '/round' }).end()
  })
  expect(await fetchFile(`${url}/moved`, anywhere)).toMatchObject({ name: 'there.jpg' })
  expect(await fetchFile(`${url}/round`, anywhere)).toEqual({ fault: 'not found' })
})

test('no address of this machine or its neighbours is asked, in figures, by name or by a redirect', async () => {
  let asked = 0
  const url = await serve((_, answer) => {
    asked += 1
    answer.end('secret')
  })
  const port = new URL(url).port
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '2130706433', '[::ffff:127.0.0.1]'])
    expect([host, await fetchFile(`http://${host}:${port}/`, limits)]).toEqual([host, { fault: 'not public' }])
  expect(asked).toBe(0)

  const door = await serve((_, answer) => answer.writeHead(302, { location: `${url}/` }).end())
  const atTheDoor = new URL(door).port
  // The first may be reached, what it leads to may not.
  let first = true
  const mayReach = () => {
    const may = first
    first = false
    return may
  }
  expect(await fetchFile(`http://127.0.0.1:${atTheDoor}/`, { ...limits, mayReach })).toEqual({ fault: 'not public' })
  expect(asked).toBe(0)
})

test.each([
  '',
  'bridge.jpg',
  'ftp://paper.example/a.jpg',
  'file:///etc/passwd',
  'http://user:word@paper.example/a.jpg',
])('%j is no address to fetch from', async (address) =>
  expect(await fetchFile(address, limits)).toEqual({ fault: 'not an address' }),
)

test('what is too large is not read to its end, whether it says so or not', async () => {
  const said = await serve((_, answer) => answer.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5000)))
  const unsaid = await serve((_, answer) => {
    answer.write('x'.repeat(900))
    answer.end('x'.repeat(900))
  })
  for (const url of [said, unsaid]) expect(await fetchFile(url, anywhere)).toEqual({ fault: 'too large' })
})

test('what is not there, breaks off or never comes ends in a word', async () => {
  const gone = await serve((_, answer) => answer.writeHead(404).end())
  const broken = await serve((_, answer) => {
    answer.writeHead(200, { 'content-length': '500' })
    answer.write('x')
    setTimeout(() => answer.destroy(), 20)
  })
  const silent = await serve(() => undefined)
  expect(await fetchFile(gone, anywhere)).toEqual({ fault: 'not found' })
  expect(await fetchFile(broken, anywhere)).toEqual({ fault: 'no answer' })
  expect(await fetchFile(silent, { ...anywhere, time: 300 })).toEqual({ fault: 'no answer' })
  for (const server of servers) server.closeAllConnections()
})
