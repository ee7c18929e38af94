/** A file becomes a picture of the library: looked at, put in its place, written down, in that order. */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileProblem, newUploadName, unlessAway } from '../files/index.ts'
import { pictureMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { newId, queueJob, type Store, storeProblem, type Transaction, takeTurns } from '../store/index.ts'
import { inPictureThread } from './apart.ts'
import { dropFile } from './change.ts'
import { ORIGINAL, type PictureFiles } from './files.ts'
import { formatOf, MOST_PIXELS, type PictureFormat } from './formats.ts'
import { searchWords } from './library.ts'
import { type LibraryPicture, readPicture, readPictureOfContent, renditionsJson } from './picture.ts'
import { fileNameOf, type Rendition } from './renditions.ts'
import { sayChanged } from './uses.ts'
import type { WhyNot } from './why-not.ts'
import type { PictureRead } from './worker/read-picture.ts'

/** An original has at most so many bytes. */
export const MOST_BYTES = 40 * 1024 * 1024
/** In UTF-16 code units. */
const LONGEST_NAME = 200

export interface UploadedFile {
  name: string
  bytes: Uint8Array
  /** In bytes, of one that was too large to be held: its bytes are none then. */
  size?: number
}

/** What is known of a file that may be a picture, before it is unpacked. */
interface Seen {
  content: string
  format: PictureFormat
}

/** What was found out about a file that lies in its place. */
interface KeptFile extends PictureRead {
  file: string
  content: string
  format: PictureFormat
  bytes: number
  name: string
  renditions: readonly Rendition[]
}

const WHY: Record<WhyNot | 'too long', () => string> = {
  'no picture': () => m.noPicture,
  'cut off': () => m.cutOff,
  'too many pixels': () => m.tooManyPixels(MOST_PIXELS / 1e6),
  'too long': () => m.tooLong,
}

/** Adds a file to the library, or says in a sentence why it can't be. The same file again is the picture that is there. */
export async function addPicture(
  store: Store,
  files: PictureFiles,
  { upload, by }: { upload: UploadedFile; by: string | null },
  now: number,
): Promise<{ picture: LibraryPicture; isNew: boolean } | { problem: string }> {
  const seen = lookAt(upload)
  if ('problem' in seen) return seen
  const before = await readPictureOfContent(store.db, seen.content)
  if (before) return { picture: before, isNew: false }
  const kept = await keepFile(files, upload, seen)
  if ('problem' in kept) return kept
  const done = await writeDown(store, files, { kept, now }, async (tx) => {
    // Of two that bring the same file at once, the second finds the first's.
    await takeTurns(tx, 'pictures')
    const there = await readPictureOfContent(tx.rows, kept.content)
    if (there) return { picture: there, isNew: false }
    const id = newId(now)
    await tx.rows
      .insertInto('pictures')
      .values({ id, ...columnsOf(kept), ...saidOf(kept), focus_x: 500, focus_y: 500, added_by: by, added_at: now })
      .execute()
    await queueJob(tx, { kind: 'pictures.render', key: id, payload: { picture: id }, due: now })
    await noteAct(tx, { by, act: 'picture.added', about: id, detail: m.logAdded(kept.name) })
    const picture = await readPicture(tx.rows, id)
    if (!picture) throw new Error('a picture that was just added is not there')
    return { picture, isNew: true }
  })
  if (!done.isNew) await unlessAway(files.remove(kept.file))
  return done
}

/** Milliseconds. */
const LONGEST_FETCH = 30_000

/** Fetches the file at an address, for an editor who asked for it; `mayReach` as fetchFile takes it. */
export async function fetchPictureFile(
  address: string,
  guard: { mayReach?: (address: string) => boolean } = {},
): Promise<UploadedFile | { problem: string }> {
  // Loaded for the first that is asked for: most days nobody asks.
  const { fetchFile } = await import('./fetch-file.ts')
  const found = await fetchFile(address, { bytes: MOST_BYTES, time: LONGEST_FETCH, ...guard })
  if (!('fault' in found)) return found
  return { problem: found.fault === 'too large' ? m.tooLarge(MOST_BYTES / 1024 ** 2) : m.fetch[found.fault] }
}

/** Puts another file in a picture's place, wherever it is used. What was said of it stays; the file before is removed. */
export async function replacePicture(
  store: Store,
  files: PictureFiles,
  { id, upload, by }: { id: string; upload: UploadedFile; by: string },
  now: number,
): Promise<{ picture: LibraryPicture } | { problem: string }> {
  const seen = lookAt(upload)
  if ('problem' in seen) return seen
  const kept = await keepFile(files, upload, seen)
  if ('problem' in kept) return kept
  const done = await writeDown(store, files, { kept, now }, async (tx) => {
    const before = await readPicture(tx.rows, id)
    if (!before) return { problem: m.gone }
    await tx.rows
      .updateTable('pictures')
      .set({ ...columnsOf(kept), words: searchWords({ ...before, name: kept.name }) })
      .where('id', '=', id)
      .execute()
    await queueJob(tx, { kind: 'pictures.render', key: id, payload: { picture: id }, due: now })
    await noteAct(tx, { by, act: 'picture.replaced', about: id, detail: m.logReplaced(before.name, kept.name) })
    await sayChanged(tx, id)
    const picture = await readPicture(tx.rows, id)
    return picture ? { picture, before: before.file } : { problem: m.gone }
  })
  if ('problem' in done) {
    await unlessAway(files.remove(kept.file))
    return done
  }
  await dropFile(store, files, done.before)
  return { picture: done.picture }
}

/** What can be said of a file that may be a picture before it is unpacked: its format, or a sentence. */
export function pictureFormat({ bytes, size }: Omit<UploadedFile, 'name'>): PictureFormat | { problem: string } {
  if (size !== undefined && size <= MOST_BYTES) return { problem: m.tooMuchAtOnce }
  if (bytes.length === 0 && size === undefined) return { problem: m.empty }
  if ((size ?? bytes.length) > MOST_BYTES) return { problem: m.tooLarge(MOST_BYTES / 1024 ** 2) }
  const format = formatOf(bytes.subarray(0, 4096))
  return format in m.formats ? { problem: m.formats[format as keyof typeof m.formats] } : (format as PictureFormat)
}

function lookAt(upload: UploadedFile): Seen | { problem: string } {
  const format = pictureFormat(upload)
  if (typeof format !== 'string') return format
  return { content: createHash('sha256').update(upload.bytes).digest('hex').slice(0, 32), format }
}

/** Reads a file and puts it in its place, with its first renditions; nothing stays of one that can't be used. */
async function keepFile(
  files: PictureFiles,
  { name, bytes }: UploadedFile,
  { content, format }: Seen,
): Promise<KeptFile | { problem: string }> {
  const file = newUploadName(content)
  let folder: string | null = null
  let isToRemove = false
  try {
    folder = await files.begin()
    const path = join(folder, ORIGINAL)
    await writeFile(path, bytes, { mode: 0o600 })
    const done = await inPictureThread({ do: 'read', path, folder })
    if ('why' in done) return { problem: WHY[done.why]() }
    if (!('read' in done)) throw new Error('a picture was not read')
    isToRemove = true
    await files.keep(folder, file, [ORIGINAL, ...done.renditions.map(fileNameOf)])
    isToRemove = false
    return {
      ...done.read,
      ...{ file, content, format },
      bytes: bytes.length,
      name: name.replace(/^.*[\\/]/, '').slice(-LONGEST_NAME),
      renditions: done.renditions,
    }
  } catch (error) {
    const problem = fileProblem(error)
    if (problem === null) throw error
    return { problem: m.notKept[problem] }
  } finally {
    if (folder !== null) await files.drop(folder)
    if (isToRemove) await unlessAway(files.remove(file))
  }
}

/** Writes down what lies in its place; where that fails, the file goes as well, unless the record may be there. */
async function writeDown<T>(
  store: Store,
  files: PictureFiles,
  { kept, now }: { kept: KeptFile; now: number },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await store.transaction(now, work)
  } catch (error) {
    if (storeProblem(error) !== 'unsure') await unlessAway(files.remove(kept.file))
    throw error
  }
}

const columnsOf = (kept: KeptFile) => ({
  file: kept.file,
  content: kept.content,
  format: kept.format,
  bytes: kept.bytes,
  width: kept.width,
  height: kept.height,
  animated: kept.animated ? 1 : 0,
  name: kept.name,
  ai: kept.ai,
  ai_system: kept.aiSystem,
  credentials: kept.credentials ? 1 : 0,
  renditions_json: renditionsJson(kept.renditions),
})

const saidOf = (kept: KeptFile) => ({
  caption: kept.caption,
  credit: kept.credit,
  rights: kept.rights,
  place: kept.place,
  taken: kept.taken,
  words: searchWords(kept),
})
