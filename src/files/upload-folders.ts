/**
 * Where a part keeps what is uploaded: PLACE/ab/ab12…/, a folder for each upload, on disk or in a
 * bucket. What comes in lies in a folder of this machine, PLACE/incoming/…/, until it is whole.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStore } from './face.ts'
import { fileProblem } from './problem.ts'

/** Of what lies in the folder of one upload. */
export interface KeptFiles {
  /** When the last of them came to its place, in milliseconds since the epoch. */
  since: number
  /** By name, in bytes. */
  sizes: Map<string, number>
}

/** `list` and `remove` throw where the place of the files fails: fileProblem(error) says how. */
export interface UploadFolders {
  /** A new folder of this machine to work in, empty. */
  begin(): Promise<string>
  drop(folder: string): Promise<void>
  /** The name of a file in the folder of an upload. */
  nameOf(upload: string, file: string): string
  /** Every upload that has a folder. */
  list(): Promise<ReadonlyMap<string, KeptFiles>>
  remove(upload: string): Promise<void>
  /** Clears what uploads that broke off have left on this machine, where it is older than `before` (ms). */
  sweep(before: number): Promise<number>
}

/**
 * The name of a new upload: 96 bits of what is in it, and 32 that no other upload has, so that taking one
 * away never touches another of the same bytes, however close together they come. `content` is in hexadecimal.
 */
export const newUploadName = (content: string): string => content.slice(0, 24) + randomBytes(4).toString('hex')

export const isUploadName = (upload: string): boolean => /^[0-9a-f]{32}$/.test(upload)

export function uploadFolders(dataFolder: string, place: string, files: FileStore): UploadFolders {
  const incoming = join(dataFolder, place, 'incoming')
  const folderOf = (upload: string) => `${place}/${upload.slice(0, 2)}/${upload}`
  return {
    async begin() {
      const folder = join(incoming, randomBytes(12).toString('hex'))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return folder
    },
    drop: (folder) => rm(folder, { recursive: true, force: true }),
    nameOf: (upload, file) => `${folderOf(upload)}/${file}`,
    async list() {
      const found = new Map<string, KeptFiles>()
      for await (const { name, size, since } of files.list(place)) {
        const [, , upload = '', ...inside] = name.split('/')
        if (!isUploadName(upload)) continue
        const kept = found.get(upload) ?? { since: 0, sizes: new Map() }
        kept.since = Math.max(kept.since, since)
        kept.sizes.set(inside.join('/'), size)
        found.set(upload, kept)
      }
      return found
    },
    remove: (upload) => files.remove(folderOf(upload)),
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

/** Waits for files that have no record to be removed. Where their place does not answer, the daily sweep does it. */
export async function unlessAway(removing: Promise<void>): Promise<void> {
  try {
    await removing
  } catch (error) {
    if (fileProblem(error) === null) throw error
  }
}
