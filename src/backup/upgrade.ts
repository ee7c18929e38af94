import { join } from 'node:path'
import { sql } from 'kysely'
import { backupMessages as m } from '../messages/index.ts'
import { openStore } from '../store/index.ts'
import { keepNewest, makeBackup, type Site } from './make.ts'

/** The folder for backups where no other was chosen. */
export const usualFolder = (dataFolder: string): string => join(dataFolder, 'backups')

const KIND = 'before-schema'
const KEPT = 3
/** A larger PostgreSQL has backups of its own, and nobody waits at the start for one more. */
const MOST_GIGABYTES = 2

/**
 * Makes a backup of the rows before a new version of the program changes how they are laid out; `say` is told where it
 * is. The uploaded files, which no upgrade touches, are only named in it.
 */
export const backupBeforeUpgrade =
  (site: Site, say: (sentence: string) => void) =>
  async (from: number, to: number): Promise<{ problem: string } | null> => {
    const into = usualFolder(site.dataFolder)
    try {
      const gigabytes = site.database.kind === 'postgres' ? await gigabytesOf(site.database.url, site.now) : 0
      if (gigabytes > MOST_GIGABYTES) {
        say(m.tooLarge(Math.round(gigabytes), from, to))
        return null
      }
      const made = await makeBackup(site, { into, kind: `${KIND}-${to}`, withMedia: false })
      if ('problem' in made) return { problem: m.noUpgrade(made.problem, into) }
      say(m.beforeUpgrade(made.folder, from, to))
      await keepNewest(into, KIND, KEPT)
      return null
    } catch (error) {
      return { problem: m.noUpgrade(error instanceof Error ? error.message : String(error), into) }
    }
  }

async function gigabytesOf(url: string, now: () => number): Promise<number> {
  const store = await openStore({ kind: 'postgres', url }, now)
  try {
    const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(
      store.db,
    )
    return (rows[0]?.bytes ?? 0) / 1024 ** 3
  } finally {
    await store.close()
  }
}
