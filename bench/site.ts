/**
 * `npm run bench:site`: what a reader's page costs. A cached page beside raw
 * node:http with the same bytes; a story's page and the front page drawn anew,
 * after a comment and after a change of the story or of the front, in turns
 * with the same words put into a plain template string by the same process;
 * what a first visit weighs; and how long a story takes from publishing to the
 * front page while ten thousand pages are cached, and how many of them it drops.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { pino } from 'pino'
import { type App, startApp } from '../src/app.ts'
import { readStoryDiscussion } from '../src/discussion/index.ts'
import { addPicture, libraryAddress, pictureFiles, pictureJobs } from '../src/media/index.ts'
import { doJobs, type Event, type Store } from '../src/store/index.ts'
import { createStory, emptyContent, newBlockId, publish, readPublishedByPath } from '../src/story/index.ts'
import { photo } from '../test/pictures.ts'
import { openSite } from '../test/stores.ts'
import { type Asker, askerOf } from './_asking.ts'
import { GZIP, median, p95, ratio, rawAnswer, row, whole } from './_figures.ts'
import { longStory, someWords } from './_long-story.ts'
import { pageWeight } from './_page-weight.ts'
import { loadTool, requestsPerSecond, startCourant, startRaw } from './servers.ts'

const TURNS = 15
const MISSES = 200
const PICTURES = 5
const COMMENTS = 50
const FRONT_STORIES = 30
const CACHED = 10_000
const BROTLI = { 'accept-encoding': 'br' }

const folder = mkdtempSync(join(tmpdir(), 'courant-bench-site-'))
const log = pino({ level: 'warn' })

async function bench(): Promise<void> {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load by ${loadTool}`)
  const first = await startCourant(folder)
  await first.stop()
  const { story, stories } = await fill()
  row('figure', 'value', 'reference', 'ratio', 'aim')
  await cachedPage(story.path)
  const app = await start()
  const asker = askerOf(app.url)
  try {
    await weights(app.url, { 'story page': story.path, 'front page': '/' })
    await misses(app.store, asker, story)
    await publishing(app.store, asker, stories)
  } finally {
    asker.close()
    await app.stop()
  }
}

async function start(): Promise<App> {
  const app = await startApp(
    {
      dataFolder: folder,
      ...{ bucket: null, backups: null },
      ...{ grace: 0, metricsToken: null, traces: null, sharedCache: null },
      database: { kind: 'sqlite', file: join(folder, 'courant.db') },
      host: '127.0.0.1',
      port: 0,
      url: '',
      proxies: 0,
      mail: { smtp: null, from: null },
      log: 'warn',
    },
    { log, lettersEvery: 3_600_000 },
  )
  if ('problem' in app) throw new Error(app.problem)
  return app
}

/** A story with everything, a front page's worth of stories with pictures, and thousands of short ones. */
async function fill(): Promise<{ story: { id: string; path: string }; stories: string[] }> {
  const store = await openSite({ kind: 'sqlite', file: join(folder, 'courant.db') }, Date.now)
  const files = pictureFiles(folder)
  const jobs = doJobs(store, pictureJobs(store, files, { log, now: Date.now }), { log, now: Date.now })
  const pictures: string[] = []
  for (let i = 0; i < PICTURES; i++) {
    const upload = { name: `${i}.jpg`, bytes: await photo({ width: 1600 + i, height: 1200 }) }
    const added = await addPicture(store, files, { upload, by: null }, Date.now())
    if ('problem' in added) throw new Error(added.problem)
    pictures.push(libraryAddress(added.picture.id))
  }
  await jobs.idle()
  await jobs.stop()
  const stories: string[] = []
  for (let i = 0; i < CACHED; i++) stories.push(await shortStory(store, i, pictures, i >= CACHED - FRONT_STORIES))
  const story = await longStory(store, { comments: COMMENTS, pictures })
  await store.close()
  return { story, stories }
}

const SECTIONS = ['Harbour', 'Town', 'Schools', 'Sport']

