import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface Hashed {
  size: number
  sha256: string
}

export interface HashedFile {
  write(bytes: Uint8Array): Promise<void>
  /** On disk when it is fulfilled. */
  end(): Promise<Hashed>
  /** Closes it, whole or not. */
  drop(): Promise<void>
}

/** A new file that only this user can read, hashed as it is written. */
export async function hashedFile(path: string): Promise<HashedFile> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  return {
    async write(bytes) {
      hash.update(bytes)
      size += bytes.length
      await file.writeFile(bytes)
    },
    async end() {
      await file.sync()
      await file.close()
      return { size, sha256: hash.digest('hex') }
    },
    drop: () => file.close(),
  }
}

/** What is in it; throws where it is not there. */
export async function hashOfFile(path: string): Promise<Hashed> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}

/** Has on disk what stands in a folder, or in a file that something else wrote. */
export async function sync(path: string): Promise<void> {
  let file: FileHandle | undefined
  try {
    file = await open(path)
    await file.sync()
  } finally {
    await file?.close()
  }
}
