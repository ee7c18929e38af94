/** The whole site into a folder: rows as lines of JSON, and the files beside them. */
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FileStore, type HashedFile, hashedFile, isUploadName } from '../../../files/index.ts'
import { leavingMessages as m } from '../../../messages/index.ts'
import { MIGRATIONS, type Store } from '../../../store/index.ts'
import { MANIFEST, type Manifest, MEDIA, MEDIA_LIST, TABLES } from './manifest.ts'
import { atOneMoment, type Rows, readRows, storedTable } from './rows.ts'
import { TAKEN } from './tables.ts'

export interface ArchiveMade {
  rows: number
  files: number
  bytes: number
}

/**
 * Writes the archive into a folder that is not there yet, or empty. It has its name when it is whole, so that what broke
 * off is never taken for one.
 */
export async function writeArchive(
  { store, files, url }: { store: Store; files: FileStore; url: string },
  folder: string,
  now: number,
): Promise<ArchiveMade | { problem: string }> {
  if (await holdsSomething(folder)) return { problem: m.folderNotEmpty(folder) }
  const work = `${folder}.unfinished`
  await rm(work, { recursive: true, force: true })
  await mkdir(work, { recursive: true, mode: 0o700 })
  const tables: Manifest['tables'] = {}
  await atOneMoment(store, async (rows) => {
    for (const name of TAKEN) tables[name] = await writeTable({ rows, kind: store.kind }, name, work)
  })
  const media = await writeMedia(files, work)
  const manifest: Manifest = {
    format: 'courant-archive',
    version: 1,
    madeAt: new Date(now).toISOString(),
    site: url,
    schema: MIGRATIONS.map(({ name }) => name),
    tables,
    media,
  }
  await newFile(join(work, MANIFEST), async (file) => {
    await file.write(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
    await file.end()
  })
  await rm(folder, { recursive: true, force: true })
  await mkdir(dirname(folder), { recursive: true })
  await rename(work, folder)
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
  return { rows, files: media.files, bytes: media.bytes }
}

async function holdsSomething(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'ENOENT') return false
      // A file of that name.
      if (error.code === 'ENOTDIR') return true
    }
    throw error
  }
}

/** Runs `work` on a new file, which is closed however that ends. */
async function newFile<T>(path: string, work: (file: HashedFile) => Promise<T>): Promise<T> {
  const file = await hashedFile(path)
  try {
    return await work(file)
  } finally {
    await file.drop()
  }
}

const writeTable = (
  { rows, kind }: { rows: Rows; kind: Store['kind'] },
  name: string,
  folder: string,
): Promise<{ rows: number; sha256: string }> =>
  newFile(join(folder, TABLES, `${name}.jsonl`), async (file) => {
    let count = 0
    for await (const some of readRows(rows, await storedTable(rows, kind, name))) {
      count += some.length
      await file.write(Buffer.from(some.map((row) => `${JSON.stringify(row)}\n`).join('')))
    }
    return { rows: count, sha256: (await file.end()).sha256 }
  })

/** Whatever was uploaded before or while the rows were read; what was removed meanwhile is named by none of them any more. */
const writeMedia = (files: FileStore, folder: string): Promise<Manifest['media']> =>
  newFile(join(folder, MEDIA_LIST), async (list) => {
    let [count, bytes] = [0, 0]
    for (const place of ['pictures', 'files'])
      for await (const { name } of files.list(place)) {
        // What is still being received lies beside them.
        if (!isUploadName(name.split('/')[2] ?? '')) continue
        const found = await files.get(name)
        if (!found) continue
        const { size, sha256 } = await newFile(join(folder, MEDIA, name), async (file) => {
          for await (const chunk of found.bytes) await file.write(chunk)
          return file.end()
        })
        await list.write(Buffer.from(`${JSON.stringify({ name, size, sha256 })}\n`))
        count += 1
        bytes += size
      }
    return { files: count, bytes, sha256: (await list.end()).sha256 }
  })
