/** The files of a folder, and what several parts of one file hold. */
import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { exportPackageMessages as m } from '../../../messages/index.ts'
import { unreadable } from '../../items/index.ts'
import { isJunk, MOST_FILES } from './limits.ts'

/** Something on disk: one file, or the parts of one in order. */
export interface OnDisk {
  name: string
  paths: string[]
  size: number
}

/** All files at a path, by their names within it; a file by its own. Throws `unreadable` where there is nothing to read. */
export async function filesAt(path: string): Promise<OnDisk[]> {
  const found = await stat(path).catch(() => unreadable(m.missing(path)))
  if (!found.isDirectory()) return [{ name: basename(path), paths: [path], size: found.size }]
  const files: OnDisk[] = []
  // Without following links: they lead out, and round in circles.
  const folders = ['']
  for (let within = folders.pop(); within !== undefined; within = folders.pop()) {
    const entries = await readdir(join(path, within), { withFileTypes: true }).catch(() =>
      unreadable(m.notReadable(join(path, within ?? ''))),
    )
    for (const entry of entries) {
      const name = within === '' ? entry.name : `${within}/${entry.name}`
      if (isJunk(name)) continue
      if (entry.isDirectory()) folders.push(name)
      else if (entry.isFile()) {
        if (files.length >= MOST_FILES) unreadable(m.tooManyFiles(path, MOST_FILES))
        const full = join(path, name)
        files.push({ name, paths: [full], size: (await stat(full)).size })
      }
    }
  }
  if (files.length === 0) unreadable(m.emptyFolder(path))
  return joinedParts(files.sort((a, b) => (a.name < b.name ? -1 : 1)))
}

/** The parts that a file was cut into, as x.xml.001, x.xml.002, as one. Throws `unreadable` where one is missing. */
export function joinedParts(files: readonly OnDisk[]): OnDisk[] {
  const whole: OnDisk[] = []
  const parts = new Map<string, OnDisk[]>()
  for (const file of files) {
    const [, name, number] = /^(.+)\.(\d{3})$/.exec(file.name) ?? []
    if (name === undefined || number === undefined) {
      if (/\.z\d{2}$/i.test(file.name)) unreadable(m.splitZip(file.name))
      whole.push(file)
    } else parts.set(name, [...(parts.get(name) ?? []), file])
  }
  for (const [name, some] of parts) {
    const sorted = some.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const [i, { name: given }] of sorted.entries()) {
      const expected = `${name}.${String(i + 1).padStart(3, '0')}`
      if (given !== expected) unreadable(m.partMissing(expected))
    }
    whole.push({
      name,
      paths: sorted.flatMap(({ paths }) => paths),
      size: sorted.reduce((sum, { size }) => sum + size, 0),
    })
  }
  return whole
}

/** The bytes from the first part to the last. */
export async function* bytesOf({ paths }: OnDisk): AsyncGenerator<Uint8Array> {
  for (const path of paths) yield* createReadStream(path)
}

/** The first bytes, so many at most. Throws `unreadable` where they can't be read. */
export async function firstBytes(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path).catch(() => unreadable(m.notReadable(path)))
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
