/**
 * `npm run bench:site`: what a reader's page costs. A cached page beside raw
 * node:http with the same bytes; a story's page and the front page drawn anew
 * beside the same words put into a plain template string by the same server;
 * what a first visit weighs; and how long a story takes from publishing to the front page while thousands
 * of pages are cached, and how many of them it drops.
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
import { doJobs, type Store } from '../src/store/index.ts'
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
      bucket: null,
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

/** Each time anew, with compressing: whoever comes first after a change waits for all of it. */
async function misses(store: Store, asker: Asker, story: { id: string; path: string }): Promise<void> {
  const plain = await plainServer(store, story.path)
  const beside = askerOf(plain.url)
  const [pages, plains, fronts]: [number[], number[], number[]] = [[], [], []]
  const ask = async (by: Asker, path: string) => (await by.ask({ path, headers: BROTLI, blind: true })).ms
  for (let i = -20; i < MISSES; i++) {
    await store.transaction(Date.now(), (tx) => tx.say({ kind: 'discussion.changed', story: story.id }))
    const page = await ask(asker, story.path)
    const template = await ask(beside, '/')
    await store.transaction(Date.now(), (tx) => tx.say({ kind: 'front.changed' }))
    const front = await ask(asker, '/')
    // The first ones are for the compiler.
    if (i < 0) continue
    pages.push(page)
    plains.push(template)
    fronts.push(front)
  }
  beside.close()
  plain.stop()
  const reference = `template string ${p95(plains).toFixed(1)} ms`
  row('story page drawn anew, p95', `${p95(pages).toFixed(1)} ms`, reference, ratio(pages, plains), '≤ 5 ms')
  row('the same, median', `${median(pages).toFixed(1)} ms`, `template string ${median(plains).toFixed(1)} ms`, '', '')
  row(
    'front page drawn anew, p95',
    `${p95(fronts).toFixed(1)} ms`,
    `${FRONT_STORIES} stories with pictures`,
    '',
    '≤ 8 ms',
  )
}

/** The same words from the same two statements, in a template string, compressed alike: what no page can do without. */
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
    const bytes = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' })
    response.end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, stop: () => server.close() }
}

/** Every page is asked for, then a story is published: how long until the front page has it, and which pages are made again. */
async function publishing(store: Store, asker: Asker, stories: readonly string[]): Promise<void> {
  const headers = BROTLI
  for (const path of stories) await asker.ask({ path, headers, blind: true })
  const kept: number[] = []
  const sample = stories.filter((_, i) => i % 100 === 0)
  // Some of those may have had to make room: each is in the cache by its second asking.
  for (const path of sample) await asker.ask({ path, headers, blind: true })
  for (const path of sample) kept.push((await asker.ask({ path, headers, blind: true })).ms)
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
  const after: number[] = []
  for (const path of sample) after.push((await asker.ask({ path, headers, blind: true })).ms)
  const value = `${whole(median(times))} ms`
  row('publish to the front page', value, `${whole(stories.length)} pages asked for before`, '', '≤ 1 s')
  const [before, later] = [median(kept).toFixed(2), median(after).toFixed(2)]
  row('one of those pages after it', `${later} ms`, `before it ${before} ms`, ratio(after, kept), '1: cached still')
}

// The thread of a picture keeps no program running, and while the site is filled nothing else does.
const running = setInterval(() => undefined, 1000)
try {
  await bench()
} finally {
  clearInterval(running)
  rmSync(folder, { recursive: true, force: true })
}
