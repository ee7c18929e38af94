/**
 * Receives the files of a form in pieces, into a folder of this machine: however
 * large they are, no more than a piece of one is held in memory.
 */
import { createWriteStream } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { breaksOff, type FormFault } from './form.ts'

/** What came under a name: a file that is whole, or more than was allowed of one. */
export type FileInHand = { name: string; path: string; size: number } | { name: string; isTooLarge: true }

export interface ReceiveLimits {
  /** Of one file, in bytes; and, with a little around them, of all that a form brings. */
  bytes: number
  files: number
}

/** What is around the files of a form, in bytes: boundaries, names, a field or two. */
const AROUND = 1024 * 1024

/**
 * The files that a form has in a field, in the order they came; the form's other
 * fields are left. Rejects where the sender went away (see isBrokenOff), and where
 * the folder can't be written to.
 */
export async function receiveFiles(
  request: IncomingMessage,
  folder: string,
  field: string,
  { bytes, files }: ReceiveLimits,
): Promise<FileInHand[] | FormFault> {
  const type = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\b/i.test(type)) return { fault: 'not a form' }
  if (Number(request.headers['content-length'] ?? 0) > bytes + AROUND) return { fault: 'too large' }
  const stopped = new AbortController()
  const writing: Promise<FileInHand | null>[] = []
  let parser: BusboyInstance
  try {
    parser = new Busboy({
      headers: { 'content-type': type },
      limits: { fileSize: bytes, files, fields: 20, fieldSize: 1024, parts: files + 20 },
    })
  } catch {
    // No boundary.
    return { fault: 'not a form' }
  }
  parser.on('file', (name, stream, filename = '') => {
    if (name !== field) return stream.resume()
    const path = join(folder, String(writing.length))
    const written = write(stream, { path, name: filename.replaceAll('\0', ''), signal: stopped.signal })
    // A file that can't be written ends the reading of all.
    written.catch((error) => stopped.abort(error))
    writing.push(written)
  })
  try {
    await pipeline(request, parser, { signal: stopped.signal })
    return (await Promise.all(writing)).filter((one) => one !== null)
  } catch (error) {
    const ofFolder = stopped.signal.aborted ? stopped.signal.reason : null
    stopped.abort()
    await Promise.allSettled(writing)
    if (ofFolder) throw ofFolder
    if (!request.complete) throw breaksOff(error)
    return { fault: 'not a form' }
  }
}

/** Writes one file of a form; null for a field in which none was chosen. */
async function write(
  stream: BusboyFileStream,
  { path, name, signal }: { path: string; name: string; signal: AbortSignal },
): Promise<FileInHand | null> {
  const out = createWriteStream(path, { mode: 0o600, flags: 'wx' })
  await pipeline(stream, out, { signal })
  if (stream.truncated) return { name, isTooLarge: true }
  return name === '' && out.bytesWritten === 0 ? null : { name, path, size: out.bytesWritten }
}
