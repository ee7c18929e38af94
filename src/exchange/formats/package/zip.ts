/** What a zip file holds. */
import { openPromise, type ZipFile } from 'yauzl'
import { exportPackageMessages as m } from '../../../messages/index.ts'
import { type ExportFile, UnreadableExport, unreadable } from '../../items/index.ts'
import { isBomb, isJunk, MOST_FILES } from './limits.ts'
import type { Scratch } from './scratch.ts'

export interface OpenZip {
  files: ExportFile[]
  close(): void
}

const STORED = 0
const DEFLATED = 8

/**
 * Its files, none of them unpacked yet. Throws `unreadable` where it is damaged, protected, leads out of its folder, or
 * is made to fill a disk: then more is packed in it than it is long, as one place is told of many times.
 */
export async function openZip(path: string, name: string, scratch: Scratch): Promise<OpenZip> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch((error: Error) =>
    unreadable(/multi-disk/.test(error.message) ? m.splitZip(name) : m.brokenZip(name)),
  )
  try {
    return { files: await filesOf(zip, name, scratch), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error instanceof UnreadableExport ? error : new UnreadableExport(sentenceFor(error, name))
  }
}

/** yauzl says in English what it found. */
function sentenceFor(error: unknown, name: string): string {
  const said = error instanceof Error ? error.message : ''
  if (/relative path|absolute path|invalid characters in fileName/.test(said)) return m.climbsOut(name)
  return /encryption/.test(said) ? m.encrypted(name) : m.brokenZip(name)
}

async function filesOf(zip: ZipFile, zipName: string, scratch: Scratch): Promise<ExportFile[]> {
  if (zip.entryCount > MOST_FILES) unreadable(m.tooManyFiles(zipName, MOST_FILES))
  const files: ExportFile[] = []
  let packed = 0
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize
    unpacked += entry.uncompressedSize
    if (packed > zip.fileSize || isBomb(unpacked, packed) || isBomb(entry.uncompressedSize, entry.compressedSize))
      unreadable(m.bomb(zipName))
    if (entry.fileName.endsWith('/') || isJunk(entry.fileName)) continue
    if (entry.isEncrypted()) unreadable(m.encrypted(zipName))
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
      unreadable(m.unknownPacking(zipName))
    const { fileName: name, uncompressedSize: size } = entry
    let onDisk: Promise<string> | null = null
    const open = async function* () {
      try {
        yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>
      } catch (error) {
        unreadable(sentenceFor(error, zipName))
      }
    }
    files.push({ name, size, open, onDisk: () => (onDisk ??= scratch.write(open())) })
  }
  return files
}
