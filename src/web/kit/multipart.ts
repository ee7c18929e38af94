/** Forms that bring files: held whole up to a limit, and beyond it as far as there is room. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyInstance } from '@fastify/busboy'

/** A file as a form brought it. `size`, in bytes, is said of one that was too large to be held: its bytes are none. */
export interface FormFile {
  name: string
  bytes: Uint8Array
  size?: number
}

export interface MultipartFields {
  fields: (readonly [name: string, value: string])[]
  files: (readonly [field: string, file: FormFile])[]
}

type Fault = { fault: 'too large' | 'not UTF-8' | 'not a form' }

export const isMultipart = (type: string): boolean => /^multipart\/form-data\b/i.test(type)

/** A field for files in which none was chosen is sent as well, without a name. */
const isChosen = (name: string, size: number): boolean => name !== '' || size > 0

/** What is in the body of a form, which is here already. */
export async function readMultipart(bytes: Uint8Array, type: string): Promise<MultipartFields | Fault> {
  let data: FormData
  try {
    data = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  } catch {
    return { fault: 'not a form' }
  }
  const read: MultipartFields = { fields: [], files: [] }
  for (const [name, value] of data) {
    if (typeof value === 'string') {
      // The parser has replaced what is not UTF-8; whoever types U+FFFD loses nothing by being asked.
      if (value.includes('\ufffd') && !includesReplacement(bytes)) return { fault: 'not UTF-8' }
      read.fields.push([name, value])
    } else if (isChosen(value.name, value.size))
      read.files.push([name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }])
  }
  return read
}

const includesReplacement = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(Buffer.from('\ufffd'))

/** So much is read to its end, in bytes: a film that was chosen for a photo. */
const MOST_READ = 512 * 1024 * 1024

/**
 * The same of a body that has more than `limit` bytes. It is read to its end all
 * the same, so that the words in it come back with a sentence; of its files only
 * those are held that there is room for. Rejects where the sender went away.
 */
export async function readPastLimit(
  request: Readable & { headers: IncomingHttpHeaders; complete?: boolean },
  type: string,
  { limit, fields: most }: { limit: number; fields: number },
): Promise<MultipartFields | Fault> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_READ) return { fault: 'too large' }
  let parser: BusboyInstance
  try {
    parser = new Busboy({ headers: { 'content-type': type }, limits: { fieldSize: limit, fields: most, parts: most } })
  } catch {
    // No boundary.
    return { fault: 'not a form' }
  }
  const read: MultipartFields = { fields: [], files: [] }
  let [room, fault] = [limit, null as Fault['fault'] | null]
  parser.on('field', (name, value, _isNameCut, isCut) => {
    room -= value.length
    if (isCut || room < 0) fault = 'too large'
    if (value.includes('\ufffd')) fault ??= 'not UTF-8'
    read.fields.push([name, value])
  })
  parser.on('file', (field, stream, name = '') => {
    let [held, size]: [Buffer[] | null, number] = [[], 0]
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (held === null) return
      room -= chunk.length
      held.push(chunk)
      if (room >= 0) return
      // What was held of it makes room for the next.
      room += size
      held = null
    })
    stream.on('end', () => {
      if (held === null) read.files.push([field, { name, bytes: new Uint8Array(), size }])
      else if (isChosen(name, size)) read.files.push([field, { name, bytes: Buffer.concat(held) }])
    })
  })
  parser.on('partsLimit', () => {
    fault = 'not a form'
  })
  try {
    await pipeline(request, parser)
  } catch (error) {
    if (request.complete === false) throw error
    return { fault: 'not a form' }
  }
  return fault ? { fault } : read
}
