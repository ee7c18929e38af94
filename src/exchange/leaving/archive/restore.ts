/** An archive into a site that has nothing yet: the same rows, the same files. */
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type FileStore, fileLines, hashOfFile } from '../../../files/index.ts'
import { leavingMessages as m } from '../../../messages/index.ts'
import { MIGRATIONS, type Store } from '../../../store/index.ts'
import { MANIFEST, Manifest, MEDIA, MEDIA_LIST, MediaLine, TABLES } from './manifest.ts'
import { filledAmong, fillTables, type Row, storedTable, type Table, writeRows } from './rows.ts'
import { TAKEN } from './tables.ts'
import type { ArchiveMade } from './write.ts'

/** Where there is a row in one of these, somebody has begun. */
const BEGUN = ['people', 'stories', 'comments', 'readers', 'pages', 'terms', 'pictures', 'attachments']

const AT_ONCE = 500

/** Whether a folder says that it is an archive of ours. */
export const isArchive = async (folder: string): Promise<boolean> => 'format' in (await readManifest(folder))

/**
 * Puts all of an archive into an empty site: all rows or none. What it holds is compared with what it says of itself
 * first; { problem } where that differs, where the site is not empty, or where the archive is another version's.
 */
export async function restoreArchive(
  { store, files, dataFolder }: { store: Store; files: FileStore; dataFolder: string },
  folder: string,
  now: number,
): Promise<ArchiveMade | { problem: string }> {
  const manifest = await readManifest(folder)
  if ('problem' in manifest) return manifest
  const steps = MIGRATIONS.map(({ name }) => name)
  if (manifest.schema.join('\n') !== steps.join('\n'))
    return { problem: manifest.schema.length > steps.length ? m.archiveNewer : m.archiveOlder }
  if ((await filledAmong(store.db, BEGUN)).length > 0) return { problem: m.siteNotEmpty }
  const fault = await faultIn(folder, manifest)
  if (fault) return { problem: fault }

  // Files first: they are in nobody's way where the rows can't be put in.
  let bytes = 0
  const work = await mkdtemp(join(dataFolder, 'archive-'))
  try {
    for await (const { name, size } of mediaIn(folder)) {
      await copyFile(join(folder, MEDIA, name), join(work, 'file'))
      await files.put(name, join(work, 'file'))
      bytes += size
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  const rows = await store.transaction(now, async (tx) => {
    const tables = await Promise.all(TAKEN.map((name) => storedTable(tx.rows, tx.kind, name)))
    let count = 0
    await fillTables(tx, tables, async () => {
      for (const table of tables) {
        // What a new site begins with is among the archive's rows.
        await sql`delete from ${sql.table(table.name)}`.execute(tx.rows)
        for await (const some of inBatches(folder, table)) {
          await writeRows(tx, table, some)
          count += some.length
        }
      }
    })
    return count
  })
  return { rows, files: manifest.media.files, bytes }
}

async function readManifest(folder: string): Promise<Manifest | { problem: string }> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
  } catch {
    return { problem: m.noArchive(folder) }
  }
}

/** The first of its files that is not what the manifest says, in a sentence. */
async function faultIn(folder: string, manifest: Manifest): Promise<string | null> {
  for (const name of TAKEN) {
    const file = `${TABLES}/${name}.jsonl`
    if ((await sha256Of(join(folder, file))) !== manifest.tables[name]?.sha256) return m.archiveDamaged(file)
  }
  if ((await sha256Of(join(folder, MEDIA_LIST))) !== manifest.media.sha256) return m.archiveDamaged(MEDIA_LIST)
  for await (const line of fileLines(join(folder, MEDIA_LIST))) {
    const read = MediaLine.safeParse(JSON.parse(line))
    if (!read.success) return m.archiveDamaged(MEDIA_LIST)
    const { name, sha256 } = read.data
    if ((await sha256Of(join(folder, MEDIA, name))) !== sha256) return m.archiveDamaged(`${MEDIA}/${name}`)
  }
  return null
}

/** In hexadecimal; null where there is no such file. */
async function sha256Of(path: string): Promise<string | null> {
  try {
    return (await hashOfFile(path)).sha256
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function* mediaIn(folder: string): AsyncGenerator<MediaLine> {
  for await (const line of fileLines(join(folder, MEDIA_LIST))) yield MediaLine.parse(JSON.parse(line))
}

async function* inBatches(folder: string, { name, columns }: Table): AsyncGenerator<Row[]> {
  let batch: Row[] = []
  for await (const line of fileLines(join(folder, TABLES, `${name}.jsonl`))) {
    const row = JSON.parse(line) as Row
    if (Object.keys(row).some((column) => !columns.includes(column)))
      throw new Error(m.archiveDamaged(`${TABLES}/${name}.jsonl`))
    batch.push(row)
    if (batch.length < AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
