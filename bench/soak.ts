/**
 * `npm run bench:soak`: the site over a long time, and in a bad one. Mixed traffic
 * at seven tenths of what the machine can do, measured first, for half an hour:
 * memory, errors, how long readers wait at its beginning and its end. Then with
 * 10,000 newsroom pages open that wait for news, and then in a flood of 20,000
 * junk comments a minute from 5,000 networks. `npm run bench:soak -- 60 postgres`
 * names other seconds, and PostgreSQL in SQLite's place.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { type ClientRequest, request } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWhile } from './_asking.ts'
import { onEachDatabase } from './_databases.ts'
import { median, p99, pause, shown, whole } from './_figures.ts'
import { type LargeSite, largeSite } from './_large-site.ts'
import { ceilingOf, floodOf, trafficAt } from './_mixed-traffic.ts'
import { residentMb } from './servers.ts'

const [SECONDS = '1800', KIND = 'sqlite'] = process.argv.slice(2)
const MS = Number(SECONDS) * 1000
const COMMENTS = 20_000
const VISITORS = 32
const OF_THE_CEILING = 0.7
const CEILING_MS = 10_000
/** Of the time: what comes before does not count, since memory and kept pages fill up. */
const WARM = 0.2
/** Of the time: how much of it, after that and at its end, is held against one another. */
const WINDOW = 0.1
const LOOK_MS = 1000
const SCRAPE_MS = 5000
const STREAMS = 10_000
/** Of one person, who may have so many pages open. */
const STREAMS_EACH = 20
/** Files that the two processes need beside the streams. */
const OTHER_FILES = 1000
const READS_A_SECOND = 100
/** The parts after the traffic, each with as long a quiet one before it. */
const PART_SECONDS = Math.max(10, Math.min(60, Number(SECONDS) / 4))
const NETWORKS = 5000
const FLOOD_A_SECOND = 20_000 / 60
const TOKEN = 'a-token-of-the-bench-that-is-long-enough'

const folder = mkdtempSync(join(tmpdir(), 'courant-bench-soak-'))

