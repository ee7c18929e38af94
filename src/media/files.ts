/**
 * Where pictures lie: pictures/ab/ab12…/, a folder for each that was uploaded, with
 * the original as it came and what was made of it; on disk or in a bucket. What is
 * half-made lies in a folder of this machine, pictures/incoming/…/. Folders of
 * earlier versions are named by content alone.
 */
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import {
  diskFiles,
  type FileStore,
  isUploadName,
  type OpenedFile,
  type UploadFolders,
  uploadFolders,
} from '../files/index.ts'

/** All but `begin`, `drop` and `sweep` throw where the place of the files fails: fileProblem(error) says how. */
export interface PictureFiles extends Omit<UploadFolders, 'nameOf'> {
  /** Puts files of a working folder in their place. */
  keep(folder: string, file: string, names: readonly string[]): Promise<void>
  /** Writes the original into a working folder; answers its path there. Throws where there is none. */
  bring(file: string, folder: string): Promise<string>
  /** To be read to its end or destroyed; null where there is none. */
  original(file: string): Promise<OpenedFile | null>
  /** The bytes of a rendition, or null where there is none of that name. */
  read(file: string, name: string): Promise<Buffer | null>
}

export const ORIGINAL = 'original'
const isRendition = (name: string): boolean => /^\d{1,5}\.(?:webp|jpg)$/.test(name)

export function pictureFiles(dataFolder: string, files: FileStore = diskFiles(dataFolder)): PictureFiles {
  const { nameOf, ...folders } = uploadFolders(dataFolder, 'pictures', files)
  return {
    ...folders,
    async keep(folder, file, names) {
      for (const name of names) await files.put(nameOf(file, name), join(folder, name))
    },
    async bring(file, folder) {
      const found = await files.get(nameOf(file, ORIGINAL))
      if (!found) throw new Error(`the original of ${file} is not there`)
      const path = join(folder, ORIGINAL)
      await pipeline(found.bytes, createWriteStream(path, { mode: 0o600 }))
      return path
    },
    original: (file) => files.get(nameOf(file, ORIGINAL)),
    async read(file, name) {
      if (!isUploadName(file) || !isRendition(name)) return null
      const found = await files.get(nameOf(file, name))
      return found && buffer(found.bytes)
    },
  }
}
