/** A site whose pictures lie in a bucket: readers see no difference, and nothing depends on it but the pictures. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { photo } from '../../../../test/pictures.ts'
import { type S3Server, s3Server } from '../../../../test/s3.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { startApp } from '../../../app.ts'

let server: S3Server
let site: TestSite
let staff: Visitor
let dataFolder: string
beforeAll(async () => {
  server = await s3Server()
  dataFolder = await mkdtemp(join(tmpdir(), 'courant-in-a-bucket-'))
  site = await freshSite('sqlite', { config: { dataFolder, bucket: { ...server.bucket, prefix: 'news' } } })
  staff = await editor(site)
})
afterAll(async () => {
  await site.drop()
  await server.drop()
  await rm(dataFolder, { recursive: true, force: true })
})

const upload = async (width: number) => {
  const form = new FormData()
  const bytes = await photo({ width })
  form.append('files', new Blob([new Uint8Array(bytes)]), `${width}.jpg`)
  const response = await staff.post('/newsroom/pictures', form)
  return { status: response.status, words: drawn(await response.text()).words, bytes }
}
const library = async () => (await staff.get('/newsroom/pictures')).text()
const firstIn = (html: string) => /src="(\/pictures\/[0-9a-f]{32}\/\d+\.(?:jpg|webp))"/.exec(html)?.[1] ?? ''

test('readers are sent files from it that may be kept for good, staff the original, and nobody an address of the bucket', async () => {
  const { status, bytes } = await upload(700)
  expect(status).toBe(303)
  const html = await library()
  const answer = await visitor(site).get(firstIn(html))
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500)
  const path = /\/newsroom\/pictures\/\w{26}/.exec(html)?.[0] ?? ''
  const original = await staff.get(`${path}/original`)
  expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true)
  expect(original.headers.get('content-length')).toBe(String(bytes.length))
  expect(html).not.toContain(new URL(server.bucket.endpoint).port)
})

test('with the bucket away pages go on, a file is 503, an upload gets a sentence; nothing has to be started again', async () => {
  const src = firstIn(await library())
  await server.stop()
  const reader = visitor(site)
  expect((await reader.get('/')).status).toBe(200)
  expect(await library()).toContain(src)
  const away = await reader.get(src)
  expect([away.status, away.headers.get('cache-control')]).toEqual([503, 'no-store'])
  expect(drawn(await away.text()).words).toContain('The storage for pictures and other files does not answer.')
  expect((await reader.get(src.replace(/[^/]+$/, 'original'))).status).toBe(404)
  expect(await upload(710)).toMatchObject({
    status: 400,
    words: expect.stringContaining('The storage for pictures does not answer, so this one was not saved.'),
  })
  expect(site.log()).toContain('the place for uploaded files does not answer')
  expect(site.log()).not.toContain('a request failed')

  // A paper that is started meanwhile is a paper, too.
  await site.restart()
  expect((await visitor(site).get('/')).status).toBe(200)
  expect(site.log()).toContain('The site starts without its pictures')
  await server.start()
  expect((await visitor(site).get(src)).status).toBe(200)
  expect((await upload(710)).status).toBe(303)
})

test.each([
  [{ secret: 'another' }, /does not know COURANT_S3_KEY with COURANT_S3_SECRET/],
  [{ bucket: 'another' }, /There is no bucket “another”/],
])('with %j the site does not start, and says what to correct', async (wrong, sentence) => {
  const config = {
    ...{
      dataFolder,
      database: { kind: 'sqlite' as const, file: join(dataFolder, 'other.db') },
      host: '127.0.0.1',
      port: 0,
    },
    ...{
      url: '',
      proxies: 0,
      backups: null,
      grace: 0,
      metricsToken: null,
      traces: null,
      sharedCache: null,
      mail: { smtp: null, from: null },
      log: 'silent' as const,
    },
    bucket: { ...server.bucket, ...wrong },
  }
  expect(await startApp(config, { log: pino({ level: 'silent' }) })).toEqual({
    problem: expect.stringMatching(sentence),
  })
})