async function shortStory(store: Store, i: number, pictures: readonly string[], full: boolean): Promise<string> {
  const text = `The ${someWords(full ? 60 : 12)}.`
  const src = pictures[i % pictures.length] ?? ''
  const content = {
    ...emptyContent,
    headline: `${someWords(6)} ${i}`,
    section: SECTIONS[i % SECTIONS.length] ?? '',
    ...(full ? { standfirst: someWords(20), byline: 'By the bench' } : {}),
    picture: full ? { src, alt: someWords(6), caption: '', credit: '', rights: '' } : null,
    body: [{ id: newBlockId(), type: 'paragraph' as const, text }],
  }
  const id = await createStory(store, { content, by: null, commentsOpen: true }, Date.now())
  const published = await publish(store, { id, by: null, date: Date.now() - (CACHED - i) * 60_000 }, Date.now())
  if ('problem' in published) throw new Error(published.problem)
  return published.path
}

async function cachedPage(path: string): Promise<void> {
  const server = await startCourant(folder)
  const raw = await rawAnswer(server.url + path)
  const reference = await startRaw(raw.headers, raw.body)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (const url of [server.url + path, reference.url]) await requestsPerSecond(url, GZIP, 1)
  for (let turn = 0; turn < TURNS; turn++) {
    theirs.push(await requestsPerSecond(reference.url, GZIP, 1))
    ours.push(await requestsPerSecond(server.url + path, GZIP, 1))
  }
  await reference.stop()
  await server.stop()
  const bytes = whole(median(theirs))
  row('cached story page, requests/s', whole(median(ours)), `raw node:http ${bytes}`, ratio(ours, theirs), '≥ 0.90')
  if (loadTool !== 'wrk') console.log(`  asked by ${loadTool}, which is slower than either: the ratio says little`)
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`

/** Of a first visit, in a browser that has nothing of it yet. */
async function weights(url: string, pages: Record<string, string>): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    const { html, css, type, script, pictures, requests, pictureRequests } = await pageWeight(url + path)
    const parts = `HTML ${kilobytes(html)}, CSS ${kilobytes(css)}, type ${kilobytes(type)}, JavaScript ${script} bytes`
    row(`${name}, gzip`, kilobytes(html + css + type + script), `${requests} requests`, '', parts)
    row('its pictures apart', kilobytes(pictures), `${pictureRequests} requests`, '', '')
  }
}

/**
 * Each time anew, with compressing: whoever comes first after a change waits for all of it. Processor time is of the
 * whole process, the asking and what goes on beside it included: it says more than the clock where others work too.
 */
async function misses(store: Store, asker: Asker, story: { id: string; path: string }): Promise<void> {
  const plain = await plainServer(store, story.path)
  const beside = askerOf(plain.url)
  const kinds: { name: string; by: Asker; path: string; event: Event | null; aim: string }[] = [
    { name: 'template string', by: beside, path: '/', event: null, aim: '' },
    { name: 'story after a comment', by: asker, path: story.path, event: commented(story.id), aim: '≤ 5 ms' },
    { name: 'story after its change', by: asker, path: story.path, event: commentsOpened(story.id), aim: '≤ 5 ms' },
    { name: 'front after a comment', by: asker, path: '/', event: commented(story.id), aim: '≤ 8 ms' },
    { name: 'front after its change', by: asker, path: '/', event: { kind: 'front.changed' }, aim: '≤ 8 ms' },
  ]
  const taken = kinds.map((kind) => ({ ...kind, ms: [] as number[], cpu: [] as number[] }))
  for (let i = -50; i < MISSES; i++) {
    for (const { by, path, event, ms, cpu } of taken) {
      if (event) await store.transaction(Date.now(), (tx) => tx.say(event))
      const before = process.cpuUsage()
      const answer = await by.ask({ path, headers: BROTLI, blind: true })
      const { user, system } = process.cpuUsage(before)
      if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`)
      // The first ones are for the compiler.
      if (i < 0) continue
      ms.push(answer.ms)
      cpu.push((user + system) / 1000)
    }
  }
  beside.close()
  plain.stop()
  const [reference, ...ours] = taken
  if (!reference) return
  for (const { name, ms, cpu, aim } of ours) {
    row(`${name}, p95`, inMs(p95(ms)), `template string ${inMs(p95(reference.ms))}`, ratio(ms, reference.ms), aim)
    row('  median', inMs(median(ms)), `template string ${inMs(median(reference.ms))}`, '', '')
    row(
      '  processor time',
      inMs(median(cpu)),
      `template string ${inMs(median(reference.cpu))}`,
      ratio(cpu, reference.cpu),
    )
  }
}

