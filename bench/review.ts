/**
 * `npm run bench:review`: what the review desk costs when a site is large: the
 * queue, a decision, a comment that comes in, over HTTP against the real program,
 * on SQLite and PostgreSQL, each against the same site at a hundredth of its
 * size in the same run. `npm run bench:review -- 200000 sqlite` names another number of comments, and one database.
 */

import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from '../scripts/find-programs.mjs'
import { type Signing, signingWith } from '../src/discussion/index.ts'
import { makeSignInLink } from '../src/people/index.ts'
import { type DatabaseAddress, readSecret } from '../src/store/index.ts'
import { startPostgres } from '../test/postgres.ts'
import { openSite } from '../test/stores.ts'
import { makeDatabase } from './_databases.ts'
import { durableCommits } from './_durable-commits.ts'
import { whole } from './_figures.ts'
import { fillArchive } from './_review-archive.ts'
import { generator, sayer } from './_words.ts'
import { type Server, startCourant } from './servers.ts'

const COMMENTS = Number(process.argv[2] ?? 1_000_000)
const ONLY = process.argv[3]
const SMALLER = 100
/** With fewer the small site has less waiting than is handed out in a round. */
const FEWEST = 200_000
/** Turns of each figure; large and small site take turns, so that a slow moment falls on both alike. */
const ROUNDS = 8
const OPENED_A_ROUND = 5
const DECIDED_A_ROUND = 40
const SENT_A_ROUND = 60
const SENDERS = 32
const SENT_TOGETHER = 600
/** Until a server that stood still has seen to what fell due meanwhile. */
const WOKEN_MS = 300

interface Site {
  name: string
  server: Server
  signing: Signing
  paths: string[]
  /** Session cookies of people who may moderate. */
  sessions: string[]
  opened: number[]
  decided: number[]
  sent: number[]
  together: number[]
}

const folder = mkdtempSync(join(tmpdir(), 'courant-bench-review-'))
const agent = new Agent({ keepAlive: true, maxSockets: SENDERS })
const chance = generator(11)
const say = sayer(chance)

async function bench(): Promise<void> {
  if (!(COMMENTS >= FEWEST))
    throw new Error(`Give ${whole(FEWEST)} comments or more, so that the small site has enough that waits.`)
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
  const binaries = findPostgres()
  const postgres = binaries && ONLY !== 'sqlite' ? await startPostgres(binaries) : null
  try {
    for (const kind of ['sqlite', 'postgres'] as const) {
      if (ONLY && ONLY !== kind) continue
      if (kind === 'postgres' && !postgres) {
        console.log('\nPostgreSQL is not installed, so it is left out.')
        continue
      }
      const large = await makeSite(kind, COMMENTS, postgres?.url)
      const small = await makeSite(kind, COMMENTS / SMALLER, postgres?.url)
      const commits: number[] = []
      try {
        await measure([large, small], commits)
      } finally {
        for (const { server } of [large, small]) {
          process.kill(server.pid, 'SIGCONT')
          await server.stop()
        }
      }
      report(kind, large, small, commits)
    }
  } finally {
    agent.destroy()
    await postgres?.stop()
  }
}

async function makeSite(kind: 'sqlite' | 'postgres', comments: number, postgresUrl?: string): Promise<Site> {
  const name = `${kind}_${comments}`
  const data = join(folder, name)
  mkdirSync(data)
  const address: DatabaseAddress =
    kind === 'sqlite'
      ? { kind, file: join(data, 'courant.db') }
      : { kind, url: await makeDatabase(postgresUrl as string, `bench_${comments}`) }
  const started = performance.now()
  const { paths, moderators } = await fillArchive(
    address,
    { stories: comments / 10, comments, held: comments / 20 },
    Date.now(),
  )
  console.log(
    `\n${kind}: ${whole(comments)} comments on ${whole(comments / 10)} stories, ${whole(comments / 20)} waiting, written in ${whole((performance.now() - started) / 1000)} s`,
  )
  const store = await openSite(address, Date.now)
  const signing = signingWith(await readSecret(store, Date.now()))
  const links: string[] = []
  for (const id of moderators) links.push(await makeSignInLink(store, id, Date.now()))
  await store.close()
  const server = await startCourant(data, address.kind === 'postgres' ? address.url : '')
  const sessions: string[] = []
  for (const token of links) {
    const { cookies } = await call(server, 'POST', '/newsroom/sign-in', { token })
    sessions.push(cookies)
  }
  return { name, server, signing, paths, sessions, opened: [], decided: [], sent: [], together: [] }
}

async function measure(sites: readonly Site[], commits: number[]): Promise<void> {
  for (const site of sites) process.kill(site.server.pid, 'SIGSTOP')
  // Once without counting: code is compiled, pages of the file are in memory.
  for (const site of sites) {
    await alone(site, async () => {
      await openQueue(site, 0)
      await sendComments(site, 20)
    })
    site.opened.length = 0
    site.sent.length = 0
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const site of sites) {
      await alone(site, async () => {
        const inHand: { cookie: string; revision: string }[] = []
        for (let i = 0; i < OPENED_A_ROUND; i++) {
          inHand.push(...(await openQueue(site, (round * OPENED_A_ROUND + i) % site.sessions.length)))
        }
        await decideSome(site, inHand.slice(0, DECIDED_A_ROUND))
        await sendComments(site, SENT_A_ROUND)
      })
    }
    commits.push(durableCommits(folder, 300))
    for (const site of sites) await alone(site, () => sendTogether(site))
  }
}

