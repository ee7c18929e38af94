/**
 * Where pictures lie on disk: pictures/ab/ab12…/, a folder for what is in a file,
 * with the original as it came and what was made of it. A folder comes into its
 * place whole, by renaming; what is half-made lies in pictures/incoming/.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface PictureFiles {
  /** A new folder to work in, empty. */
  begin(): Promise<string>
  /** Puts a folder in its place, unless what is in it lies there already. */
  keep(folder: string, file: string): Promise<void>
  drop(folder: string): Promise<void>
  folderOf(file: string): string
  original(file: string): string
  /** The bytes of a rendition, or null where there is none of that name. */
  read(file: string, name: string): Promise<Buffer | null>
  remove(file: string): Promise<void>
  /** When it came to its place; in milliseconds. */
  since(file: string): Promise<number>
  /** Of what lies in a file's folder, each name with its bytes; the original has none. */
  sizes(file: string): Promise<ReadonlyMap<string, number>>
  /** Every file that has a folder. */
  list(): Promise<string[]>
  /** Clears what uploads that broke off have left, where it is older than `before` (ms). */
  sweep(before: number): Promise<number>
}

const ORIGINAL = 'original'
/** Of 128 bits, in hexadecimal. */
export const isFileName = (file: string): boolean => /^[0-9a-f]{32}$/.test(file)
const isRendition = (name: string): boolean => /^\d{1,5}\.(?:webp|jpg)$/.test(name)

export function pictureFiles(dataFolder: string): PictureFiles {
  const root = join(dataFolder, 'pictures')
  const incoming = join(root, 'incoming')
  const folderOf = (file: string) => join(root, file.slice(0, 2), file)
  return {
    folderOf,
    original: (file) => join(folderOf(file), ORIGINAL),
    async begin() {
      const folder = join(incoming, randomBytes(12).toString('hex'))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return folder
    },
    async keep(folder, file) {
      const place = folderOf(file)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      try {
        await rename(folder, place)
      } catch (error) {
        if (!isThere(error)) throw error
        await rm(folder, { recursive: true, force: true })
        // As if it had come now: a sweep leaves it until it has its record.
        await utimes(place, new Date(), new Date())
      }
    },
    drop: (folder) => rm(folder, { recursive: true, force: true }),
    async read(file, name) {
      if (!isFileName(file) || !isRendition(name)) return null
      return readFile(join(folderOf(file), name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
    },
    remove: (file) => rm(folderOf(file), { recursive: true, force: true }),
    since: async (file) => (await stat(folderOf(file))).mtimeMs,
    async sizes(file) {
      const names = await namesIn(folderOf(file))
      const sizes = await Promise.all(names.map((name) => stat(join(folderOf(file), name))))
      return new Map(names.map((name, i) => [name === ORIGINAL ? '' : name, sizes[i]?.size ?? 0]))
    },
    async list() {
      const shelves = (await namesIn(root)).filter((name) => /^[0-9a-f]{2}$/.test(name))
      return (await Promise.all(shelves.map((shelf) => namesIn(join(root, shelf))))).flat().filter(isFileName)
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

/** Writes the original into a folder to work in, and does not come back before it is on disk. */
export const writeOriginal = async (folder: string, bytes: Uint8Array): Promise<string> => {
  const path = join(folder, ORIGINAL)
  await writeFile(path, bytes, { flush: true, mode: 0o600 })
  return path
}

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOTEMPTY', 'EEXIST'].includes(String(error.code))

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
