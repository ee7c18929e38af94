/** A folder for what has to lie on disk for a while. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Scratch {
  /** Writes the bytes to a file of its own and returns its path. */
  write(bytes: AsyncIterable<Uint8Array>): Promise<string>
  remove(): Promise<void>
}

/** The folder is made when the first file comes. */
export function newScratch(): Scratch {
  let folder: Promise<string> | null = null
  let files = 0
  return {
    async write(bytes) {
      folder ??= mkdtemp(join(tmpdir(), 'courant-export-'))
      const path = join(await folder, String(++files))
      await pipeline(Readable.from(bytes), createWriteStream(path, { mode: 0o600 }))
      return path
    },
    async remove() {
      if (folder) await rm(await folder, { recursive: true, force: true })
    },
  }
}
