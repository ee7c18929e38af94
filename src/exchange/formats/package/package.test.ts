/** Exports as they come: folders, zip files, parts, and what is no export at all. */

import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { folderOf } from '../../../../test/exports/files.ts'
import { zipOf } from '../../../../test/exports/zip.ts'
import { type ExportFile, type Format, UnreadableExport } from '../../items/index.ts'
import { openPackage, recogniseExport } from './index.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})
async function open(...paths: string[]) {
  const one = await openPackage(paths)
  opened.push(one)
  return one.files
}
const textOf = async (file: ExportFile) => {
  const pieces: Uint8Array[] = []
  for await (const piece of file.open()) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}
const contents = async (files: readonly ExportFile[]) =>
  Object.fromEntries(await Promise.all(files.map(async (file) => [file.name, await textOf(file)])))
/** The sentence with which it is refused. */
async function refusal(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (error instanceof UnreadableExport) return error.message
    throw error
  }
  return 'nothing was refused'
}

describe('the files of an export', () => {
  test('are those of a folder, without what systems leave beside them, and no links are followed', async () => {
    const folder = folderOf({
      'a/x.xml': '<x/>',
      '.DS_Store': 'j',
      '__MACOSX/._x': 'j',
      'a/._x.xml': 'j',
      '.git/c': 'j',
    })
    symlinkSync('/etc', join(folder, 'out'))
    expect(await contents(await open(folder))).toEqual({ 'a/x.xml': '<x/>' })
  })

  test('are those of a zip file, of the large kind too, and can be read again and on disk', async () => {
    const entries = [
      { name: 'posts/', bytes: '' },
      { name: 'posts/1.html', bytes: '<p>one</p>' },
      { name: '__MACOSX/posts/._1.html', bytes: 'j' },
    ]
    for (const isZip64 of [false, true]) {
      const folder = folderOf({ 'export.zip': zipOf(entries, { isZip64 }) })
      const [file, ...others] = await open(join(folder, 'export.zip'))
      expect(others).toEqual([])
      expect(file).toMatchObject({ name: 'posts/1.html', size: 10 })
      if (!file) return
      expect([await textOf(file), await textOf(file)]).toEqual(['<p>one</p>', '<p>one</p>'])
      const path = await file.onDisk()
      expect(await readFile(path, 'utf8')).toBe('<p>one</p>')
      for (const one of opened.splice(0)) await one.close()
      expect(existsSync(path)).toBe(false)
    }
  })

  test('a compressed file is what it holds, by its bytes and not by its name', async () => {
    const folder = folderOf({ 'a.json.gz': gzipSync('{}'), b: gzipSync('b') })
    expect(await contents(await open(folder))).toEqual({ 'a.json': '{}', b: 'b' })
  })

  test('several zip files are one export, in which a file that comes twice is one', async () => {
    const folder = folderOf({
      'x-1.zip': zipOf([{ name: 'feed.atom', bytes: 'feed' }]),
      'x-2.zip': zipOf([
        { name: 'feed.atom', bytes: 'feed' },
        { name: 'p.jpg', bytes: 'p' },
      ]),
      'x-3.zip': zipOf([{ name: 'feed.atom', bytes: 'another' }]),
    })
    expect(await contents(await open(...['x-1.zip', 'x-2.zip', 'x-3.zip'].map((name) => join(folder, name))))).toEqual({
      'feed.atom': 'feed',
      'p.jpg': 'p',
      'x-3.zip/feed.atom': 'another',
    })
  })

  test('a file that was cut into parts is one, packed or not, and a missing part is named', async () => {
    const zip = zipOf([{ name: 'a.xml', bytes: '<a/>' }])
    const folder = folderOf({
      'b.xml.001': '<b>',
      'b.xml.002': '</b>',
      'c.zip.001': zip.subarray(0, 30),
      'c.zip.002': zip.subarray(30),
    })
    expect(await contents(await open(folder))).toEqual({ 'a.xml': '<a/>', 'b.xml': '<b></b>' })
    writeFileSync(join(folder, 'b.xml.004'), 'x')
    expect(await refusal(() => open(folder))).toContain('“b.xml.003” is missing')
  })
})

