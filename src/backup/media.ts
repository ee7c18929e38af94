/** Uploaded files, wherever they lie: into a backup, out of it, or named in it. */
import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { diskFiles, type FileStore, fileLines, hashedFile, hashOfFile, isUploadName } from '../files/index.ts'
import { isInside, ListedFile } from './manifest.ts'

export interface Place {
  dataFolder: string
  /** Where uploads lie. */
  files: FileStore
}

/** Emails that were written as files stay on this machine, also where uploads lie in a bucket. */
const OUTBOX = 'outbox'
const UPLOADS = ['pictures', 'files']

/** Every file that the site keeps beside its database; `since` is when it was put there, in milliseconds. What is still being uploaded is none. */
export async function* mediaOf({
  dataFolder,
  files,
}: Place): AsyncGenerator<{ name: string; size: number; since: number }> {
  for (const folder of UPLOADS)
    for await (const file of files.list(folder)) if (isUploadName(file.name.split('/')[2] ?? '')) yield file
  yield* diskFiles(dataFolder).list(OUTBOX)
}

/**
 * Copies what is not in the backup yet. A file that lies unchanged in an earlier backup is linked to it, so that it
 * takes room once.
 * @param earlier that backup, and when it was begun in milliseconds; null for none
 */
export async function copyMedia(
  place: Place,
  folder: string,
  earlier: { folder: string; madeAt: number } | null,
): Promise<void> {
  for await (const file of mediaOf(place)) {
    const path = join(folder, file.name)
    if ((await sizeOf(path)) !== null) continue
    if (earlier && file.since < earlier.madeAt && (await isLinked(join(earlier.folder, file.name), path, file.size)))
      continue
    const found = await storeOf(place, file.name).get(file.name)
    // Removed meanwhile.
    if (!found) continue
    const copy = await hashedFile(path)
    try {
      for await (const chunk of found.bytes) await copy.write(chunk as Buffer)
      await copy.end()
    } catch (error) {
      await copy.drop()
      throw error
    }
  }
}

/** Writes the list: of what is in the backup with its hash, or of what the site has. */
export async function listMedia(place: Place, folder: string, list: string, withMedia: boolean) {
  const file = await hashedFile(join(folder, list))
  let count = 0
  let bytes = 0
  try {
    const source = withMedia ? mediaOf({ dataFolder: folder, files: diskFiles(folder) }) : mediaOf(place)
    for await (const { name, size } of source) {
      const { sha256 } = withMedia ? await hashOfFile(join(folder, name)) : { sha256: null }
      await file.write(Buffer.from(`${JSON.stringify({ name, size, sha256 } satisfies ListedFile)}\n`))
      count++
      bytes += size
    }
    return { count, bytes, file: { name: list, ...(await file.end()) } }
  } catch (error) {
    await file.drop()
    throw error
  }
}

export async function* listedFiles(path: string): AsyncGenerator<ListedFile> {
  for await (const line of fileLines(path)) {
    const file = ListedFile.parse(JSON.parse(line))
    if (isInside(file.name) && [...UPLOADS, OUTBOX].includes(file.name.split('/')[0] as string)) yield file
    else throw new Error(`the list names ${file.name}`)
  }
}

/** Puts a file of a backup where the site keeps such, by way of a working folder on the disk of the data. */
export async function putBack(place: Place, backup: string, name: string, work: string): Promise<void> {
  const passing = join(work, 'file')
  await mkdir(work, { recursive: true, mode: 0o700 })
  await pipeline(createReadStream(join(backup, name)), createWriteStream(passing, { mode: 0o600 }))
  await storeOf(place, name).put(name, passing)
}

/** Bytes of a file where the site keeps such; null where there is none. */
export async function sizeThere(place: Place, name: string): Promise<number | null> {
  const found = await storeOf(place, name).get(name)
  found?.bytes.destroy()
  return found?.size ?? null
}

const storeOf = ({ dataFolder, files }: Place, name: string): FileStore =>
  name.startsWith(`${OUTBOX}/`) ? diskFiles(dataFolder) : files

const sizeOf = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).size
  } catch {
    return null
  }
}

/** Not on every disk, and not between two. */
async function isLinked(from: string, to: string, size: number): Promise<boolean> {
  if ((await sizeOf(from)) !== size) return false
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await link(from, to)
    return true
  } catch {
    return false
  }
}
