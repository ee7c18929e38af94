/** PDFs, audio and video of the newsroom: what is taken, what is refused, and that nothing is left half-kept. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { film, mp3, pdf, wav } from '../../test/media-files.ts'
import { need } from '../../test/need.ts'
import { photo } from '../../test/pictures.ts'
import { freshStore, publishedStory } from '../../test/stores.ts'
import { addPicture, deletePicture, pictureFiles } from '../media/index.ts'
import { readCaptions } from './captions.ts'
import { containerOf } from './formats.ts'
import {
  type Attachment,
  type AttachmentFiles,
  addAttachment,
  attachmentFiles,
  attachmentHref,
  attachmentJobs,
  captionsFile,
  changeAttachment,
  changeCaptions,
  checkAttachmentFiles,
  deleteAttachment,
  findAttachments,
  keepAttachmentUses,
  ORIGINAL,
  readAttachment,
} from './index.ts'

await need('build')
const by = 'ada'
const NOW = Date.UTC(2026, 10, 1, 12)
const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nThe weir holds.\n'

for (const kind of DATABASES) {
  describe(`attachments on ${kind}`, () => {
    let database: Awaited<ReturnType<typeof freshStore>>
    let folder: string
    let files: AttachmentFiles
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'courant-attachments-'))
      files = attachmentFiles(folder)
      database = await freshStore(kind, () => NOW)
    })
    afterEach(async () => {
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    })

    const add = async (name: string, bytes: Buffer) => {
      const incoming = await files.begin()
      const path = join(incoming, '0')
      await writeFile(path, bytes)
      const done = await addAttachment(
        database.store,
        files,
        { upload: { name, path, size: bytes.length }, by: null },
        NOW,
      )
      await files.drop(incoming)
      return done
    }
    const added = async (name: string, bytes: Buffer): Promise<Attachment> => {
      const done = await add(name, bytes)
      if ('problem' in done) throw new Error(done.problem)
      return done.attachment
    }
    const whatIsKept = async () => [...(await files.list()).keys()].length

    test('each kind is known by its bytes, whatever its name is, and says how long or large it is', async () => {
      const facts = async (name: string, bytes: Buffer) => {
        const { kind, format, duration, width, height, pages } = await added(name, bytes)
        return { kind, format, duration, width, height, pages }
      }
      const none = { duration: null, width: null, height: null, pages: null }
      expect(await facts('budget', pdf(4))).toEqual({ ...none, kind: 'pdf', format: 'pdf', pages: 4 })
      expect(await facts('talk.mp4', wav(3))).toEqual({ ...none, kind: 'audio', format: 'wav', duration: 3000 })
      expect(await facts('talk.txt', mp3(100))).toMatchObject({ kind: 'audio', format: 'mp3', duration: 2612 })
      expect(await facts('weir.pdf', await film('mp4', { width: 360, height: 640 }))).toEqual({
        ...{ kind: 'video', format: 'mp4', duration: 2000, width: 360, height: 640, pages: null },
      })
      expect(await facts('weir', await film('webm'))).toMatchObject({ kind: 'video', format: 'webm', width: 640 })
      expect(await facts('talk', await film('m4a'))).toMatchObject({ kind: 'audio', format: 'm4a', duration: 2000 })
    })

    test('what can’t be used is refused with what to do, and nothing of it is kept', async () => {
      const html = '<!doctype html><script>alert(1)</script>'
      const movie = await film()
      const refusals: [string, Buffer, string][] = [
        ['report.pdf', Buffer.from(html), 'This is a web page or a drawing'],
        ['report.pdf', Buffer.from('\n <svg xmlns="http://www.w3.org/2000/svg"/>'), 'This is a web page or a drawing'],
        ['report.pdf', await photo(), 'This is a picture. Upload it under Pictures.'],
        ['report.pdf', Buffer.from('PK\x03\x04 word'), 'Save it as PDF'],
        ['report.pdf', Buffer.from('Dear editor'), 'of a kind that can’t be used'],
        ['report.pdf', Buffer.alloc(0), 'The file is empty.'],
        ['film.mov', Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  '), 'QuickTime film (MOV)'],
        ['film.mp4', await film('mp4', { codec: 'hevc' }), 'Not every browser can play'],
        ['film.mp4', Buffer.from('\0\0\0\x14ftypisom\0\0\0\0isom'), 'nothing to play'],
        ['report.pdf', pdf(40).subarray(0, 3000), 'incomplete or damaged'],
        ['film.mp4', movie.subarray(0, movie.length - 100), 'incomplete or damaged'],
        ['film.webm', (await film('webm')).subarray(0, 4000), 'incomplete or damaged'],
        ['talk.wav', wav().subarray(0, 20_000), 'incomplete or damaged'],
        ['talk.mp3', mp3(1).subarray(0, 100), 'incomplete or damaged'],
      ]
      for (const [name, bytes, sentence] of refusals)
        expect([name, await add(name, bytes)]).toEqual([name, { problem: expect.stringContaining(sentence) }])
      expect(await whatIsKept()).toBe(0)
      expect(await findAttachments(database.store.db, { words: '', before: null, limit: 9 })).toEqual([])
    })

    test('the same file again is the one that is there; both at once are one as well', async () => {
      const first = await added('talk.wav', wav())
      expect(await add('other name.wav', wav())).toMatchObject({ attachment: { id: first.id }, isNew: false })
      const both = await Promise.all([added('b.pdf', pdf()), added('c.pdf', pdf())])
      expect(both[0].id).toBe(both[1].id)
      expect(await whatIsKept()).toBe(2)
    })

    test('its address ends with a name that can be read, and with the ending that it deserves', async () => {
      const { id } = await added('C:\\mail\\Größe “2” (neu).exe', pdf())
      const attachment = (await readAttachment(database.store.db, id)) as Attachment
      expect(decodeURIComponent(attachmentHref(attachment))).toBe(`/files/${id}/Größe-2-neu.pdf`)
      expect(attachment.title).toBe('Größe “2” (neu)')
    })

    test('captions take the place of those before; SubRip is made WebVTT', async () => {
      const { id, file } = await added('film.mp4', await film())
      const put = (bytes: Buffer | null) => changeCaptions(database.store, files, { id, bytes, by }, NOW)
      expect(await put(Buffer.from(VTT))).toEqual({ changed: true })
      const first = (await readAttachment(database.store.db, id))?.captions ?? ''
      expect(await text((await files.open(file, captionsFile(first)))?.bytes as never)).toBe(VTT)
      expect(
        await put(Buffer.from('1\r\n00:00:01,000 --> 00:00:02,500\r\n<font color="red">Hello</font>\r\n')),
      ).toEqual({
        changed: true,
      })
      const second = (await readAttachment(database.store.db, id))?.captions ?? ''
      expect(second).not.toBe(first)
      expect(await files.open(file, captionsFile(first))).toBeNull()
      expect(await text((await files.open(file, captionsFile(second)))?.bytes as never)).toBe(
        'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nHello\n',
      )
      expect(await put(Buffer.from('no captions'))).toMatchObject({ problem: expect.stringContaining('WebVTT') })
      await put(null)
      expect((await readAttachment(database.store.db, id))?.captions).toBe('')
      expect(await files.open(file, captionsFile(second))).toBeNull()
    })

    test('a poster is a picture in use; deleted with the file, both go', async () => {
      const { id } = await added('film.mp4', await film())
      const pictures = pictureFiles(folder)
      const upload = { name: 'weir.jpg', bytes: await photo() }
      const made = await addPicture(database.store, pictures, { upload, by: null }, NOW)
      if ('problem' in made) throw new Error(made.problem)
      const poster = made.picture.id
      await changeAttachment(database.store, { id, details: { title: 'The weir', transcript: '', poster }, by }, NOW)
      expect(await deletePicture(database.store, pictures, { id: poster, by }, NOW)).toEqual({
        usedIn: [],
        places: [`file:${id}`],
      })
      expect(await findAttachments(database.store.db, { words: 'weir', before: null, limit: 9 })).toHaveLength(1)
      expect(await deleteAttachment(database.store, files, { id, by }, NOW)).toEqual({ deleted: true })
      expect(await deletePicture(database.store, pictures, { id: poster, by }, NOW)).toEqual({ deleted: true })
      expect(await whatIsKept()).toBe(0)
    })

    test('one that a story shows can’t be deleted', async () => {
      const { id } = await added('budget.pdf', pdf())
      const { store } = database
      const story = await publishedStory(store, 'The budget', NOW)
      const use = (ids: string[]) =>
        store.transaction(NOW, (tx) => keepAttachmentUses(tx, { storyId: story.id, shown: 'draft', ids }))
      await use([id, 'no such file'])
      expect(await deleteAttachment(store, files, { id, by }, NOW)).toEqual({ usedIn: [story.id], namedIn: [] })
      await use([])
      expect(await deleteAttachment(store, files, { id, by }, NOW)).toEqual({ deleted: true })
      expect(await deleteAttachment(store, files, { id, by }, NOW)).toEqual({ deleted: false })
    })

    test('what a crash left is counted, and swept when it is an hour old', async () => {
      const { id, file } = await added('talk.wav', wav())
      await changeCaptions(database.store, files, { id, bytes: Buffer.from(VTT), by }, NOW)
      // In the middle of an upload; after the file was in its place; and after captions were.
      await writeFile(join(await files.begin(), '0'), 'half of it')
      const stray = join(await files.begin(), '0')
      await writeFile(stray, 'whole')
      await files.keep(stray, 'ab'.repeat(16), ORIGINAL)
      const captions = join(await files.begin(), '0')
      await writeFile(captions, VTT)
      await files.keep(captions, file, captionsFile('0123abcd'))
      const checked = await checkAttachmentFiles(database.store.db, files)
      expect(checked).toMatchObject({ attachments: 1, broken: [] })
      expect(checked.orphans.map((one) => one.captions).sort()).toEqual(['0123abcd', null])
      const sweep = async (now: number) => {
        const [job] = attachmentJobs(database.store, files, { log: { info() {}, error() {} } as never, now: () => now })
        await (job as unknown as { run(): Promise<void> }).run()
        return { orphans: (await checkAttachmentFiles(database.store.db, files)).orphans.length }
      }
      expect(await sweep(Date.now())).toEqual({ orphans: 2 })
      expect(await readdir(join(folder, 'files', 'incoming'))).not.toEqual([])
      expect(await sweep(Date.now() + 2 * 3_600_000)).toEqual({ orphans: 0 })
      expect(await readdir(join(folder, 'files', 'incoming'))).toEqual([])
      // What has a record stays.
      expect(await checkAttachmentFiles(database.store.db, files)).toMatchObject({ attachments: 1, broken: [] })
      await files.remove(file)
      expect(await checkAttachmentFiles(database.store.db, files)).toMatchObject({ broken: [id] })
    })
  })
}

test('captions have times in them, UTF-8 and a size that captions have', () => {
  const problem = (bytes: string | Buffer) => {
    const read = readCaptions(Buffer.from(bytes as string))
    return 'problem' in read ? read.problem : null
  }
  expect(problem(`\uFEFF${VTT}`)).toBeNull()
  expect(problem('WEBVTT - weir\n\nNOTE\n\n1\n00:00:01.000 --> 00:00:02.000 line:0\nHi')).toBeNull()
  expect(problem('WEBVTT\n')).toContain('not a captions file')
  expect(problem('<html>00:01.000 --> 00:02.000')).toContain('not a captions file')
  expect(problem(`WEBVTTX\n\n${VTT}`)).toContain('not a captions file')
  expect(problem(Buffer.concat([Buffer.from(VTT), Buffer.from([0xe9])]))).toContain('UTF-8')
  expect(problem(`${VTT}${'x'.repeat(1024 * 1024)}`)).toContain('at most 1 MB')
})

test('no beginning of any kind of file is taken for another’s', () => {
  for (const [bytes, expected] of [
    [Buffer.from('%PDF-1.7'), 'pdf'],
    [Buffer.from(' %PDF-1.7'), 'other'],
    [Buffer.from('ID3\x04'), 'mp3'],
    [Buffer.from([0xff, 0xf1, 0x50]), 'adts'],
    [Buffer.from([0xff, 0xfb, 0x90]), 'mp3'],
    [Buffer.from([0xff, 0xd8, 0xff]), 'picture'],
    [Buffer.from('OggS'), 'ogg'],
    [Buffer.from('fLaC'), 'flac'],
    [Buffer.from('\x1aE\xdf\xa3\x01\0\0\0B\x82\x88matroska', 'latin1'), 'matroska'],
    [Buffer.from('\0\0\0\x1cftypavif'), 'picture'],
    [Buffer.from('RIFF\0\0\0\0AVI '), 'other'],
    [Buffer.from(''), 'other'],
  ] as const)
    expect(containerOf(bytes)).toBe(expected)
})
