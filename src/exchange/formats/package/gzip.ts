/** A file that was compressed by itself. */
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { exportPackageMessages as m } from '../../../messages/index.ts'
import { unreadable } from '../../items/index.ts'
import { isBomb } from './limits.ts'

/** The bytes as they were. Throws `unreadable` where they are damaged, or made to fill a disk. */
export async function* gunzipped(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  let packed = 0
  let unpacked = 0
  const counted = async function* () {
    for await (const chunk of bytes) {
      packed += chunk.length
      yield chunk
    }
  }
  // What goes wrong is thrown where it is read.
  const gunzip = pipeline(Readable.from(counted()), createGunzip(), () => undefined)
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      unpacked += chunk.length
      if (isBomb(unpacked, packed)) unreadable(m.bomb(name))
      yield chunk
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) unreadable(m.brokenGzip(name))
    throw error
  }
}