async function bench(): Promise<void> {
  if (!(MS >= 20_000)) throw new Error('Give 20 seconds or more.')
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, for ${SECONDS} s; load and server on them together`,
  )
  await onEachDatabase(KIND, async (kind, postgres) => {
    const settings = { COURANT_METRICS_TOKEN: TOKEN }
    const site = await largeSite(kind, { folder, postgres, comments: COMMENTS, settings })
    try {
      await site.alone(async () => {
        await mixed(site)
        await withStreams(site)
        await inAFlood(site)
      })
    } finally {
      await site.stop()
    }
  })
}

const line = (name: string, value: string, aim = ''): void => console.log(`| ${name.padEnd(52)} | ${value} | ${aim} |`)
const ms = (value: number): string => `${shown(value)} ms`

async function mixed(site: LargeSite): Promise<void> {
  await ceilingOf(site, VISITORS, CEILING_MS / 2)
  const { perSecond } = await ceilingOf(site, VISITORS, CEILING_MS)
  const rate = perSecond * OF_THE_CEILING
  console.log(`\n${whole(perSecond)} requests/s at most; ${whole(rate)} from now on\n`)
  const memory: { at: number; mb: number }[] = []
  const delays: number[] = []
  const began = performance.now()
  const looks = setInterval(() => {
    const mb = residentMb(site.pid)
    if (mb !== null) memory.push({ at: performance.now() - began, mb })
  }, LOOK_MS)
  const scrapes = setInterval(() => void delayOf(site).then((delay) => delays.push(delay)), SCRAPE_MS)
  const { taken, errors } = await trafficAt(site, rate, MS)
  clearInterval(looks)
  clearInterval(scrapes)
  const first = <T extends { at: number }>(of: readonly T[]) =>
    of.filter(({ at }) => at >= MS * WARM && at < MS * (WARM + WINDOW))
  const last = <T extends { at: number }>(of: readonly T[]) => of.filter(({ at }) => at >= MS * (1 - WINDOW))
  const readers = taken.filter(({ isReading }) => isReading)
  const [early, late] = [first(readers), last(readers)].map((of) => p99(of.map((one) => one.ms))) as [number, number]
  const [before, after] = [first(memory), last(memory)].map((of) => median(of.map(({ mb }) => mb))) as [number, number]
  line('answered', `${whole(taken.length)}, ${whole(taken.length / (MS / 1000))} a second`)
  line('errors', whole([...errors.values()].reduce((sum, count) => sum + count, 0)), 'none')
  for (const [sentence, count] of errors) console.log(`  ${count} × ${sentence}`)
  line('memory after warming up', `${whole(before)} MB`)
  line('memory at the end', `${whole(after)} MB, ${(((after - before) / before) * 100).toFixed(1)} %`, '≤ 5 % more')
  line('reading, p99, first', ms(early))
  line('reading, p99, last', `${ms(late)}, × ${(late / early).toFixed(2)}`, '≤ 2')
  line(
    'event loop’s delay, p99 of each 5 s, median and most',
    `${ms(median(delays))}, ${ms(Math.max(...delays))}`,
    '≤ 20 ms',
  )
  const { count, oldest } = await site.unexamined()
  line('behind with examining, at the end', `${whole(count)}, ${oldest === null ? 0 : ms(Date.now() - oldest)}`)
}

/** The 99th percentile of how late the server's event loop was since it was last asked for, by its own counters; in milliseconds. */
async function delayOf(site: LargeSite): Promise<number> {
  const { body } = await site.asker.ask({ path: '/metrics', headers: { authorization: `Bearer ${TOKEN}` } })
  return Number(/^nodejs_eventloop_lag_p99_seconds ([\d.e-]+)/m.exec(body)?.[1]) * 1000
}

/** A story, read again and again beside whatever goes on: its p99, and the event loop's. */
async function readBeside(site: LargeSite): Promise<{ reading: number; delay: number }> {
  await delayOf(site)
  const reading = p99(await readWhile(site.asker, site.paths[0] as string, READS_A_SECOND, PART_SECONDS))
  return { reading, delay: await delayOf(site) }
}

async function withStreams(site: LargeSite): Promise<void> {
  const files = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }))
  const count = Math.min(STREAMS, (Number.isNaN(files) ? STREAMS + OTHER_FILES : files) - OTHER_FILES)
  const cookies = await site.hire(Math.ceil(count / STREAMS_EACH))
  const quiet = await readBeside(site)
  const before = residentMb(site.pid) ?? Number.NaN
  const open: ClientRequest[] = []
  for (let i = 0; i < count; i++) {
    open.push(await openStream(site, cookies[Math.floor(i / STREAMS_EACH)] as string))
  }
  const busy = await readBeside(site)
  const after = residentMb(site.pid) ?? Number.NaN
  console.log('')
  line(
    `${whole(count)} pages that wait for news`,
    count < STREAMS ? `as many as ${whole(files)} open files allow` : 'all open',
  )
  line('memory without and with them', `${whole(before)} → ${whole(after)} MB`)
  line('reading, p99, without and with them', `${ms(quiet.reading)} → ${ms(busy.reading)}`)
  line('event loop’s delay, p99', `${ms(quiet.delay)} → ${ms(busy.delay)}`, '≤ 20 ms')
  for (const one of open) one.destroy()
  await pause(LOOK_MS)
}

/** Open once the server has said that it is there. */
function openStream(site: LargeSite, cookie: string): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, accept: 'text/event-stream' }
    const call = request(`${site.url}/newsroom/to-do/live`, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`a stream was answered ${response.statusCode}`))
      // It ends as we end it.
      response.on('error', () => {})
      response.once('data', () => resolve(call))
    })
    call.on('error', reject)
    call.end()
  })
}

async function inAFlood(site: LargeSite): Promise<void> {
  const quiet = await readBeside(site)
  const opened: number[] = []
  const behind: { count: number; age: number }[] = []
  let going = true
  const looking = (async () => {
    for (let moderator = 0; going; moderator++) {
      opened.push((await site.openQueue(moderator)).ms)
      const { count, oldest } = await site.unexamined()
      behind.push({ count, age: oldest === null ? 0 : Date.now() - oldest })
      await pause(LOOK_MS)
    }
  })()
  const flood = floodOf(site, { networks: NETWORKS, perSecond: FLOOD_A_SECOND, ms: PART_SECONDS * 1000 })
  const busy = await readBeside(site)
  const statuses = await flood
  going = false
  await looking
  const ended = performance.now()
  while ((await site.unexamined()).count > 0) await pause(LOOK_MS / 10)
  const caughtUp = performance.now() - ended
  console.log('')
  const sent = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  line(`junk from ${whole(NETWORKS)} networks`, `${whole((sent / PART_SECONDS) * 60)} a minute`, '20,000')
  line('answered', [...statuses].map(([status, count]) => `${whole(count)} × ${status}`).join(', '))
  line(
    'reading, p99, without and with it',
    `${ms(quiet.reading)} → ${ms(busy.reading)}, × ${(busy.reading / quiet.reading).toFixed(1)}`,
    '≤ 2',
  )
  line('the queue opens, median and longest', `${ms(median(opened))}, ${ms(Math.max(...opened))}`)
  line('event loop’s delay, p99', `${ms(quiet.delay)} → ${ms(busy.delay)}`, '≤ 20 ms')
  const most = (of: (one: { count: number; age: number }) => number) => Math.max(0, ...behind.map(of))
  line('behind with examining, at most', `${whole(most(({ count }) => count))} comments, ${ms(most(({ age }) => age))}`)
  line('caught up after its end', ms(caughtUp))
}

try {
  await bench()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
