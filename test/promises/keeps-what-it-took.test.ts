/**
 * Promise 2: nothing a person wrote is ever lost. The program is run as its
 * operator runs it and treated badly; what it answered with success is there,
 * once, and what it could not keep it says so and gives the words back.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, describe, expect, test } from 'vitest'
import { DATABASES, migratedDatabase } from '../databases.ts'
import { lineTo } from '../line.ts'
import { demonstration, sendComment, visitor } from '../sites.ts'
import { addressOf, type DatabaseKind, openSite } from '../stores.ts'
import { THOROUGH } from '../thorough.ts'
import { type Program, startProgram } from './programs.ts'

/** How often the server is killed; `npm run test:kill` makes it many more. */
const KILLS = Number(process.env.COURANT_TEST_KILLS ?? (THOROUGH ? 3 : 2))

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function place(kind: DatabaseKind) {
  const folder = mkdtempSync(join(tmpdir(), 'courant-data-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  if (kind === 'sqlite') {
    return {
      environment: { COURANT_DATA: folder, COURANT_PROXIES: '1' },
      address: addressOf(kind, join(folder, 'courant.db')),
      folder,
    }
  }
  const database = await migratedDatabase(kind)
  undo.push(database.drop)
  return {
    environment: { COURANT_DATA: folder, COURANT_DATABASE: database.url, COURANT_PROXIES: '1' },
    address: addressOf(kind, database.url),
    folder,
  }
}

async function start(environment: Record<string, string>, wrap?: string[]): Promise<Program & { storyPath: string }> {
  const program = await startProgram(environment, wrap)
  undo.push(() => program.end('SIGKILL'))
  return { ...program, storyPath: (await demonstration(program)).path }
}

let sent = 0
/** Posts a comment with its own token from its own network, of which only so many are taken; answers status, body and the words. */
async function post(program: { url: string; storyPath: string }, text = `words number ${sent + 1}`) {
  sent++
  const reader = visitor(program)
  const from = { 'x-forwarded-for': `10.${sent % 250}.${Math.floor(sent / 250) % 250}.1` }
  const response = await sendComment(reader, program.storyPath, { name: 'Ada', mail: '', comment: text }, from)
  return { status: response.status, location: response.headers.get('location'), body: await response.text(), text }
}

for (const kind of DATABASES) {
  describe(`on ${kind}`, () => {
    test('killed at random moments under load, it still has every comment that it confirmed, each once', async () => {
      const { environment, address } = await place(kind)
      const confirmed: string[] = []
      for (let round = 0; round < KILLS; round++) {
        const program = await start(environment)
        let stopped = false
        let reached = () => {}
        const enough = new Promise<void>((resolve) => (reached = resolve))
        const wanted = confirmed.length + 2 + Math.floor(Math.random() * 60)
        const writers = Array.from({ length: 8 }, async () => {
          while (!stopped) {
            const result = await post(program).catch(() => null)
            if (result === null) return
            if (result.status === 303) confirmed.push(result.text)
            if (confirmed.length >= wanted) reached()
          }
        })
        // Counted in comments and not in seconds: seven other writers are somewhere on their way then.
        await Promise.race([enough, Promise.all(writers)])
        expect(await program.end('SIGKILL')).toBe('SIGKILL')
        stopped = true
        await Promise.all(writers)
      }
      const store = await openSite(address, Date.now)
      undo.push(() => store.close())
      const texts = (await store.db.selectFrom('comment_revisions').select('text').execute()).map(({ text }) => text)
      expect(confirmed.length).toBeGreaterThan(KILLS)
      const kept = new Set(texts)
      expect(confirmed.filter((text) => !kept.has(text))).toEqual([])
      expect(texts).toHaveLength(kept.size)
    })

    test('told to stop during a request, it finishes that request and then ends with status 0', async () => {
      const { environment } = await place(kind)
      const program = await start(environment)
      const reader = visitor(program)
      await reader.get('/form-token')
      const body = `name=Ada&mail=&comment=${encodeURIComponent('half of it, and the rest')}`
      const socket = connect(Number(new URL(program.url).port), '127.0.0.1')
      let answer = ''
      socket.on('data', (chunk) => {
        answer += chunk
      })
      await once(socket, 'connect')
      const head = `POST ${program.storyPath}/comments HTTP/1.1\r\nHost: x\r\nCookie: courant_form=${reader.cookies.get('courant_form')}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`
      socket.write(head)
      // It says that it is at work on the request, and later that it has heard it is to stop.
      await expect.poll(() => answer).toMatch(/^HTTP\/1\.1 100 /)
      socket.write(body.slice(0, 20))
      const ended = program.end('SIGTERM')
      await expect.poll(() => program.output()).toContain('Finishing the requests under way')
      socket.write(body.slice(20))
      await once(socket, 'close')
      expect(answer).toMatch(/\r\n\r\nHTTP\/1\.1 303[\s\S]*location: \/receipts\//i)
      expect(await ended).toBe(0)
    })
  })
}

test.runIf(DATABASES.includes('postgres'))(
  'with the line to PostgreSQL broken as a comment was being kept, its words come back, and sent again it is taken once',
  async () => {
    const { environment, address } = await place('postgres')
    const url = new URL((environment as Record<string, string>).COURANT_DATABASE as string)
    const line = await lineTo(Number(url.port))
    undo.push(() => line.close())
    url.port = String(line.port)
    const program = await start({ ...environment, COURANT_DATABASE: url.href })
    const texts: string[] = []
    for (;;) {
      const text = `perhaps here ${texts.length}`
      texts.push(text)
      const reader = visitor(program)
      const from = { 'x-forwarded-for': `10.9.${texts.length}.1` }
      const send = () => reader.post(`${program.storyPath}/comments`, { name: 'Ada', mail: '', comment: text }, from)
      await reader.get('/form-token')
      line.cutAfter('commit\0')
      const answer = await send()
      // What works beside the desk commits too, and may have been the one that was cut off.
      if (answer.status === 303 && texts.length < 20) continue
      expect([answer.status, await answer.text()]).toEqual([
        503,
        expect.stringMatching(new RegExp(`Perhaps saved[\\s\\S]*won’t be taken twice[\\s\\S]*${text}`)),
      ])
      await expect.poll(async () => (await send()).status).toBe(303)
      break
    }
    const store = await openSite(address, Date.now)
    undo.push(() => store.close())
    const kept = await store.db.selectFrom('comment_revisions').select('text').where('text', 'in', texts).execute()
    expect(kept.map(({ text }) => text).sort()).toEqual(texts.sort())
  },
)

test('with the database locked by another program, a comment is answered "busy" with its words, and reading goes on', async () => {
  const { environment, folder } = await place('sqlite')
  const program = await start(environment)
  const other = new BetterSqlite3(join(folder, 'courant.db'))
  undo.push(() => other.close())
  other.exec('begin immediate')
  const posting = post(program, 'words in a queue')
  // While that one waits for the lock, pages are answered.
  for (let i = 0; i < 5; i++) expect((await fetch(program.url + program.storyPath)).status).toBe(200)
  const busy = await posting
  expect(busy.status).toBe(503)
  expect(busy.body).toContain('words in a queue')
  expect(busy.body).toMatch(/Nothing was saved.*busy/)
  other.exec('commit')
  expect((await post(program, 'words in a queue')).status).toBe(303)
})

test('a lock that ends soon is waited for, and nobody notices', async () => {
  const { environment, folder } = await place('sqlite')
  const program = await start(environment)
  const other = new BetterSqlite3(join(folder, 'courant.db'))
  undo.push(() => other.close())
  other.exec('begin immediate')
  const posting = post(program)
  await new Promise((resolve) => setTimeout(resolve, 500))
  other.exec('commit')
  expect((await posting).status).toBe(303)
})

test.skipIf(process.platform === 'win32')(
  'with the disk full, a comment is answered with its words and what is the matter; what was kept is still there',
  async () => {
    const { environment, folder, address } = await place('sqlite')
    const first = await start(environment)
    const kept = await post(first, 'kept before')
    expect(kept.status).toBe(303)
    await first.end('SIGTERM')
    // The system itself refuses to let files grow past what they have now and a little more: writes fail as on a full disk.
    const blocks = Math.ceil(statSync(join(folder, 'courant.db')).size / 1024) + 200
    const program = await start(environment, ['bash', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`])
    const words = `no room for this ${'x'.repeat(9_000)}`
    let result = await post(program, words)
    let posted = result.status === 303 ? 1 : 0
    for (let i = 0; i < 200 && result.status === 303; i++) {
      result = await post(program, words)
      if (result.status === 303) posted++
    }
    expect(result.status).toBe(507)
    expect(result.body).toContain('no room for this')
    expect(result.body).toMatch(/Nothing was saved.*out of space/)
    expect((await fetch(program.url + program.storyPath)).status).toBe(200)
    await program.end('SIGTERM')

    const again = await start(environment)
    expect((await post(again, 'room again')).status).toBe(303)
    await again.end('SIGTERM')
    const store = await openSite(address, Date.now)
    undo.push(() => store.close())
    const texts = (await store.db.selectFrom('comment_revisions').select('text').execute()).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['kept before', 'room again']))
    expect(texts.filter((text) => text === words)).toHaveLength(posted)
  },
)

test('a body over the limit, bytes that are no text and a form that is none are answered with a sentence', async () => {
  const { environment } = await place('sqlite')
  const program = await start(environment)
  const send = (body: BodyInit, type = 'application/x-www-form-urlencoded') =>
    fetch(`${program.url}${program.storyPath}/comments`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
      redirect: 'manual',
    })
  const large = await send(`comment=${'x'.repeat(300_000)}`)
  expect([large.status, await large.text()]).toEqual([413, expect.stringContaining('shorten it')])
  const broken = await send(new Uint8Array([0x63, 0x3d, 0xff]) as BodyInit)
  expect([broken.status, await broken.text()]).toEqual([400, expect.stringContaining('not UTF-8')])
  const json = await send('{}', 'application/json')
  expect([json.status, await json.text()]).toEqual([400, expect.stringContaining('not a form')])
  const long = await post(program, 'far too long '.repeat(1000))
  expect(long.status).toBe(400)
  expect(long.body).toContain('10,000 characters')
  expect(long.body).toContain('far too long far too long')
})

test('a sender that is too slow is answered and let go, while others are served', async () => {
  const { freshSite } = await import('../sites.ts')
  const site = await freshSite('sqlite', { timeouts: { request: 1500, headers: 1000 } })
  undo.push(site.drop)
  const port = Number(new URL(site.url).port)
  const slow = Array.from({ length: 30 }, () => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', () => {})
    socket.write(
      'POST /2026/01/x/comments HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nname=',
    )
    return once(socket, 'close').then(() => answer)
  })
  for (let i = 0; i < 10; i++) expect((await fetch(site.url)).status).toBe(200)
  for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*took too long/)
})
