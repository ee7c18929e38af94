/** The files of an export, wherever they lie: in a folder, in zip files, compressed, cut into parts. */
import { basename } from 'node:path'
import { exportPackageMessages as m } from '../../../messages/index.ts'
import { type ExportFile, unreadable } from '../../items/index.ts'
import { bytesOf, filesAt, firstBytes, joinedParts, type OnDisk } from './disk.ts'
import { gunzipped } from './gzip.ts'
import { newScratch, type Scratch } from './scratch.ts'
import { openZip } from './zip.ts'

export interface OpenPackage {
  /** In the order of their names. */
  files: readonly ExportFile[]
  /** Ends what is open, and removes what was unpacked. */
  close(): Promise<void>
}

/**
 * What lies at the paths, as the files of one export: folders with what is in them, zip files as what they hold. Of two
 * files with one name and size, as in two downloads of one export, the second is left out. Throws `unreadable`, a
 * sentence, where something can't be opened.
 */
export async function openPackage(paths: readonly string[]): Promise<OpenPackage> {
  const scratch = newScratch()
  const ends: (() => void)[] = []
  const close = async () => {
    for (const end of ends) end()
    await scratch.remove()
  }
  try {
    const found: OnDisk[] = []
    for (const path of paths)
      for (const one of await filesAt(path))
        found.push({
          ...one,
          name: paths.length > 1 && one.paths[0] !== path ? `${basename(path)}/${one.name}` : one.name,
        })
    const files = new Map<string, ExportFile>()
    for (const one of joinedParts(found))
      for (const file of await opened(one, scratch, ends)) add(files, file, one.name)
    if (files.size === 0) unreadable(m.emptyFolder(paths.join(', ')))
    return { files: [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), close }
  } catch (error) {
    await close()
    throw error
  }
}

function add(files: Map<string, ExportFile>, file: ExportFile, from: string): void {
  const same = files.get(file.name)
  if (same === undefined) files.set(file.name, file)
  else if (same.size === null || same.size !== file.size) {
    const name = `${from}/${file.name}`
    files.set(name, { ...file, name })
  }
}

async function opened(file: OnDisk, scratch: Scratch, ends: (() => void)[]): Promise<ExportFile[]> {
  const [path = ''] = file.paths
  const [a, b, c, d] = await firstBytes(path, 4)
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) {
    const whole = file.paths.length === 1 ? path : await scratch.write(bytesOf(file))
    const zip = await openZip(whole, file.name, scratch)
    ends.push(zip.close)
    return zip.files
  }
  if (a === 0x1f && b === 0x8b) {
    const open = () => gunzipped(bytesOf(file), file.name)
    return [{ name: file.name.replace(/\.gz$/i, ''), size: null, open, onDisk: once(() => scratch.write(open())) }]
  }
  const onDisk = file.paths.length === 1 ? async () => path : once(() => scratch.write(bytesOf(file)))
  return [{ name: file.name, size: file.size, open: () => bytesOf(file), onDisk }]
}

function once(make: () => Promise<string>): () => Promise<string> {
  let made: Promise<string> | null = null
  return () => {
    made ??= make()
    return made
  }
}
