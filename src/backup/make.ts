import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hashedFile, sync } from '../files/index.ts'
import { type DatabaseAddress, newId } from '../store/index.ts'
import { FILE_LIST, MANIFEST, type Manifest, ROWS, readManifest } from './manifest.ts'
import { copyMedia, listMedia, type Place } from './media.ts'
import { copyPostgresRows } from './postgres-rows.ts'
import { copySqliteRows } from './sqlite-rows.ts'

export interface Site extends Place {
  database: DatabaseAddress
  /** The program's version. */
  courant: string
  now(): number
}

export interface MadeBackup {
  folder: string
  rows: number
  /** Uploaded files, in it or named. */
  files: number
  bytes: number
}

/** What a backup is called before it is whole. */
const BEGUN = '.begun-'
/** One that was begun so long ago was broken off. In milliseconds. */
const BROKEN_OFF = 24 * 60 * 60_000

/**
 * Makes a backup of the site, running or not: a folder in `into`, called `KIND-2026-11-30-160512`. It has its name when
 * it is whole, and not before. Answers a sentence where there is no site; throws where the database or a disk fails.
 */
export async function makeBackup(
  site: Site,
  { into, kind, withMedia }: { into: string; kind: string; withMedia: boolean },
): Promise<MadeBackup | { problem: string }> {
  const began = site.now()
  const name = `${kind}-${stampOf(began)}`
  const begun = join(into, `${BEGUN}${name}-${process.pid}-${newId(began)}`)
  await mkdir(into, { recursive: true, mode: 0o700 })
  await sweep(into, began)
  const earlier = (await listBackups(into, '')).find(({ media }) => media === 'here') ?? null
  await mkdir(join(begun, ROWS), { recursive: true, mode: 0o700 })
  try {
    // Files first and again after the rows: each that the rows name is there, whether it went or came meanwhile.
    if (withMedia) await copyMedia(site, begun, earlier)
    const copied =
      site.database.kind === 'sqlite'
        ? await copySqliteRows(site.database.file, begun)
        : await copyPostgresRows(site.database.url, begun, site.now)
    if ('problem' in copied) {
      await rm(begun, { recursive: true, force: true })
      return copied
    }
    const { steps, tables, sequences, files } = copied
    if (withMedia) await copyMedia(site, begun, earlier)
    const media = await listMedia(site, begun, FILE_LIST, withMedia)
    const manifest: Manifest = {
      ...{ format: 'courant-backup', version: 1, courant: site.courant, madeAt: new Date(began).toISOString() },
      ...{ database: site.database.kind, steps, tables, sequences },
      ...{ media: withMedia ? 'here' : 'named', files: [...files, media.file] },
    }
    const written = await hashedFile(join(begun, MANIFEST))
    await written.write(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
    await written.end()
    await sync(join(begun, ROWS))
    await sync(begun)
    const folder = await named(begun, join(into, name))
    await sync(into)
    const sizes = files.reduce((sum, { size }) => sum + size, 0)
    return {
      folder,
      rows: Object.values(tables).reduce((sum, count) => sum + count, 0),
      files: media.count,
      bytes: sizes + (withMedia ? media.bytes : 0),
    }
  } catch (error) {
    await rm(begun, { recursive: true, force: true })
    throw error
  }
}

/** Gives a backup its name, or that with a number where another of the same second has it. */
async function named(begun: string, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const folder = number === 1 ? wanted : `${wanted}-${number}`
    try {
      await rename(begun, folder)
      return folder
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
    }
  }
}

export interface KnownBackup {
  folder: string
  /** When it was begun, in milliseconds since the epoch. */
  madeAt: number
  media: Manifest['media']
}

/** The whole backups in a folder whose names begin so, the newest first. */
export async function listBackups(into: string, kind: string): Promise<KnownBackup[]> {
  const found = await Promise.all(
    (await namesIn(into))
      .filter((name) => name.startsWith(kind) && !name.startsWith(BEGUN))
      .map(async (name) => {
        const folder = join(into, name)
        const manifest = await readManifest(folder)
        return 'problem' in manifest ? [] : [{ folder, madeAt: Date.parse(manifest.madeAt), media: manifest.media }]
      }),
  )
  return found.flat().sort((a, b) => b.madeAt - a.madeAt)
}

/** Removes the older ones of a kind, the manifest first: what is half removed is no backup. */
export async function keepNewest(into: string, kind: string, count: number): Promise<void> {
  for (const { folder } of (await listBackups(into, kind)).slice(count)) {
    await rm(join(folder, MANIFEST))
    await rm(folder, { recursive: true, force: true })
  }
}

/** What was broken off, as by the end of the program, is cleared when it can't be under way any more. */
async function sweep(into: string, now: number): Promise<void> {
  for (const name of await namesIn(into)) {
    if (!name.startsWith(BEGUN)) continue
    const path = join(into, name)
    const { mtimeMs } = await stat(path)
    if (mtimeMs < now - BROKEN_OFF) await rm(path, { recursive: true, force: true })
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** In UTC: "2026-11-30-160512". */
const stampOf = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