describe('what is refused, in one sentence', () => {
  const zipped = (...entries: Parameters<typeof zipOf>[0][number][]) =>
    join(folderOf({ 'x.zip': zipOf(entries) }), 'x.zip')
  const openWhole = async (path: string) => contents(await open(path))

  test.each(['../out.txt', 'a/../../out.txt', '/etc/passwd', 'C:\\out.txt'])(
    'a name that climbs out: %s',
    async (name) => {
      expect(await refusal(() => open(zipped({ name, bytes: 'x' })))).toContain('leads out of its folder')
    },
  )

  test('a bomb: zeros, places told of many times, a compressed file', async () => {
    const zeros = Buffer.alloc(120 * 1024 * 1024)
    expect(await refusal(() => open(zipped({ name: 'x.xml', bytes: zeros })))).toContain('made to fill a disk')
    const overlapping = zipOf([{ name: 'x.xml', bytes: 'x'.repeat(100_000) }], { toldOf: 9 })
    expect(await refusal(() => open(folderOf({ 'x.zip': overlapping })))).toContain('made to fill a disk')
    const path = join(folderOf({ 'x.gz': gzipSync(zeros) }), 'x.gz')
    expect(await refusal(() => openWhole(path))).toContain('made to fill a disk')
  })

  test('what is protected, damaged, packed in another way, or not there', async () => {
    expect(await refusal(() => open(zipped({ name: 'x', bytes: 'x', isEncrypted: true })))).toContain('by a password')
    expect(await refusal(() => open(zipped({ name: 'x', bytes: 'x', method: 12 })))).toContain('packed in a way')
    expect(await refusal(() => openWhole(zipped({ name: 'x', bytes: 'xyz', size: 9 })))).toContain('cut off or damaged')
    const zip = zipOf([{ name: 'x', bytes: 'x'.repeat(1000) }])
    const gz = gzipSync('x'.repeat(10_000))
    const folder = folderOf({ 'x.zip': zip.subarray(0, -30), 'x.gz': gz.subarray(0, -12), 'x.z01': 'x' })
    expect(await refusal(() => open(join(folder, 'x.zip')))).toContain('cut off or damaged')
    expect(await refusal(() => openWhole(join(folder, 'x.gz')))).toContain('cut off or damaged')
    expect(await refusal(() => open(folder))).toContain('in several parts')
    expect(await refusal(() => open(join(folder, 'none')))).toContain('There is no file or folder')
    expect(await refusal(() => open(folderOf({})))).toContain('There are no files')
  })
})

describe('which system it comes from', () => {
  const format = (name: Format['name'], mark: string): Format => ({
    name,
    recognise: (files) => files.filter(({ start }) => Buffer.from(start).includes(mark)).map((one) => one.name),
    asks: [],
    async *read() {},
  })
  const formats = [format('ghost', 'GHOST'), format('medium', 'MEDIUM'), format('folder', '<p>')]
  const recognised = async (files: Record<string, string>) => recogniseExport(await open(folderOf(files)), formats)

  test('is told by what the files begin with, and a folder of pages is what is nothing else', async () => {
    const { format: found, files, unknown } = await recognised({ 'a.txt': 'GHOST', 'b.html': '<p>' })
    expect(found.name).toBe('ghost')
    expect(files.map(({ name }) => name)).toEqual(['a.txt'])
    expect(unknown).toEqual(['b.html'])
    expect((await recognised({ 'b.html': '<p>' })).format.name).toBe('folder')
  })

  test('where there is none, or two, a sentence says what to do', async () => {
    const said = (files: Record<string, string>) => refusal(() => recognised(files))
    expect(await said({ a: 'GHOST', b: 'MEDIUM' })).toContain('several exports: Ghost and Medium')
    expect(await said({ 'ghost.json': '{"a":1}' })).toContain('JSON, but no export')
    expect(await said({ 'export.xml': '<!DOCTYPE html><html>' })).toContain('is a web page')
    expect(await said({ 'export.xml': '<<<<<<< HEAD\n<rss>' })).toContain('unfinished Git merge')
    expect(await said({ 'export.xml': '<?xml version="1.0"?><rss>' })).toContain('is a feed')
    expect(await said({ 'export.xml': '<sitemap>' })).toContain('<sitemap>')
    expect(await said({ 'export.xml': ' ' })).toContain('is empty')
    expect(await said({ 'x.jpg': 'JPEG' })).toContain('only pictures')
    expect(await said({ x: 'words' })).toContain('no export that Courant knows')
  })
})