const inMs = (value: number): string => `${value.toFixed(1)} ms`
const commented = (story: string): Event => ({ kind: 'discussion.changed', story })
const commentsOpened = (story: string): Event => ({ kind: 'story.comments', story })

/** The same words from the same two statements, in a template string, packed as quickly: what no page can do without. */
async function plainServer(store: Store, path: string): Promise<{ url: string; stop(): void }> {
  const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const server = createServer(async (_request, response) => {
    const story = await readPublishedByPath(store.db, path)
    if (!story) throw new Error('the story is gone')
    const { discussion } = await readStoryDiscussion(store.db, story.id)
    const { content } = story
    const html = `<!doctype html><html><head><title>${escaped(content.headline)}</title></head><body>
<h1>${escaped(content.headline)}</h1><p>${escaped(content.standfirst)}</p><p>${escaped(content.byline)}</p>
${content.body.map((block) => (block.type === 'paragraph' ? `<p id="b-${block.id}">${escaped(block.text)}</p>` : '')).join('\n')}
${discussion.threads.map(({ comment }) => (comment ? `<article><b>${escaped(comment.authorName)}</b><p>${escaped(comment.revision.text)}</p></article>` : '')).join('\n')}
</body></html>`
    const bytes = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } })
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' })
    response.end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, stop: () => server.close() }
}

/** Every page is asked for, then a story is published: how long until the front page has it, and which pages are drawn again. */
async function publishing(store: Store, asker: Asker, stories: readonly string[]): Promise<void> {
  const drawn = countStatements(store)
  for (const path of stories) await asker.ask({ path, headers: BROTLI, blind: true })
  const cached = await keptOf(stories, asker, drawn)
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const headline = `Published now ${i}`
    const text = `The ${someWords(12)}.`
    const content = { ...emptyContent, headline, body: [{ id: newBlockId(), type: 'paragraph' as const, text }] }
    const id = await createStory(store, { content, by: null, commentsOpen: true }, Date.now())
    const began = performance.now()
    const done = await publish(store, { id, by: null }, Date.now())
    if ('problem' in done) throw new Error(done.problem)
    while (!(await asker.ask({ path: '/' })).body.includes(headline));
    times.push(performance.now() - began)
  }
  row('publish to the front page', `${whole(median(times))} ms`, `${whole(cached)} pages cached`, '', '≤ 1 s')
  const after = await keptOf(stories, asker, drawn)
  row('of them cached after it', whole(after), `${whole(cached)} before it`, (after / cached).toFixed(2), 'all')
}

/** How many of these pages are sent without asking the database for anything. */
async function keptOf(paths: readonly string[], asker: Asker, statements: () => number): Promise<number> {
  let kept = 0
  for (const path of paths) {
    const before = statements()
    await asker.ask({ path, headers: BROTLI, blind: true })
    if (statements() === before) kept++
  }
  return kept
}

/** Counts what is asked of a store from now on, outside of transactions. */
function countStatements(store: Store): () => number {
  let statements = 0
  const db = store.db.withPlugin({
    transformQuery({ node }) {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  })
  Object.assign(store, { db })
  return () => statements
}

// The thread of a picture keeps no program running, and while the site is filled nothing else does.
const running = setInterval(() => undefined, 1000)
try {
  await bench()
} finally {
  clearInterval(running)
  rmSync(folder, { recursive: true, force: true })
}
