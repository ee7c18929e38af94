/** Pictures come into the library, and out of it: what is kept, what is refused, what is said. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES, ONE_DATABASE } from '../../test/databases.ts'
import { need } from '../../test/need.ts'
import { drawing, moving, photo, withIptc } from '../../test/pictures.ts'
import { type S3Server, s3Server } from '../../test/s3.ts'
import { freshStore } from '../../test/stores.ts'
import { type FileStore, openFiles } from '../files/index.ts'
import { doJobs, type Store } from '../store/index.ts'
import {
  addPicture,
  changePicture,
  checkPictureFiles,
  deletePicture,
  findPictures,
  keepUses,
  type LibraryPicture,
  NO_AI,
  type PictureFiles,
  pictureFiles,
  pictureJobs,
  readCredits,
  readPicture,
  readPictureUses,
  renameCredit,
  replacePicture,
} from './index.ts'

const NOW = Date.UTC(2026, 4, 31, 12)
const silent = { debug() {}, info() {}, warn() {}, error() {} }

let server: S3Server
beforeAll(async () => {
  server = await s3Server()
})
afterAll(() => server.drop())
/** Keeps the files of tests apart in one bucket. */
let prefixes = 0

for (const [kind, place] of [
  ...DATABASES.map((kind) => [kind, 'a folder'] as const),
  ...ONE_DATABASE.map((kind) => [kind, 'a bucket'] as const),
]) {
  // What a file is, and what is made of it, is the same on all.
  const alsoFiles = ONE_DATABASE.includes(kind) && place === 'a folder'
  describe(`on ${kind}, with files in ${place}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let folder: string
    let stored: FileStore
    let files: PictureFiles
    beforeEach(async () => {
      await need('build')
      ;({ store, drop } = await freshStore(kind, () => NOW))
      folder = await mkdtemp(join(tmpdir(), 'courant-pictures-'))
      stored = openFiles(folder, place === 'a folder' ? null : { ...server.bucket, prefix: `${++prefixes}` })
      files = pictureFiles(folder, stored)
    })
    afterEach(async () => {
      await drop()
      await rm(folder, { recursive: true, force: true })
    })

    const upload = (bytes: Uint8Array, name = 'harbour.jpg') =>
      addPicture(store, files, { upload: { name, bytes }, by: null }, NOW)
    async function added(bytes: Uint8Array, name?: string): Promise<LibraryPicture> {
      const done = await upload(bytes, name)
      if ('problem' in done) throw new Error(done.problem)
      return done.picture
    }
    /** Does what is to be done at that time. */
    async function work(at: number): Promise<void> {
      const beside = { log: silent, now: () => at }
      const jobs = doJobs(store, pictureJobs(store, files, beside), beside)
      await jobs.idle()
      await jobs.stop()
    }
    async function rendered(id: string): Promise<LibraryPicture> {
      await work(NOW)
      return (await readPicture(store.db, id)) as LibraryPicture
    }
    const filesThere = async () => [...(await files.list()).keys()]
    const originalOf = async ({ file }: LibraryPicture) => {
      const found = await files.original(file)
      return found && (await buffer(found.bytes))
    }
    /** Lays a file where the store does, past all that the program would do. */
    async function lay(name: string, words: string): Promise<void> {
      const path = join(folder, 'to-lay')
      await writeFile(path, words)
      await stored.put(name, path)
    }
    const placeOf = (file: string) => `pictures/${file.slice(0, 2)}/${file}`

    test('a photo keeps its original byte for byte, and gets smaller ones in two kinds with sizes that are true', async () => {
      const bytes = await photo({ width: 2600, height: 1300 })
      const picture = await added(bytes)
      expect(picture).toMatchObject({ width: 2600, height: 1300, format: 'jpeg', name: 'harbour.jpg', animated: false })
      expect(await originalOf(picture)).toEqual(bytes)
      const { renditions } = await rendered(picture.id)
      expect(renditions.filter((one) => one.kind === 'webp').map(({ width }) => width)).toEqual([
        320, 640, 960, 1440, 2048,
      ])
      expect(renditions.filter((one) => one.kind === 'jpeg').map(({ width }) => width)).toEqual([640, 1200, 2048])
      for (const { width, kind, bytes: size } of renditions) {
        const file = (await files.read(picture.file, `${width}.${kind === 'jpeg' ? 'jpg' : kind}`)) as Buffer
        const seen = await sharp(file).metadata()
        expect([seen.width, seen.height, seen.format, file.length]).toEqual([width, Math.round(width / 2), kind, size])
      }
    })

    test.runIf(alsoFiles)(
      'one that was taken upright stands upright, and says nothing of where and with what it was taken',
      async () => {
        const picture = await added(
          await photo({ width: 800, height: 600, orientation: 6, exif: { Model: 'Lumen 3' } }),
        )
        expect([picture.width, picture.height]).toEqual([600, 800])
        await rendered(picture.id)
        const file = (await files.read(picture.file, '600.jpg')) as Buffer
        const { width, height, exif, orientation } = await sharp(file).metadata()
        expect({ width, height, exif, orientation }).toEqual({
          width: 600,
          height: 800,
          exif: undefined,
          orientation: undefined,
        })
        // The left of the sensor is the top of the picture.
        const { data } = await sharp(file)
          .extract({ left: 300, top: 20, width: 1, height: 1 })
          .raw()
          .toBuffer({ resolveWithObject: true })
        expect(data[0]).toBeGreaterThan(150)
      },
    )

    test.runIf(alsoFiles)('caption, credit, rights, place and day are taken from the file', async () => {
      const picture = await added(
        withIptc(await photo({ exif: { Artist: 'Somebody else' } }), [
          [120, 'Boats in the old harbour on Sunday'],
          [80, 'Mara Lind'],
          [110, 'Harbour Pictures'],
          [116, '© Mara Lind 2026'],
          [90, 'Ostby'],
          [101, 'Norway'],
          [55, '20260503'],
        ]),
      )
      expect(picture).toMatchObject({
        caption: 'Boats in the old harbour on Sunday',
        credit: 'Mara Lind / Harbour Pictures',
        rights: '© Mara Lind 2026',
        place: 'Ostby, Norway',
        taken: '2026-05-03',
        ai: '',
      })
    })

    test.runIf(alsoFiles).each([
      ['trainedAlgorithmicMedia', '', 'made'],
      ['compositeWithTrainedAlgorithmicMedia', '', 'edited'],
      ['digitalCapture', '', ''],
      ['', '<Iptc4xmpExt:AISystemUsed>Brushwork</Iptc4xmpExt:AISystemUsed>', 'edited'],
    ])('a file whose source is “%s” %s is known as “%s”', async (source, more, ai) => {
      const code = source
        ? `<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${source}</Iptc4xmpExt:DigitalSourceType>`
        : ''
      const picture = await added(await photo({ xmp: code + more }))
      expect(picture.ai).toBe(ai)
      expect(picture.aiSystem).toBe(more ? 'Brushwork' : '')
    })

    test.runIf(alsoFiles)('content credentials in a file are noticed', async () => {
      const box = Buffer.from('0000002a6a756d62000000226a756d646332706100110010800000aa00389b7103633270610000', 'hex')
      const segment = Buffer.concat([
        Buffer.from([0xff, 0xeb, 0, box.length + 10]),
        Buffer.from('JP\0\x01\0\0\0\x01'),
        box,
      ])
      const jpeg = await photo()
      expect((await added(Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]))).credentials).toBe(true)
      expect((await added(jpeg, 'plain.jpg')).credentials).toBe(false)
    })

    test.runIf(alsoFiles).each(['png', 'webp', 'avif', 'gif'] as const)('%s is taken as well', async (format) => {
      const picture = await added(await drawing(format))
      expect(picture).toMatchObject({ format, width: 400, height: 300 })
      expect((await rendered(picture.id)).renditions.map(({ width, kind }) => `${width} ${kind}`)).toEqual([
        '320 webp',
        '400 webp',
        '400 jpeg',
      ])
    })

    test.runIf(alsoFiles)('a GIF that moves goes on moving', async () => {
      const picture = await added(await moving(4))
      expect(picture).toMatchObject({ animated: true, width: 60, height: 40 })
      await rendered(picture.id)
      const { pages, width } = await sharp((await files.read(picture.file, '60.webp')) as Buffer, {
        animated: true,
      }).metadata()
      expect([pages, width]).toEqual([4, 60])
    })

    test.runIf(alsoFiles)('what is no picture is refused with a sentence, and nothing of it stays', async () => {
      const jpeg = await photo()
      const refused: [string, Uint8Array, RegExp][] = [
        ['an empty file', new Uint8Array(), /empty/],
        ['words', Buffer.from('Dear editor'), /not a picture/],
        ['an SVG', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG.*PNG/],
        ['a TIFF', await drawing('tiff'), /TIFF.*JPEG/],
        ['a PDF', Buffer.from('%PDF-1.7\n'), /PDF/],
        ['an HEIC photo', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /HEIC.*Most Compatible/],
        ['one cut off', jpeg.subarray(0, jpeg.length / 2), /incomplete/],
        ['only its beginning', jpeg.subarray(0, 30), /incomplete|not a picture/],
        ['more than 40 MB', Buffer.alloc(40 * 1024 * 1024 + 1, 0xff), /larger than 40 MB/],
      ]
      for (const [what, bytes, sentence] of refused) {
        const done = await upload(bytes)
        expect([what, 'problem' in done ? done.problem : '']).toEqual([what, expect.stringMatching(sentence)])
      }
      expect(await findPictures(store.db, { words: '', unused: false, before: null, limit: 5 })).toEqual([])
      expect((await readdir(join(folder, 'pictures'), { recursive: true })).sort()).toEqual(['incoming'])
    })

    test.runIf(alsoFiles)('the HEIC of phones can’t be read here: once it can, it is no longer to be refused', () => {
      expect(sharp.format.heif.input.fileSuffix).toEqual(['.avif'])
    })

    test.runIf(alsoFiles)('more than 200 megapixels are refused before they are unpacked', async () => {
      // It says that it is larger than it is: whoever unpacked it would find it cut off.
      const vast = await drawing('png', 20, 20)
      vast.writeUInt32BE(20_000, 16)
      vast.writeUInt32BE(10_001, 20)
      vast.writeUInt32BE(crc32(vast.subarray(12, 29)), 29)
      expect(await upload(vast)).toEqual({ problem: expect.stringContaining('200 megapixels') })
    })

    test('what a crash left is cleared within a day, and nothing else', async () => {
      const picture = await added(await photo())
      // A crash between the file and its record, and one in the middle of an upload.
      const lost = 'ab'.repeat(16)
      await lay(`${placeOf(lost)}/original`, 'x')
      const half = join(folder, 'pictures', 'incoming', 'half')
      await mkdir(half, { recursive: true })
      expect(await checkPictureFiles(store.db, files)).toMatchObject({
        pictures: 1,
        broken: [],
        orphans: [{ file: lost }],
      })
      const soon = Date.now() + 59 * 60_000
      await work(soon)
      expect((await filesThere()).sort()).toEqual([lost, picture.file].sort())
      await store.db.deleteFrom('jobs').execute()
      await work(soon + 2 * 60_000)
      expect(await filesThere()).toEqual([picture.file])
      expect(await readdir(join(folder, 'pictures', 'incoming'))).toEqual([])
    })

    test('a picture whose files are gone or cut is found', async () => {
      const picture = await added(await photo())
      await lay(`${placeOf(picture.file)}/original`, 'x')
      expect(await checkPictureFiles(store.db, files)).toMatchObject({ broken: [picture.id] })
      await files.remove(picture.file)
      expect(await checkPictureFiles(store.db, files)).toMatchObject({ broken: [picture.id] })
    })

    test('the same file twice is one picture', async () => {
      const bytes = await photo()
      const first = await added(bytes)
      expect(await upload(bytes, 'again.jpg')).toMatchObject({
        picture: { id: first.id, name: 'harbour.jpg' },
        isNew: false,
      })
      expect(await filesThere()).toEqual([first.file])
    })

    test.runIf(place === 'a folder')(
      'pictures are found by words of caption, credit, place and name, the newest first',
      async () => {
        const { id } = await added(await photo({ width: 300 }), 'IMG_1.jpg')
        await added(await photo({ width: 310 }), 'ferry-at-dawn.jpg')
        const details = {
          caption: 'The Mayor’s café',
          credit: 'Jo',
          rights: '',
          place: 'Ostby',
          taken: '',
          madeWithAi: NO_AI,
          focus: { x: 200, y: 300 },
        }
        expect(await changePicture(store, { id, details, by: 'ada' }, NOW)).toBe(true)
        const found = async (words: string) =>
          (await findPictures(store.db, { words, unused: false, before: null, limit: 5 })).map(({ name }) => name)
        expect(await found('cafe mayor')).toEqual(['IMG_1.jpg'])
        expect(await found('ost')).toEqual(['IMG_1.jpg'])
        expect(await found('dawn')).toEqual(['ferry-at-dawn.jpg'])
        expect(await found('bystander')).toEqual([])
        expect((await readPicture(store.db, id))?.focus).toEqual({ x: 200, y: 300 })
      },
    )

    test.runIf(place === 'a folder')('pictures are found by when they were taken or added, and by credit', async () => {
      const taken = { none: '', year: '2024', month: '2025-05', day: '2026-05-03', moment: '2026-05-31T23:30:00+02:00' }
      for (const [i, [name, day]] of Object.entries(taken).entries()) {
        const { id } = await added(await photo({ width: 300 + i }), `${name}.jpg`)
        const credit = i < 2 ? 'Mara Lind' : i === 2 ? 'Jo Abbot' : ''
        const details = {
          caption: '',
          credit,
          rights: '',
          place: '',
          taken: day,
          madeWithAi: NO_AI,
          focus: { x: 500, y: 500 },
        }
        await changePicture(store, { id, details, by: 'ada' }, NOW)
      }
      const base = { words: '', unused: false, before: null, limit: 9 }
      const found = async (query: object) =>
        (await findPictures(store.db, { ...base, ...query })).map(({ name }) => name.replace('.jpg', '')).sort()
      const days = (from: string, to: string, added = false) => ({
        from,
        to,
        since: added ? NOW : NOW + 1,
        until: NOW + 1,
      })
      expect(await found({ period: days('2026-05-01', '2026-05-31') })).toEqual(['day', 'moment'])
      expect(await found({ period: days('2026-05-04', '2026-05-31') })).toEqual(['moment'])
      // What is known as a year or a month may have been on any of its days.
      expect(await found({ period: days('2024-12-30', '2025-05-02') })).toEqual(['month', 'year'])
      expect(await found({ period: days('', '2024-01-01') })).toEqual(['year'])
      expect(await found({ period: days('2027-01-01', '', true) })).toHaveLength(5)
      expect(await found({ typed: { ...days('2025-05-01', '2025-05-31'), typed: '2025' } })).toEqual(['month'])
      expect(await found({ typed: { ...days('1999-05-01', '1999-05-31'), typed: 'year' } })).toEqual(['year'])
      expect(await found({ credit: 'Mara Lind' })).toEqual(['none', 'year'])
      expect(await found({ credit: 'Mara Lind', words: 'year' })).toEqual(['year'])
      expect(await found({ credit: 'Mara' })).toEqual([])
      expect(await readCredits(store.db)).toEqual([
        { credit: 'Mara Lind', pictures: 2 },
        { credit: 'Jo Abbot', pictures: 1 },
      ])
      expect(await renameCredit(store, { credit: 'Mara Lind', to: 'Mara Lindqvist', by: 'ada' }, NOW)).toBe(2)
      expect(await found({ words: 'lindqvist' })).toEqual(['none', 'year'])
      expect((await readCredits(store.db)).map(({ credit }) => credit)).toEqual(['Mara Lindqvist', 'Jo Abbot'])
    })

    test('another file takes its place everywhere and the one before is gone; what was said of it stays', async () => {
      const before = await added(withIptc(await photo(), [[120, 'The bridge']]))
      const done = await replacePicture(
        store,
        files,
        { id: before.id, upload: { name: 'sharper.png', bytes: await drawing('png') }, by: 'ada' },
        NOW,
      )
      expect(done).toMatchObject({ picture: { id: before.id, caption: 'The bridge', format: 'png', width: 400 } })
      expect(await filesThere()).not.toContain(before.file)
      expect((await rendered(before.id)).renditions.at(-1)).toMatchObject({ width: 400 })
    })

    test('a picture that a story uses can’t be deleted; one that none uses goes with its files', async () => {
      const picture = await added(await photo())
      const other = await added(await photo({ width: 200 }), 'other.jpg')
      const storyId = (await store.db.selectFrom('stories').select('id').executeTakeFirst())?.id
      const story = storyId ?? (await storyWith(store))
      await store.transaction(NOW, (tx) => keepUses(tx, { storyId: story, shown: 'draft', ids: [picture.id] }))
      expect(await readPictureUses(store.db, picture.id)).toEqual([{ storyId: story, published: false }])
      expect(await deletePicture(store, files, { id: picture.id, by: 'ada' }, NOW)).toEqual({
        usedIn: [story],
        places: [],
      })
      const unused = await findPictures(store.db, { words: '', unused: true, before: null, limit: 5 })
      expect(unused.map(({ id }) => id)).toEqual([other.id])
      await store.transaction(NOW, (tx) => keepUses(tx, { storyId: story, shown: 'draft', ids: [] }))
      expect(await deletePicture(store, files, { id: picture.id, by: 'ada' }, NOW)).toEqual({ deleted: true })
      expect(await filesThere()).toEqual([other.file])
    })
  })
}

/** The least that a story is. */
async function storyWith(store: Store): Promise<string> {
  const id = '01jw00000000000000000000aa'
  await store.db
    .insertInto('stories')
    .values({
      ...{ id, path: null, draft_json: '{}', draft_number: 1, draft_at: NOW, draft_by: null, published_number: null },
      ...{ first_published_at: null, published_at: null, comments_open: 1, created_at: NOW, created_by: null },
    })
    .execute()
  return id
}
