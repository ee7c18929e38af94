/** Files of lines, each written and read once, with their hash. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface NewFile {
  write(bytes: Uint8Array): Promise<void>
  /** Durable when it is fulfilled; in hexadecimal. */
  end(): Promise<{ size: number; sha256: string }>
}

/** Runs `work` on a new file that only this user can read. */
export async function newFile<T>(path: string, work: (file: NewFile) => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const handle: FileHandle = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    return await work({
      async write(bytes) {
        hash.update(bytes)
        size += bytes.length
        await handle.writeFile(bytes)
      },
      async end() {
        await handle.sync()
        return { size, sha256: hash.digest('hex') }
      },
    })
  } finally {
    await handle.close()
  }
}

/** The SHA-256 of a file, in hexadecimal; null where there is none. */
export async function sha256Of(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk)
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** What each line holds. Only a line feed ends one: other marks of an end may stand within a text. */
export async function* readLines(path: string): AsyncGenerator<unknown> {
  let before: Buffer[] = []
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield JSON.parse(Buffer.concat([...before, chunk.subarray(from, end)]).toString('utf8'))
      before = []
      from = end + 1
    }
    before.push(chunk.subarray(from))
  }
}
