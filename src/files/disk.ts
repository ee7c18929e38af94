/** Files in a folder of this machine: a name is a path in it. */
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore, StoredFile } from './face.ts'

export function diskFiles(root: string): FileStore {
  return {
    async put(name, path) {
      const place = join(root, name)
      await withFile(path, (file) => file.sync())
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      await rename(path, place)
      // The name is part of the file: without this it may be gone after a power cut.
      await withFile(dirname(place), (folder) => folder.sync())
    },
    async get(name, range) {
      const file = await orNull(open(join(root, name)))
      if (!file) return null
      try {
        const { size } = await file.stat()
        if (range && range.from >= size) return await file.close().then(() => null)
        return { size, bytes: file.createReadStream(range ? { start: range.from, end: range.to } : {}) }
      } catch (error) {
        await file.close()
        throw error
      }
    },
    list: (folder) => filesIn(root, folder),
    // A file that comes into it meanwhile, as a picture's smaller one, is looked for anew.
    remove: (folder) => rm(join(root, folder), { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }),
    async check() {
      const path = join(root, '.files')
      try {
        await writeFile(path, '')
        await rm(path)
        return null
      } catch (error) {
        const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        return { problem: `The folder ${root} can’t be written to (${why}).`, isDown: false }
      }
    },
  }
}

async function withFile(path: string, work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path)
  try {
    await work(file)
  } finally {
    await file.close()
  }
}

async function* filesIn(root: string, folder: string): AsyncIterable<StoredFile> {
  for (const entry of (await orNull(readdir(join(root, folder), { withFileTypes: true }))) ?? []) {
    const name = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* filesIn(root, name)
    else {
      // Removed meanwhile: there is none.
      const seen = await orNull(stat(join(root, name)))
      if (seen) yield { name, size: seen.size, since: seen.mtimeMs }
    }
  }
}

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const orNull = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error) => {
    if (isGone(error)) return null
    throw error
  })
