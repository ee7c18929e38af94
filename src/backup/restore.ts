import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { hashOfFile, sync } from '../files/index.ts'
import { backupMessages as m } from '../messages/index.ts'
import { type DatabaseAddress, MIGRATIONS } from '../store/index.ts'
import { FILE_LIST, isInside, MANIFEST, type Manifest, readManifest } from './manifest.ts'
import { listedFiles, mediaOf, type Place, putBack, sizeThere } from './media.ts'
import { fillPostgres, isEmptyPostgres } from './postgres-fill.ts'
import { countRows } from './sqlite-rows.ts'

export interface EmptySite extends Place {
  database: DatabaseAddress
  now(): number
}

export interface Restored {
  madeAt: string
  rows: number
  files: number
  /** Uploaded files that the backup only names and that are not where the site keeps such. */
  missing: number
}

/** Beside the data while a backup is being put back, with which one it is. */
const MARK = 'restoring'

/**
 * Puts a backup into an empty place: its uploaded files, and then its rows, all or none of them. What was broken off is
 * gone on with where it is the same backup. Answers a sentence where it can't be done; throws where a disk or the
 * database fails.
 */
export async function restoreBackup(site: EmptySite, backup: string): Promise<Restored | { problem: string }> {
  const manifest = await readManifest(backup)
  if ('problem' in manifest) return manifest
  const refused =
    whyNot(manifest, site) ?? (await damageIn(backup, manifest)) ?? (await whyNotEmpty(site, backup, manifest))
  if (refused !== null) return { problem: refused }

  const work = join(site.dataFolder, MARK)
  await mkdir(work, { recursive: true, mode: 0o700 })
  await writeFile(join(work, 'backup'), await markOf(backup), { mode: 0o600 })
  let files = 0
  let missing = 0
  for await (const { name, size, sha256 } of listedFiles(join(backup, FILE_LIST))) {
    files++
    const there = await sizeThere(site, name)
    if (sha256 === null) missing += there === size ? 0 : 1
    // A name is never seen half-written: what is there came whole before this was broken off.
    else if (there !== size) await putBack(site, backup, name, work)
  }
  const failed =
    site.database.kind === 'sqlite'
      ? await fillSqlite(site.database.file, backup, manifest)
      : await fillPostgres(site.database.url, backup, { manifest, now: site.now })
  if (failed) return failed
  await rm(work, { recursive: true, force: true })
  const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0)
  return { madeAt: manifest.madeAt, rows, files, missing }
}

function whyNot(manifest: Manifest, { database }: EmptySite): string | null {
  const schema = manifest.steps.length
  if (schema > MIGRATIONS.length) return m.newer(manifest.courant, schema, MIGRATIONS.length)
  const other = manifest.steps.find(({ number, name }, i) => number !== i + 1 || MIGRATIONS[i]?.name !== name)
  if (other) return m.neverReleased(other.name)
  return manifest.database === database.kind ? null : m.otherDatabase(manifest.database)
}

/** Whether each file is what it was; the first that is not is named. */
async function damageIn(backup: string, manifest: Manifest): Promise<string | null> {
  for (const file of manifest.files) {
    if (!isInside(file.name) || !(await isAsListed(join(backup, file.name), file))) return m.damaged(file.name)
  }
  for await (const file of listedFiles(join(backup, FILE_LIST))) {
    if (file.sha256 !== null && !(await isAsListed(join(backup, file.name), { ...file, sha256: file.sha256 })))
      return m.damaged(file.name)
  }
  return null
}

async function isAsListed(path: string, { size, sha256 }: { size: number; sha256: string }): Promise<boolean> {
  try {
    const found = await hashOfFile(path)
    return found.size === size && found.sha256 === sha256
  } catch {
    return false
  }
}

async function whyNotEmpty(site: EmptySite, backup: string, { media }: Manifest): Promise<string | null> {
  const { database, dataFolder } = site
  if (database.kind === 'postgres') {
    if (!(await isEmptyPostgres(database.url, site.now))) return m.notEmptyDatabase
  } else {
    // What a database left beside it would be taken for the restored one's.
    for (const path of [database.file, `${database.file}-wal`]) if (await exists(path)) return m.notEmpty(path)
  }
  if (media === 'named') return null
  const mark = await readFile(join(dataFolder, MARK, 'backup'), 'utf8').catch(() => null)
  if (mark !== null && mark === (await markOf(backup))) return null
  for await (const { name } of mediaOf(site)) return m.notEmpty(name)
  return null
}

const markOf = async (backup: string): Promise<string> => (await hashOfFile(join(backup, MANIFEST))).sha256

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ size }) => size > 0,
    () => false,
  )

async function fillSqlite(file: string, backup: string, manifest: Manifest): Promise<{ problem: string } | null> {
  const passing = `${file}-${MARK}`
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await rm(passing, { force: true })
  await copyFile(join(backup, manifest.files[0]?.name ?? ''), passing)
  const database = new BetterSqlite3(passing)
  try {
    const counts = await countRows(database)
    const other = Object.keys({ ...counts, ...manifest.tables }).find((name) => counts[name] !== manifest.tables[name])
    if (other) return { problem: m.otherCount(other, counts[other] ?? 0, manifest.tables[other] ?? 0) }
  } finally {
    database.close()
  }
  await sync(passing)
  await rename(passing, file)
  await sync(dirname(file))
  return null
}
