/** Files as readers get them: any part, exactly those bytes, from a folder and from a bucket alike. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { pdf, wav } from '../../../../test/media-files.ts'
import { type S3Server, s3Server } from '../../../../test/s3.ts'
import { editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { isNamedIn, rangeAskedFor } from './range.ts'

/** Silence with no two bytes in a row alike. */
const SOUND = wav(4)
for (let i = 44; i < SOUND.length; i++) SOUND[i] = (i * 131) % 251

const PLACES = ['in a folder', 'in a bucket'] as const
for (const kind of ONE_DATABASE)
  for (const place of PLACES)
    describe(`files ${place}, with ${kind}`, () => {
      let site: TestSite
      let dataFolder: string
      let s3: S3Server | null = null
      let sound: string
      let paper: string
      beforeAll(async () => {
        dataFolder = await mkdtemp(join(tmpdir(), 'courant-ranges-'))
        if (place === 'in a bucket') s3 = await s3Server()
        site = await freshSite(kind, { config: { dataFolder, bucket: s3?.bucket ?? null } })
        const staff = await editor(site)
        sound = await put(staff, 'Böen & Regen.wav', SOUND)
        paper = await put(staff, 'budget.pdf', pdf())
      })
      afterAll(async () => {
        await site.drop()
        await s3?.drop()
        await rm(dataFolder, { recursive: true, force: true })
      })

      const ask = (headers: Record<string, string> = {}, path = sound) => visitor(site).get(path, headers)
      const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

      test('the whole comes with its kind, its name, and what lets nothing in it run', async () => {
        const answer = await ask()
        expect([answer.status, (await bytesOf(answer)).equals(SOUND)]).toEqual([200, true])
        expect(Object.fromEntries(answer.headers)).toMatchObject({
          'content-type': 'audio/wav',
          'content-length': String(SOUND.length),
          'accept-ranges': 'bytes',
          'cache-control': 'public, max-age=31536000, immutable',
          'content-disposition': `inline; filename="B_en-Regen.wav"; filename*=UTF-8''B%C3%B6en-Regen.wav`,
          'x-content-type-options': 'nosniff',
          'cross-origin-resource-policy': 'cross-origin',
        })
        const other = await ask({}, paper)
        expect(Object.fromEntries(other.headers)).toMatchObject({
          'content-type': 'application/pdf',
          'content-disposition': 'inline; filename="budget.pdf"',
          'content-security-policy': expect.stringMatching(/^default-src 'none'.*; sandbox$/),
          'cross-origin-resource-policy': 'same-origin',
        })
        expect(other.headers.get('set-cookie')).toBeNull()
      })

      test('any range of it gives exactly those bytes', async () => {
        const at = fc.integer({ min: 0, max: SOUND.length + 10 })
        await fc.assert(
          fc.asyncProperty(at, at, fc.constantFrom('both', 'from', 'last'), async (a, b, form) => {
            const range = form === 'both' ? `${a}-${b}` : form === 'from' ? `${a}-` : `-${a}`
            const answer = await ask({ range: `bytes=${range}` })
            const bytes = await bytesOf(answer)
            const [from, to] =
              form === 'last' ? [Math.max(0, SOUND.length - a), SOUND.length - 1] : [a, form === 'from' ? Infinity : b]
            if (form === 'both' && b < a) {
              expect([answer.status, bytes.equals(SOUND)]).toEqual([200, true])
              return
            }
            if (from >= SOUND.length) {
              expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${SOUND.length}`])
              return
            }
            const last = Math.min(to, SOUND.length - 1)
            expect([answer.status, answer.headers.get('content-range'), answer.headers.get('content-length')]).toEqual([
              206,
              `bytes ${from}-${last}/${SOUND.length}`,
              String(last - from + 1),
            ])
            expect(bytes.equals(SOUND.subarray(from, last + 1))).toBe(true)
          }),
          { numRuns: 40 },
        )
      })

      test('several parts at once, and what is no range, get the whole', async () => {
        for (const range of ['bytes=0-9,20-29', 'bytes=9-0', 'bytes=-', 'bytes=a-b', 'lines=0-9', 'bytes=1.5-2'])
          expect([range, (await ask({ range })).status]).toEqual([range, 200])
        expect((await ask({ range: 'bytes=-0' })).status).toBe(416)
      })

      test('a part is sent only of the file that the reader has the rest of', async () => {
        const etag = (await ask()).headers.get('etag') ?? ''
        const range = 'bytes=10-19'
        expect((await ask({ range, 'if-range': etag })).status).toBe(206)
        for (const ifRange of ['"other"', `W/${etag}`, 'Sun, 29 Nov 2026 12:00:00 GMT'])
          expect([ifRange, (await ask({ range, 'if-range': ifRange })).status]).toEqual([ifRange, 200])
        for (const ifNone of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
          expect([ifNone, (await ask({ 'if-none-match': ifNone })).status]).toEqual([ifNone, 304])
        expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200)
      })

      test('HEAD says what GET would, and sends nothing', async () => {
        const answer = await fetch(site.url + sound, { method: 'HEAD', headers: { range: 'bytes=0-9' } })
        expect([answer.status, answer.headers.get('content-length'), (await bytesOf(answer)).length]).toEqual([
          200,
          String(SOUND.length),
          0,
        ])
      })

      test('another name leads to the file; another id to nothing', async () => {
        const [, files, id] = sound.split('/')
        for (const name of ['', '/x.wav', '/original', '/captions-00000000.vtt']) {
          const answer = await fetch(`${site.url}/${files}/${id}${name}`, { redirect: 'manual' })
          expect([name, answer.status, answer.headers.get('location')]).toEqual([name, 302, sound])
        }
        expect((await ask({}, `/files/${id?.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}/x.wav`)).status).toBe(
          404,
        )
        expect((await ask({}, '/files/..%2f..%2fcourant.db/x')).status).toBe(404)
      })
    })

async function put(staff: Visitor, name: string, bytes: Buffer): Promise<string> {
  const form = new FormData()
  form.append('files', new Blob([new Uint8Array(bytes)]), name)
  const page = (await staff.post('/newsroom/files', form)).headers.get('location') ?? ''
  return /href="(\/files\/[^"]+)"/.exec(await (await staff.get(page)).text())?.[1] ?? ''
}

test('a range is read as it is written, and nothing else', () => {
  expect(rangeAskedFor('bytes=0-0', 1)).toEqual({ from: 0, to: 0 })
  expect(rangeAskedFor('Bytes=5-', 10)).toEqual({ from: 5, to: 9 })
  expect(rangeAskedFor('bytes=-99', 10)).toEqual({ from: 0, to: 9 })
  expect(rangeAskedFor('bytes=0-', 0)).toBe('beyond')
  expect(rangeAskedFor(`bytes=${'9'.repeat(40)}-`, 10)).toBeNull()
  expect(rangeAskedFor(undefined, 10)).toBeNull()
  expect(isNamedIn(undefined, '"a"')).toBe(false)
})
