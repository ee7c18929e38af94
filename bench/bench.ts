/**
 * `npm run bench`: what the program costs, each figure against a reference in
 * the same run. References and subjects take turns, and medians are printed, so
 * that a machine which slows down slows both.
 */

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import { signingWith } from '../src/discussion/index.ts'
import { readSecret } from '../src/store/index.ts'
import { openSite } from '../test/stores.ts'
import { durableCommits } from './_durable-commits.ts'
import { GZIP, median, ratio, rawAnswer, row, whole } from './_figures.ts'
import { longStory } from './_long-story.ts'
import { generator, sayer } from './_words.ts'
import { loadTool, requestsPerSecond, residentMb, startCourant, startNginx, startRaw } from './servers.ts'

const ROUNDS = 5
/** Many short turns: on a machine that others share, a slow moment then falls on all alike. */
const TURNS = 15
const SECONDS = 1

const say = sayer(generator(3))
const folder = mkdtempSync(join(tmpdir(), 'courant-bench-'))

async function bench() {
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load by ${loadTool}${loadTool === 'wrk' ? '' : ' (it takes much of a core itself, which brings every ratio nearer to 1)'}`,
  )
  const first = await startCourant(folder)
  await first.stop()
  const path = await fill()

  const starts: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const server = await startCourant(folder)
    starts.push(server.startMs)
    await server.stop()
  }
  const node = await nodeStart()

  const server = await startCourant(folder)
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const atRest = residentMb(server.pid)
  const url = server.url + path
  const page = await fetch(url, { headers: GZIP })
  const html = Buffer.from(await page.arrayBuffer())
  const etag = page.headers.get('etag') ?? ''
  const raw = await rawAnswer(url)
  const reference = await startRaw(raw.headers, raw.body)
  const nginx = await startNginx(gunzipSync(raw.body), raw.body)

  const pages: number[] = []
  const rawPages: number[] = []
  const nginxPages: number[] = []
  const notModified: number[] = []
  await requestsPerSecond(url, GZIP, 1)
  await requestsPerSecond(reference.url, GZIP, 1)
  for (let turn = 0; turn < TURNS; turn++) {
    rawPages.push(await requestsPerSecond(reference.url, GZIP, SECONDS))
    pages.push(await requestsPerSecond(url, GZIP, SECONDS))
    if (nginx) nginxPages.push(await requestsPerSecond(nginx.url, GZIP, SECONDS))
    notModified.push(await requestsPerSecond(url, { ...GZIP, 'if-none-match': etag }, SECONDS))
  }
  await reference.stop()
  await nginx?.stop()

  const commits: number[] = []
  const comments: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    commits.push(durableCommits(folder, 1500))
    comments.push(await commentsPerSecond(server.url, path, 32, 1500))
  }
  const afterLoad = residentMb(server.pid)
  const css = await stylesheetWeight(server.url, html)
  await server.stop()

  const text = html.toString()
  const [p, r, n, m, c, d] = [pages, rawPages, nginxPages, notModified, comments, commits].map(median) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  console.log('')
  row('figure', 'value', 'reference', 'ratio', 'aim')
  row('story page, requests/s', whole(p), `raw node:http ${whole(r)}`, ratio(pages, rawPages), '≥ 0.85')
  if (nginx) row('', '', `one nginx worker ${whole(n)}`, ratio(pages, nginxPages), '≥ 0.5')
  else row('', '', 'nginx is not installed', '', '≥ 0.5')
  row('304 answers/s', whole(m), `raw node:http, whole page ${whole(r)}`, ratio(notModified, rawPages), '')
  row('durable comments/s, 32 senders', whole(c), `SQLite commits/s ${whole(d)}`, ratio(comments, commits), '≥ 1,000')
  row(
    'start to first byte',
    `${whole(median(starts))} ms`,
    `node, empty server ${whole(node)} ms`,
    (median(starts) / node).toFixed(2),
    '',
  )
  row('memory at rest', atRest === null ? 'unknown' : `${whole(atRest)} MB`, '', '', '≤ 150 MB')
  row('memory after the load', afterLoad === null ? 'unknown' : `${whole(afterLoad)} MB`, '', '', '')
  row('page, gzip', `${kb(raw.body.length)} KB`, `with styles ${kb(raw.body.length + css)} KB`, '', '≤ 30 KB')
  row('JavaScript to read it', `${scriptsIn(gunzipSync(raw.body).toString() || text)} bytes`, '', '', '0 bytes')
}

/** The story that is read; answers its path. */
async function fill(): Promise<string> {
  const store = await openSite({ kind: 'sqlite', file: join(folder, 'courant.db') }, Date.now)
  const { path } = await longStory(store, { comments: 20, pictures: [] })
  await store.close()
  return path
}

/** Comments a second through everything: form token, HTTP, limits, phases, one durable transaction each. */
async function commentsPerSecond(url: string, path: string, senders: number, count: number): Promise<number> {
  const store = await openSite({ kind: 'sqlite', file: join(folder, 'courant.db') }, Date.now)
  const signing = signingWith(await readSecret(store, Date.now()))
  await store.close()
  const { request, Agent } = await import('node:http')
  const agent = new Agent({ keepAlive: true, maxSockets: senders })
  let sent = 0
  const one = (): Promise<void> => {
    sent++
    const chance = randomBytes(3)
    const body = new URLSearchParams({
      name: 'Bench',
      mail: '',
      comment: say(),
      // Looked over: without that, so many at once would be shown back to be looked over first.
      token: signing.formToken(Date.now() - 60_000, 'second'),
    }).toString()
    return new Promise((resolve, reject) => {
      const call = request(
        `${url}${path}/comments`,
        {
          method: 'POST',
          agent,
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': Buffer.byteLength(body),
            'x-forwarded-for': `${(chance[0]! % 200) + 11}.${chance[1]}.${chance[2]}.1`,
          },
        },
        (response) => {
          response.resume()
          response.on('end', () =>
            response.statusCode === 303
              ? resolve()
              : reject(new Error(`a comment was answered ${response.statusCode}`)),
          )
        },
      )
      call.on('error', reject)
      call.end(body)
    })
  }
  const started = performance.now()
  await Promise.all(
    Array.from({ length: senders }, async () => {
      while (sent < count) await one()
    }),
  )
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  // The limit of a story is an hour's; each round has a story's worth.
  clearComments()
  return count / seconds
}

/** Takes the round's comments out again, so that no round meets the limit of a story or a larger table; like texts are remembered. */
function clearComments(): void {
  const database = new BetterSqlite3(join(folder, 'courant.db'))
  database.pragma('busy_timeout = 2000')
  database.exec(`delete from signals where revision_id in (select id from comment_revisions where state = 'held');
    delete from comment_words where revision_id in (select id from comment_revisions where state = 'held');
    create temp table gone as select comment_id as id from comment_revisions where state = 'held';
    delete from comment_revisions where state = 'held'; delete from comments where id in (select id from gone)`)
  database.close()
}

async function nodeStart(): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    const server = await startRaw(['content-type', 'text/plain'], Buffer.from('ok'))
    times.push(performance.now() - started)
    await server.stop()
  }
  return median(times)
}

/** As it is sent, with the lines of the site's own. */
async function stylesheetWeight(url: string, html: Buffer): Promise<number> {
  const path = /href="(\/assets\/[^"]+\.css)"/.exec(html.toString())?.[1]
  if (!path) throw new Error('the page names no stylesheet')
  const { gzipSync } = await import('node:zlib')
  return gzipSync(await (await fetch(new URL(path, url))).text(), { level: 9 }).length
}

/** Bytes of scripts in or named by a page; data (JSON-LD) is no script. */
const scriptsIn = (html: string): number =>
  [...html.matchAll(/<script(?![^>]*application\/ld\+json)[^>]*>([\s\S]*?)<\/script>/g)].reduce(
    (sum, [whole]) => sum + whole.length,
    0,
  )

const kb = (bytes: number): string => (bytes / 1024).toFixed(1)
try {
  await bench()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
