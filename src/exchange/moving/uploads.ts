/** Exports that were uploaded in the newsroom: where they lie, and until when. */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type AnyJobHandler, isId, type KeeperLog, type Store } from '../../store/index.ts'
import { countPicturesOf } from './pictures/pictures.ts'
import { readImport } from './rows.ts'

declare module '../../store/jobs/queue.ts' {
  interface Jobs {
    /** Uploads whose imports are done with, and those that nobody went on with. */
    'import.uploads': Record<never, never>
  }
}

const HOUR = 60 * 60_000
/** So long an export that nobody began with is kept, and an upload may take. In milliseconds. */
const KEPT = 24 * HOUR

/** The folder on this machine that holds one folder for each upload, named as its import. */
export const importUploads = (dataFolder: string): string => join(dataFolder, 'imports', 'uploads')

export const importUploadsJob = (
  store: Store,
  { dataFolder, log, now }: { dataFolder: string; log: KeeperLog; now(): number },
): AnyJobHandler => ({
  kind: 'import.uploads',
  what: 'clearing exports that were uploaded and are done with',
  every: HOUR,
  async run() {
    const uploads = importUploads(dataFolder)
    let cleared = 0
    for (const name of await readdir(uploads).catch(() => [])) {
      if (await isNeeded(store, { name, folder: join(uploads, name) }, now())) continue
      await rm(join(uploads, name), { recursive: true, force: true })
      cleared += 1
    }
    if (cleared > 0) log.info({ uploads: cleared }, 'cleared exports that are done with')
  },
})

async function isNeeded(
  store: Store,
  { name, folder }: { name: string; folder: string },
  now: number,
): Promise<boolean> {
  const of = isId(name) ? await readImport(store.db, name) : null
  // It may be on its way still.
  if (!of)
    return (
      (await stat(folder).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      )) >
      now - KEPT
    )
  switch (of.state) {
    case 'done':
      return (await countPicturesOf(store.db, of.id)).waiting > 0
    case 'undone':
      return false
    case 'looked':
      return of.touchedAt > now - KEPT
    case 'stopped':
      // What was begun can be gone on with for as long as it takes.
      return of.place > 0 || of.touchedAt > now - KEPT
    default:
      return true
  }
}
