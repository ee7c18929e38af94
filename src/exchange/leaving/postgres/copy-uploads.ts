import { copyFile, mkdir, readdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What a data folder holds beside its database, and keeps. */
const FOLDERS = ['pictures', 'files', 'outbox']

/**
 * Copies uploaded files and unsent emails from one data folder into another; what is there in the same size stays.
 * Answers how many there are. Each has its name once it is whole.
 */
export async function copyUploads(from: string, to: string): Promise<number> {
  let count = 0
  for (const folder of FOLDERS) {
    for (const entry of await entriesOf(join(from, folder))) {
      const path = join(entry.parentPath, entry.name)
      const name = path.slice(from.length + 1)
      // Uploads that are under way are nobody's yet.
      if (!entry.isFile() || /^(pictures|files)\/incoming\//.test(name.replaceAll('\\', '/'))) continue
      count++
      const target = join(to, name)
      if ((await sizeOf(target)) === (await sizeOf(path))) continue
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await copyFile(path, `${target}.part`)
      await rename(`${target}.part`, target)
    }
  }
  return count
}

const entriesOf = (folder: string) =>
  readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  )