/** Both servers score beside the desk what waits; on a machine of two cores the one that is not measured stands still meanwhile. */
async function alone(site: Site, work: () => Promise<void>): Promise<void> {
  process.kill(site.server.pid, 'SIGCONT')
  await new Promise((resolve) => setTimeout(resolve, WOKEN_MS))
  await work()
  // The server closes them when it wakes and finds them long idle, maybe at the moment of the next request.
  agent.destroy()
  process.kill(site.server.pid, 'SIGSTOP')
}

/** Opens the queue as one of the moderators; answers what they were handed. */
async function openQueue(site: Site, moderator: number): Promise<{ cookie: string; revision: string }[]> {
  const cookie = site.sessions[moderator] as string
  const { body, ms } = await call(site.server, 'GET', '/newsroom/review', null, { cookie })
  site.opened.push(ms)
  const revisions = [...body.matchAll(/data-item="(\w+)"/g)].map(([, revision]) => ({
    cookie,
    revision: revision as string,
  }))
  if (revisions.length === 0) throw new Error(`${site.name}: the queue handed out nothing`)
  return revisions
}

async function decideSome(site: Site, inHand: readonly { cookie: string; revision: string }[]): Promise<void> {
  for (const [i, { cookie, revision }] of inHand.entries()) {
    const fields =
      i % 4 === 0
        ? { revision, action: 'reject', reason: i % 8 === 0 ? 'spam' : 'attack' }
        : { revision, action: 'approve' }
    const { ms, status, body } = await call(site.server, 'POST', '/newsroom/review/decide', fields, {
      cookie,
      accept: 'application/json',
    })
    if (status !== 200) throw new Error(`${site.name}: a decision was answered ${status}: ${body}`)
    site.decided.push(ms)
  }
}

async function sendComments(site: Site, count: number): Promise<void> {
  for (let i = 0; i < count; i++) site.sent.push(await sendComment(site))
}

/** Comments a second where many send at once. */
async function sendTogether(site: Site): Promise<void> {
  let left = SENT_TOGETHER
  const started = performance.now()
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      while (left-- > 0) await sendComment(site)
    }),
  )
  site.together.push(SENT_TOGETHER / ((performance.now() - started) / 1000))
}

/** One comment from a network of its own, on one of many stories; how long it took, in milliseconds. */
async function sendComment(site: Site): Promise<number> {
  const [a, b, c] = randomBytes(3) as unknown as [number, number, number]
  const path = site.paths[Math.floor(chance() * site.paths.length)] as string
  const fields = {
    name: `Reader ${a}`,
    mail: '',
    comment: say(),
    // As from the page on which words are looked over: what a browser without JavaScript sends in a flood.
    token: site.signing.formToken(Date.now() - 60_000, 'second'),
  }
  const { status, ms, body } = await call(site.server, 'POST', `${path}/comments`, fields, {
    'x-forwarded-for': `${(a % 200) + 11}.${b}.${c}.1`,
  })
  if (status !== 303) throw new Error(`${site.name}: a comment was answered ${status}: ${body.slice(0, 300)}`)
  return ms
}

function call(
  server: Server,
  method: string,
  path: string,
  fields: Record<string, string> | null,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; cookies: string; ms: number }> {
  const sent = fields === null ? '' : new URLSearchParams(fields).toString()
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const outgoing = request(
      server.url + path,
      {
        method,
        agent,
        headers: {
          ...(fields === null
            ? {}
            : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(sent) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            cookies: (response.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; '),
            ms: performance.now() - started,
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(sent)
  })
}

function report(kind: string, large: Site, small: Site, commits: readonly number[]): void {
  row(kind, 'p50', 'p95', `p95 at 1/${SMALLER}`, 'ratio', 'aim')
  const line = (name: string, of: (site: Site) => number[], aim: string) => {
    const [here, there] = [at(of(large), 0.95), at(of(small), 0.95)]
    row(name, ms(at(of(large), 0.5)), ms(here), ms(there), (here / there).toFixed(2), aim)
  }
  line('open the queue', (site) => site.opened, '≤ 50 ms, ratio ≤ 1.5')
  line('decide', (site) => site.decided, '≤ 15 ms, ratio ≤ 1.5')
  line('a comment comes in', (site) => site.sent, '≤ 10 ms, ratio ≤ 1.5')
  const [here, there] = [at(large.together, 0.5), at(small.together, 0.5)]
  row(
    `durable comments/s, ${SENDERS} senders`,
    whole(here),
    `of ${whole(at([...commits], 0.5))} commits/s`,
    whole(there),
    (there / here).toFixed(2),
    '≥ 500/s, ratio ≤ 1.5',
  )
}

const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN
const ms = (value: number): string => `${value.toFixed(1)} ms`
const row = (...cells: string[]): void =>
  console.log(cells.map((cell, i) => (i < 5 ? cell.padEnd([32, 12, 22, 14, 8][i] as number) : cell)).join(''))

try {
  await bench()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
