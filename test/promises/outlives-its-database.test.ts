/**
 * A PostgreSQL that is restarted, stopped, cut off or told to end our
 * connections costs a site a few answers and nothing else: the process lives,
 * kept pages are served, who writes has their words given back, and no comment
 * that was confirmed is lost or taken twice.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { findPostgres } from '../../scripts/find-programs.mjs'
import { DATABASES } from '../databases.ts'
import { type Line, lineTo } from '../line.ts'
import { type PostgresServer, startPostgres } from '../postgres.ts'
import { demonstration, visitor } from '../sites.ts'
import { startProgram } from './programs.ts'

/** How often the database is troubled; `npm run test:hold` makes it many more, and lets it be away for thirty seconds. */
const ROUNDS = Number(process.env.COURANT_TEST_OUTAGES ?? 3)
const AWAY = ROUNDS > 3 ? 30_000 : 2000
const MOST_LOGGED = 1_000_000

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

interface Place {
  server: PostgresServer
  line: Line
  terminate(): Promise<void>
}
const TROUBLES = {
  stopped: async ({ server }) => {
    await server.halt('crash')
    await sleep(AWAY)
    await server.resume()
  },
  'cut off': async ({ line }) => line.cut(),
  restarted: async ({ server }) => {
    await server.halt('fast')
    await server.resume()
  },
  'told to end our connections': ({ terminate }) => terminate(),
} satisfies Record<string, (place: Place) => Promise<void>>

const rounds = Array.from({ length: ROUNDS }, (_, i) => {
  const names = Object.keys(TROUBLES) as (keyof typeof TROUBLES)[]
  return { trouble: names[i % names.length] as keyof typeof TROUBLES, idle: Math.floor(i / 2) % 2 === 1 }
})

const binaries = DATABASES.includes('postgres') ? findPostgres() : null
test.skipIf(!binaries)(
  'a PostgreSQL that goes away and comes back loses no comment, no kept page and not the process',
  { timeout: 60_000 + ROUNDS * (AWAY + 30_000) },
  async () => {
    const server = await startPostgres(binaries as string)
    undo.push(() => server.stop())
    const { port } = new URL(server.url)
    const line = await lineTo(Number(port))
    undo.push(() => line.close())
    const folder = mkdtempSync(join(tmpdir(), 'courant-hold-'))
    undo.push(() => rmSync(folder, { recursive: true, force: true }))
    const ask = async (statement: string) => {
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      try {
        return (await client.query(statement)).rows
      } finally {
        await client.end()
      }
    }
    const terminate = async () => {
      await ask(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and client_port > 0',
      )
    }

    const program = await startProgram({
      COURANT_DATA: folder,
      COURANT_DATABASE: `postgres://courant@127.0.0.1:${line.port}/postgres`,
      COURANT_PROXIES: '1',
      COURANT_LOG: 'info',
    })
    undo.push(() => program.end('SIGKILL'))
    const story = await demonstration(program)
    const kept = ['/', story.path, '/feed.xml']
    const read = async (path: string) => {
      const response = await fetch(program.url + path)
      await response.arrayBuffer()
      return response.status
    }
    const recovered = () => expect.poll(() => read('/readyz').catch(() => 0), { timeout: 60_000 }).toBe(200)
    for (const path of kept) expect(await read(path)).toBe(200)

    const confirmed: string[] = []
    const wrong: string[] = []
    let givenBack = 0
    let networks = 0
    const places = { server, line, terminate }

    /** One reader, who sends until it is taken, as the page that gives the words back asks. */
    const write = async (isOver: () => boolean) => {
      const text = `words number ${++networks} of a reader`
      const reader = visitor(program)
      const from = { 'x-forwarded-for': `10.${networks % 250}.${Math.floor(networks / 250) % 250}.1` }
      await reader.get('/form-token')
      let fields: Record<string, string> = { name: 'Ada', mail: '', comment: text }
      for (let tries = 0; ; tries++) {
        const response = await reader.post(`${story.path}/comments`, fields, from)
        const body = await response.text()
        // In a flood it is shown once more, to be looked over.
        const token = response.status === 200 && /name="token" value="([^"]+)"/.exec(body)?.[1]
        if (token) {
          fields = { ...fields, token }
          continue
        }
        if (response.status === 303) return void confirmed.push(text)
        if (response.status !== 503 || !body.includes(text))
          return void wrong.push(`a comment was answered ${response.status}: ${body.slice(0, 300)}`)
        givenBack += 1
        // Whoever gives up has been told that it may not be there.
        if (isOver() && tries > 200) return
        await sleep(100)
      }
    }
    const load = () => {
      let over = false
      const isOver = () => over
      const people = [
        ...Array.from({ length: 2 }, async () => {
          while (!over) {
            for (const path of kept) {
              const status = await read(path)
              if (status !== 200) wrong.push(`${path} was answered ${status}`)
            }
            await sleep(5)
          }
        }),
        ...Array.from({ length: 3 }, async () => {
          while (!over) {
            await write(isOver)
            // A story takes three thousand comments an hour.
            await sleep(250)
          }
        }),
      ]
      return async () => {
        over = true
        await Promise.all(people)
      }
    }

    for (const { trouble, idle } of rounds) {
      const before = confirmed.length
      const end = idle ? null : load()
      if (end) await expect.poll(() => confirmed.length, { timeout: 60_000 }).toBeGreaterThan(before + 5)
      const used = processorTime(program.child.pid as number)
      const began = performance.now()
      await TROUBLES[trouble](places)
      if (idle && trouble === 'stopped' && used !== null) {
        const share = ((processorTime(program.child.pid as number) as number) - used) / (performance.now() - began)
        // What turns without a pause takes the whole of a processor.
        expect(share, 'share of a processor while the database was away').toBeLessThan(0.5)
      }
      for (const path of kept) expect(await read(path), `${path} after it was ${trouble}`).toBe(200)
      await recovered()
      const after = confirmed.length
      if (end) {
        await expect.poll(() => confirmed.length, { timeout: 60_000 }).toBeGreaterThan(after + 5)
        await end()
      } else await write(() => true)
      expect(wrong).toEqual([])
      expect(program.child.exitCode ?? program.child.signalCode, program.output().slice(-2000)).toBe(null)
    }

    expect(program.output().length).toBeLessThan(MOST_LOGGED)
    expect(givenBack).toBeGreaterThan(0)
    const texts = (await ask('select text from comment_revisions')).map(({ text }) => text as string)
    const all = texts.filter((text) => text.startsWith('words number'))
    expect(all.length).toBe(new Set(all).size)
    expect(confirmed.filter((text) => !all.includes(text))).toEqual([])
    expect(await program.end('SIGTERM')).toBe(0)
  },
)

/** Processor time a process has used, in milliseconds; null where the system does not say. */
function processorTime(pid: number): number | null {
  if (!existsSync(`/proc/${pid}/stat`)) return null
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  // In hundredths of a second, as Linux counts them everywhere.
  return (Number(fields[11]) + Number(fields[12])) * 10
}
