/**
 * Where pictures lie: pictures/ab/ab12…/, a folder for each that was uploaded, with
 * the original as it came and what was made of it; on disk or in a bucket. What is
 * half-made lies in a folder of this machine, pictures/incoming/…/.
 */
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { diskFiles, type FileStore, type OpenedFile } from '../files/index.ts'

/** Of what lies in one picture's folder. */
export interface KeptFiles {
  /** When the last of them came to its place, in milliseconds since the epoch. */
  since: number
  /** By name, in bytes. */
  sizes: Map<string, number>
}

/** All but `begin`, `drop` and `sweep` throw where the place of the files fails: fileProblem(error) says how. */
export interface PictureFiles {
  /** A new folder of this machine to work in, empty. */
  begin(): Promise<string>
  /** Puts files of a working folder in their place. */
  keep(folder: string, file: string, names: readonly string[]): Promise<void>
  /** Writes the original into a working folder; answers its path there. Throws where there is none. */
  bring(file: string, folder: string): Promise<string>
  drop(folder: string): Promise<void>
  /** To be read to its end or destroyed; null where there is none. */
  original(file: string): Promise<OpenedFile | null>
  /** The bytes of a rendition, or null where there is none of that name. */
  read(file: string, name: string): Promise<Buffer | null>
  remove(file: string): Promise<void>
  /** Every picture that has a folder, by the name of its file. */
  list(): Promise<ReadonlyMap<string, KeptFiles>>
  /** Clears what uploads that broke off have left on this machine, where it is older than `before` (ms). */
  sweep(before: number): Promise<number>
}

export const ORIGINAL = 'original'
const isFileName = (file: string): boolean => /^[0-9a-f]{32}$/.test(file)
const isRendition = (name: string): boolean => /^\d{1,5}\.(?:webp|jpg)$/.test(name)

const PLACE = 'pictures'
const folderOf = (file: string): string => `${PLACE}/${file.slice(0, 2)}/${file}`

/**
 * 96 bits of what is in the original, and 32 that no other upload has: taking one picture away
 * never touches another upload of the same bytes, however close together they come. `content` is
 * in hexadecimal. Those of earlier versions are all content.
 */
export const newFileName = (content: string): string => content.slice(0, 24) + randomBytes(4).toString('hex')

export function pictureFiles(dataFolder: string, files: FileStore = diskFiles(dataFolder)): PictureFiles {
  const incoming = join(dataFolder, PLACE, 'incoming')
  return {
    async begin() {
      const folder = join(incoming, randomBytes(12).toString('hex'))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return folder
    },
    async keep(folder, file, names) {
      for (const name of names) await files.put(`${folderOf(file)}/${name}`, join(folder, name))
    },
    async bring(file, folder) {
      const found = await files.get(`${folderOf(file)}/${ORIGINAL}`)
      if (!found) throw new Error(`the original of ${file} is not there`)
      const path = join(folder, ORIGINAL)
      await pipeline(found.bytes, createWriteStream(path, { mode: 0o600 }))
      return path
    },
    drop: (folder) => rm(folder, { recursive: true, force: true }),
    original: (file) => files.get(`${folderOf(file)}/${ORIGINAL}`),
    async read(file, name) {
      if (!isFileName(file) || !isRendition(name)) return null
      const found = await files.get(`${folderOf(file)}/${name}`)
      return found && buffer(found.bytes)
    },
    remove: (file) => files.remove(folderOf(file)),
    async list() {
      const found = new Map<string, KeptFiles>()
      for await (const { name, size, since } of files.list(PLACE)) {
        const [, , file = '', inside = ''] = name.split('/')
        if (!isFileName(file)) continue
        const kept = found.get(file) ?? { since: 0, sizes: new Map() }
        kept.since = Math.max(kept.since, since)
        kept.sizes.set(inside, size)
        found.set(file, kept)
      }
      return found
    },
    async sweep(before) {
      let count = 0
      for (const name of await namesIn(incoming)) {
        const folder = join(incoming, name)
        const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
        if (mtimeMs >= before) continue
        await rm(folder, { recursive: true, force: true })
        count += 1
      }
      return count
    },
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
