/**
 * Where attachments lie: files/ab/ab12…/, a folder for each that was uploaded, with the
 * file as it came and its captions; on disk or in a bucket. What comes in lies in a
 * folder of this machine, files/incoming/…/, until it is whole.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFiles, type FileRange, type FileStore, type OpenedFile } from '../files/index.ts'

/** All but `begin`, `drop` and `sweep` throw where the place of the files fails: fileProblem(error) says how. */
export interface AttachmentFiles {
  /** A new folder of this machine to receive in, empty. */
  begin(): Promise<string>
  /** Puts the file at `path` of this machine in its place, under a name in an attachment's folder. */
  keep(path: string, file: string, name: string): Promise<void>
  drop(folder: string): Promise<void>
  /** To be read to its end or destroyed; null where there is none. */
  open(file: string, name: string, range?: FileRange): Promise<OpenedFile | null>
  remove(file: string): Promise<void>
  /** Removes captions that are replaced or taken away, of an attachment that stays. */
  removeCaptions(file: string, captions: string): Promise<void>
  /** Every attachment that has a folder: when the last of its files came (ms), and each by name in bytes. */
  list(): Promise<ReadonlyMap<string, { since: number; sizes: ReadonlyMap<string, number> }>>
  /** Clears what uploads that broke off have left on this machine, where it is older than `before` (ms). */
  sweep(before: number): Promise<number>
}

export const ORIGINAL = 'original'
/** Captions lie in a folder of their own there, so that those before them can be removed. `captions` is their hash. */
const captionsFolder = (captions: string): string => `captions-${captions}`
export const captionsFile = (captions: string): string => `${captionsFolder(captions)}/captions.vtt`
const PLACE = 'files'
const isFolderName = (file: string): boolean => /^[0-9a-f]{32}$/.test(file)
const folderOf = (file: string): string => `${PLACE}/${file.slice(0, 2)}/${file}`

/** As of pictures: 96 bits of what is in it (`content`, in hexadecimal), and 32 that no other upload has. */
export const newFolderName = (content: string): string => content.slice(0, 24) + randomBytes(4).toString('hex')

export function attachmentFiles(dataFolder: string, files: FileStore = diskFiles(dataFolder)): AttachmentFiles {
  const incoming = join(dataFolder, PLACE, 'incoming')
  return {
    async begin() {
      const folder = join(incoming, randomBytes(12).toString('hex'))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return folder
    },
    keep: (path, file, name) => files.put(`${folderOf(file)}/${name}`, path),
    drop: (folder) => rm(folder, { recursive: true, force: true }),
    open: (file, name, range) => files.get(`${folderOf(file)}/${name}`, range),
    remove: (file) => files.remove(folderOf(file)),
    removeCaptions: (file, captions) => files.remove(`${folderOf(file)}/${captionsFolder(captions)}`),
    async list() {
      const found = new Map<string, { since: number; sizes: Map<string, number> }>()
      for await (const { name, size, since } of files.list(PLACE)) {
        const [, , file = '', ...inside] = name.split('/')
        if (!isFolderName(file)) continue
        const kept = found.get(file) ?? { since: 0, sizes: new Map() }
        kept.since = Math.max(kept.since, since)
        kept.sizes.set(inside.join('/'), size)
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
