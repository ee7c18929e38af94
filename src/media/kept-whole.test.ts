/** A picture is kept whole or not at all, whatever happens meanwhile: to the disk, to the bucket, or beside it. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import { DATABASES, ONE_DATABASE } from '../../test/databases.ts'
import { need } from '../../test/need.ts'
import { photo } from '../../test/pictures.ts'
import { s3Server } from '../../test/s3.ts'
import { type DatabaseKind, freshStore, openSite } from '../../test/stores.ts'
import { type FileStore, openFiles } from '../files/index.ts'
import { doJobs, type Store } from '../store/index.ts'
import {
  addPicture,
  checkPictureFiles,
  deletePicture,
  findPictures,
  pictureFiles,
  pictureJobs,
  readPicture,
} from './index.ts'

await need('build')

const NOW = Date.UTC(2026, 4, 31, 12)
const silent = { debug() {}, info() {}, warn() {}, error() {} }

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

async function stores(kind: DatabaseKind): Promise<{ store: Store; another(): Promise<Store> }> {
  const { store, address, drop } = await freshStore(kind, () => NOW)
  undo.push(drop)
  return {
    store,
    /** As another process has it. */
    async another() {
      const other = await openSite(address, () => NOW)
      undo.push(() => other.close())
      return other
    },
  }
}
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'courant-whole-'))
  undo.push(() => rmSync(path, { recursive: true, force: true }))
  return path
}
const nothing = { words: '', unused: false, before: null, limit: 50 }
/** So many kilobytes at least, since noise can't be made smaller. */
const noise = (kilobytes: number): Promise<Buffer> => {
  const side = Math.ceil(Math.sqrt(kilobytes * 1024))
  return sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer()
}

/** A store of files that waits once it has a file of that name: what is slow in the world. */
function slow(files: FileStore, last = '960.webp'): { files: FileStore; isPut: Promise<void>; goOn(): void } {
  let reached = () => {}
  let goOn = () => {}
  const isPut = new Promise<void>((resolve) => (reached = resolve))
  const going = new Promise<void>((resolve) => (goOn = resolve))
  return {
    isPut,
    goOn: () => goOn(),
    files: {
      ...files,
      async put(name, path) {
        await files.put(name, path)
        if (!name.endsWith(last)) return
        reached()
        await going
      },
    },
  }
}

describe.each(DATABASES)('two processes on %s', (kind) => {
  test('that bring the same file at once make one picture, with one set of files', async () => {
    const { store, another } = await stores(kind)
    const [other, data, bytes] = [await another(), folder(), await photo({ width: 1000 })]
    const held = slow(openFiles(data, null))
    const upload = { name: 'pier.jpg', bytes }
    const first = addPicture(store, pictureFiles(data, held.files), { upload, by: null }, NOW)
    await held.isPut
    const second = await addPicture(other, pictureFiles(data), { upload, by: null }, NOW)
    held.goOn()
    const [a, b] = [await first, second]
    if ('problem' in a || 'problem' in b) throw new Error('refused')
    expect([a.isNew, b.isNew, a.picture.id]).toEqual([false, true, b.picture.id])
    const checked = await checkPictureFiles(store.db, pictureFiles(data))
    expect(checked).toEqual({ pictures: 1, broken: [], orphans: [] })
  })

  test('one of which deletes a file while the other uploads it: the picture that is left has all its files', async () => {
    const { store, another } = await stores(kind)
    const [other, data, bytes] = [await another(), folder(), await photo({ width: 1000 })]
    const files = pictureFiles(data)
    const upload = { name: 'pier.jpg', bytes }
    // The second upload lies in its place, without its record yet, as the first is added and deleted.
    const held = slow(openFiles(data, null))
    const second = addPicture(other, pictureFiles(data, held.files), { upload, by: null }, NOW)
    await held.isPut
    const first = await addPicture(store, files, { upload, by: null }, NOW)
    if ('problem' in first) throw new Error(first.problem)
    expect(await deletePicture(store, files, { id: first.picture.id, by: 'ada' }, NOW)).toEqual({ deleted: true })
    held.goOn()
    expect(await second).toMatchObject({ isNew: true })
    expect(await checkPictureFiles(store.db, files)).toEqual({ pictures: 1, broken: [], orphans: [] })
  })
})

