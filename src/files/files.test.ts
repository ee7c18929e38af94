/** What every place for files does alike: a folder of this machine, and a bucket on a real S3 server. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type S3Server, s3Server } from '../../test/s3.ts'
import type { FileRange, StoredFile } from './face.ts'
import { type FileStore, fileProblem, openFiles } from './index.ts'

let server: S3Server
let folder: string
beforeAll(async () => {
  server = await s3Server()
})
afterAll(() => server.drop())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'courant-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A prefix of its own keeps tests apart in one bucket. */
let number = 0
const PLACES: [string, () => FileStore][] = [
  ['in a folder', () => openFiles(join(folder, 'data'), null)],
  ['in a bucket', () => openFiles('', { ...server.bucket, prefix: `paper/${++number}` })],
]

async function put(files: FileStore, name: string, bytes: string | Uint8Array): Promise<void> {
  const path = join(folder, 'incoming')
  await writeFile(path, bytes)
  await files.put(name, path)
}
async function get(files: FileStore, name: string, range?: FileRange) {
  const found = await files.get(name, range)
  return found && { size: found.size, words: String(await buffer(found.bytes)) }
}
async function list(files: FileStore, name: string): Promise<StoredFile[]> {
  const found: StoredFile[] = []
  for await (const file of files.list(name)) found.push(file)
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

describe.each(PLACES)('files %s', (_, open) => {
  test('what is put there comes back byte for byte, whole or in part, with the size of the whole', async () => {
    const files = open()
    await put(files, 'pictures/ab/original', 'ferry at dawn')
    expect(await get(files, 'pictures/ab/original')).toEqual({ size: 13, words: 'ferry at dawn' })
    expect(await get(files, 'pictures/ab/original', { from: 0, to: 4 })).toEqual({ size: 13, words: 'ferry' })
    expect(await get(files, 'pictures/ab/original', { from: 9, to: 12 })).toEqual({ size: 13, words: 'dawn' })
    // To what there is, where it ends sooner.
    expect(await get(files, 'pictures/ab/original', { from: 9, to: 99 })).toEqual({ size: 13, words: 'dawn' })
    expect(await get(files, 'pictures/ab/original', { from: 13, to: 20 })).toBeNull()
  })

  test('every byte is a byte, also of a file of several megabytes', async () => {
    const files = open()
    const bytes = Buffer.alloc(3_000_000, Buffer.from(Array.from({ length: 251 }, (_, i) => i)))
    await put(files, 'large', bytes)
    const found = await files.get('large')
    expect(found && bytes.equals(await buffer(found.bytes))).toBe(true)
  })

  test('what is not there is null; a name put again is the newer file', async () => {
    const files = open()
    expect(await get(files, 'pictures/none')).toBeNull()
    await put(files, 'a', 'first')
    await put(files, 'a', 'second')
    expect(await get(files, 'a')).toEqual({ size: 6, words: 'second' })
  })

  test('a folder is listed with all below it, and nothing whose name only begins alike', async () => {
    const files = open()
    expect(await list(files, 'pictures')).toEqual([])
    await put(files, 'pictures/ab/original', 'one')
    await put(files, 'pictures/ab/320.webp', 'three')
    await put(files, 'pictures-of-old/x', 'other')
    const found = await list(files, 'pictures')
    expect(found.map(({ name, size }) => [name, size])).toEqual([
      ['pictures/ab/320.webp', 5],
      ['pictures/ab/original', 3],
    ])
    // The places' own clocks: a minute is a lot.
    for (const { since } of found) expect(Math.abs(since - Date.now())).toBeLessThan(60_000)
  })

  test('a folder is removed with all in it, and no other; one that is not there is as good as removed', async () => {
    const files = open()
    await put(files, 'pictures/ab/original', 'one')
    await put(files, 'pictures/abc/original', 'two')
    await files.remove('pictures/ab')
    await files.remove('pictures/ab')
    expect((await list(files, 'pictures')).map(({ name }) => name)).toEqual(['pictures/abc/original'])
  })

  test('a folder into which files still come is removed, with or without the last of them, and fails nobody', async () => {
    const files = open()
    for (let round = 0; round < 20; round++) {
      const puts = Array.from({ length: 12 }, (_, n) => put(files, `pictures/ab/${n}.webp`, 'made'))
      // One whose folder went from under it is tried again by whoever makes it.
      const [removed] = await Promise.allSettled([files.remove('pictures/ab'), Promise.allSettled(puts)])
      expect([round, removed]).toEqual([round, { status: 'fulfilled', value: undefined }])
    }
  })

  test('nothing is wrong with it, and looking leaves nothing behind', async () => {
    const files = open()
    await put(files, 'pictures/x', 'x')
    expect(await files.check()).toBeNull()
    expect(await list(files, 'pictures')).toHaveLength(1)
    expect(await list(files, '.check')).toEqual([])
  })
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written to says so', async () => {
  await chmod(folder, 0o500)
  const files = openFiles(folder, null)
  expect(await files.check()).toEqual({
    problem: expect.stringContaining('can’t be written to (EACCES)'),
    isDown: false,
  })
})

describe('a bucket', () => {
  test.each([
    [{ secret: 'wrong' }, /does not know COURANT_S3_KEY with COURANT_S3_SECRET \(SignatureDoesNotMatch\)/],
    [{ key: 'nobody' }, /does not know COURANT_S3_KEY with COURANT_S3_SECRET \(InvalidAccessKeyId\)/],
    [{ bucket: 'other' }, /There is no bucket “other” at http:.*Create it/],
  ])('with %j is refused with a sentence that says what to put right, and no key', async (wrong, sentence) => {
    const found = await openFiles('', { ...server.bucket, ...wrong }).check()
    expect(found).toEqual({ problem: expect.stringMatching(sentence), isDown: false })
    expect(found?.problem).not.toMatch(/wrong|nobody|S3RVER/)
  })

  test('is listed to its end, past the thousand that it tells at a time', { timeout: 60_000 }, async () => {
    const files = openFiles('', { ...server.bucket, prefix: 'many' })
    const path = join(folder, 'empty')
    await writeFile(path, '')
    const names = Array.from({ length: 1003 }, (_, i) => `many/${i}`)
    for (let i = 0; i < names.length; i += 50)
      await Promise.all(names.slice(i, i + 50).map((name) => files.put(name, path)))
    expect((await list(files, 'many')).map(({ name }) => name)).toEqual(names.sort())
  })

  test('reading from one that is not there is no missing file', async () => {
    const asked = openFiles('', { ...server.bucket, bucket: 'other' }).get('x')
    expect(fileProblem(await asked.catch((error) => error))).toBe('refused')
  })

  test('that does not answer is down, and says where', async () => {
    const files = openFiles('', { ...server.bucket, endpoint: 'http://127.0.0.1:1' })
    expect(await files.check()).toEqual({
      problem: expect.stringContaining('http://127.0.0.1:1 can’t be reached'),
      isDown: true,
    })
    expect(fileProblem(await files.get('x').catch((error) => error))).toBe('down')
  })

  /** A server that does as it is told: what a real one does on its worst days. */
  async function answering(listener: RequestListener) {
    const httpServer = createServer(listener)
    await new Promise<void>((done) => httpServer.listen(0, '127.0.0.1', done))
    const { port } = httpServer.address() as { port: number }
    return {
      files: openFiles('', { ...server.bucket, endpoint: `http://127.0.0.1:${port}` }),
      stop: () => {
        httpServer.closeAllConnections()
        return new Promise((done) => httpServer.close(done))
      },
    }
  }

  test('in trouble for a moment is asked again', async () => {
    let asked = 0
    const { files, stop } = await answering((_, answer) => {
      asked += 1
      if (asked === 1) answer.writeHead(503).end()
      else if (asked === 2) answer.destroy()
      else answer.end('here')
    })
    expect(await get(files, 'x')).toEqual({ size: 4, words: 'here' })
    await stop()
  })

  test('that breaks off in the middle of a file is down; that has no room is full', async () => {
    const { files, stop } = await answering((request, answer) => {
      if (request.method === 'PUT') {
        request.resume().on('end', () => answer.writeHead(507).end('<Error><Code>StorageFull</Code></Error>'))
        return
      }
      answer.writeHead(200, { 'content-length': '500' })
      answer.write('half')
      setImmediate(() => answer.destroy())
    })
    expect(fileProblem(await get(files, 'x').catch((error) => error))).toBe('down')
    expect(fileProblem(await put(files, 'x', 'bytes').catch((error) => error))).toBe('full')
    await stop()
  })

  test('in another region names it', async () => {
    const { files, stop } = await answering((request, answer) => {
      request.resume()
      answer
        .writeHead(400)
        .end('<?xml version="1.0"?><Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-3</Region></Error>')
    })
    expect(await files.check()).toMatchObject({
      problem: expect.stringContaining('Set COURANT_S3_REGION to eu-west-3'),
    })
    await stop()
  })

  test('is asked for where its name stands before the host', async () => {
    const files = openFiles('', { ...server.bucket, endpoint: 'http://nowhere.invalid', style: 'host' })
    const error = await files.get('x').catch((error) => error)
    expect(String(error.cause)).toContain('paper.nowhere.invalid')
  })
})