for (const kind of ONE_DATABASE) {
  test('a picture that is deleted while its smaller ones are made leaves no file behind', async () => {
    const { store, another } = await stores(kind)
    const [other, data] = [await another(), folder()]
    const files = pictureFiles(data)
    const done = await addPicture(
      store,
      files,
      { upload: { name: 'a.jpg', bytes: await photo({ width: 1000 }) }, by: null },
      NOW,
    )
    if ('problem' in done) throw new Error(done.problem)
    const held = slow(openFiles(data, null), '640.jpg')
    const beside = { log: silent, now: () => NOW }
    const jobs = doJobs(other, pictureJobs(other, pictureFiles(data, held.files), beside), beside)
    await held.isPut
    await deletePicture(store, files, { id: done.picture.id, by: 'ada' }, NOW)
    held.goOn()
    await jobs.idle()
    await jobs.stop()
    expect([...(await files.list()).keys()]).toEqual([])
  })

  const disk = smallDisk()
  test.skipIf(disk === null)(
    'on a full disk an upload is answered with a sentence and leaves nothing; one that fits is kept',
    async () => {
      const { store } = await stores(kind)
      const data = disk?.() ?? ''
      const files = pictureFiles(data)
      const upload = (bytes: Buffer) => addPicture(store, files, { upload: { name: 'pier.jpg', bytes }, by: null }, NOW)
      const leaves = async () => ({
        pictures: (await findPictures(store.db, nothing)).length,
        files: (await files.list()).size,
        incoming: (await readdir(join(data, 'pictures', 'incoming'))).length,
      })
      const refused = { problem: expect.stringContaining('There is no room left for pictures') }
      // No room for the original; and for that, but not for what is made of it.
      expect(await upload(await noise(3000))).toEqual(refused)
      writeFileSync(join(data, 'other'), Buffer.alloc(500 * 1024))
      const large = await noise(400)
      expect(large.length).toBeLessThan(520 * 1024)
      expect(await upload(large)).toEqual(refused)
      expect(await leaves()).toEqual({ pictures: 0, files: 0, incoming: 0 })

      expect(await upload(await photo({ width: 900 }))).toMatchObject({ isNew: true })
      expect(await leaves()).toEqual({ pictures: 1, files: 1, incoming: 0 })
      expect(await checkPictureFiles(store.db, files)).toMatchObject({ broken: [], orphans: [] })
    },
  )

  test('with the bucket away an upload is answered with a sentence and leaves nothing; once it is back, all goes on', async () => {
    const { store } = await stores(kind)
    const data = folder()
    const server = await s3Server()
    undo.push(server.drop)
    const files = pictureFiles(data, openFiles(data, server.bucket))
    const upload = async (width: number) =>
      addPicture(store, files, { upload: { name: 'pier.jpg', bytes: await photo({ width }) }, by: null }, NOW)
    const kept = await upload(900)
    if ('problem' in kept) throw new Error(kept.problem)
    await server.stop()
    expect(await upload(910)).toEqual({
      problem: expect.stringContaining('does not answer, so this one was not saved'),
    })
    expect(await readdir(join(data, 'pictures', 'incoming'))).toEqual([])
    // What is deleted meanwhile is gone; its files follow with the next sweep.
    expect(await deletePicture(store, files, { id: kept.picture.id, by: 'ada' }, NOW)).toEqual({ deleted: true })
    await server.start()
    expect(await upload(910)).toMatchObject({ isNew: true })
    expect(await checkPictureFiles(store.db, files)).toMatchObject({
      pictures: 1,
      broken: [],
      orphans: [{ file: kept.picture.file }],
    })
  })

  test('smaller pictures that could not be made while the bucket was away are made once it is back', async () => {
    const { store } = await stores(kind)
    const [data, server] = [folder(), await s3Server()]
    undo.push(server.drop)
    const files = pictureFiles(data, openFiles(data, server.bucket))
    const upload = { name: 'pier.jpg', bytes: await photo({ width: 1500 }) }
    const done = await addPicture(store, files, { upload, by: null }, NOW)
    if ('problem' in done) throw new Error(done.problem)
    await server.stop()
    const said: string[] = []
    const log = { ...silent, error: (_: object, sentence: string) => void said.push(sentence) }
    const beside = { log, now: () => NOW }
    const jobs = doJobs(store, pictureJobs(store, files, beside).slice(0, 1), { ...beside, look: 50 })
    await expect.poll(() => said.length, { timeout: 20_000 }).toBeGreaterThan(0)
    // No try of the eight that a fault has.
    expect(await store.db.selectFrom('jobs').select(['attempts', 'dead_at']).execute()).toMatchObject([
      { attempts: 0, dead_at: null },
    ])
    await server.start()
    await expect
      .poll(async () => (await readPicture(store.db, done.picture.id))?.renditions.length, { timeout: 30_000 })
      .toBe(8)
    await jobs.stop()
    expect(await checkPictureFiles(store.db, files)).toMatchObject({ broken: [], orphans: [] })
  })

  test('with another’s key an upload is answered with a sentence and leaves nothing', async () => {
    const { store } = await stores(kind)
    const [data, server] = [folder(), await s3Server()]
    undo.push(server.drop)
    const files = pictureFiles(data, openFiles(data, { ...server.bucket, secret: 'wrong' }))
    const done = await addPicture(store, files, { upload: { name: 'a.jpg', bytes: await photo() }, by: null }, NOW)
    expect(done).toEqual({ problem: expect.stringContaining('does not let the site write') })
    expect(await findPictures(store.db, nothing)).toEqual([])
  })
}

/** A disk of 1 MB, where this user may make one. */
function smallDisk(): (() => string) | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const path = join(tmpdir(), `courant-small-pictures-${process.pid}`)
  const mount = () => {
    mkdirSync(path, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'courant-test', path], { stdio: 'ignore' })
  }
  const unmount = () => {
    execFileSync('umount', [path])
    rmSync(path, { recursive: true, force: true })
  }
  try {
    mount()
    unmount()
  } catch {
    return null
  }
  return () => {
    mount()
    undo.push(unmount)
    return path
  }
}
