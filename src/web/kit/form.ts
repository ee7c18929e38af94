/**
 * Reading what a form sent: bounded, strictly UTF-8, nothing guessed. Hono's
 * own parser puts U+FFFD where bytes are wrong, which would lose words silently.
 * Of all characters only NUL is left out, here for every form: nobody can see
 * or type it, and PostgreSQL keeps no text that has one.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import { type FormFile, isMultipart, type MultipartFields, readMultipart, readPastLimit } from './multipart.ts'

/** Node's own request, as far as a form is concerned. */
export type FormRequest = AsyncIterable<Uint8Array> & { headers: IncomingHttpHeaders }

export interface Form {
  get(field: string): string
  /** All values of a field that may stand several times, such as check boxes. */
  all(field: string): string[]
  file(field: string): FormFile | null
  /** All files of a field, in the order they came. */
  files(field: string): FormFile[]
  /** Every field but files, in the order they came. */
  fields(): readonly (readonly [name: string, value: string])[]
}

export type FormFault = { fault: 'too large' | 'not UTF-8' | 'not a form' }

/** A form of ids, choices, names and a sentence or two. */
export const FORM_LIMIT = 64 * 1024
/** A form with texts of a comment's size; room for every character being percent-encoded. */
export const COMMENT_FORM_LIMIT = 256 * 1024
/** No form of ours has as many; each costs some work, whatever is in it. */
const MOST_FIELDS = 1000
/** A pasted page or a story: also one that is far too long is given back, so that nothing of it is lost. */
export const PAGE_FORM_LIMIT = 8 * 1024 * 1024

/**
 * The form in a request's body of at most `limit` bytes, or what is wrong with
 * it. Of one that brings more in files up to `limit` is held, and its words are
 * all there. Rejects where the sender went away (see isBrokenOff). Reads Node's own
 * request: a web stream around it costs more than all the rest.
 */
export function readForm(
  request: FormRequest,
  limit: number,
  { bringsFiles = false }: { bringsFiles?: boolean } = {},
): Promise<Form | FormFault> {
  // A body comes once: who asks again, to give back what was in it, gets the same.
  const before = forms.get(request)
  const form = before ?? readOnce(request, limit, bringsFiles)
  if (!before) forms.set(request, form)
  return form
}

const forms = new WeakMap<FormRequest, Promise<Form | FormFault>>()

async function readOnce(request: FormRequest, limit: number, bringsFiles: boolean): Promise<Form | FormFault> {
  const type = request.headers['content-type'] ?? ''
  if (bringsFiles && isMultipart(type) && Number(request.headers['content-length'] ?? 0) > limit)
    return formIn(
      await readPastLimit(request as FormRequest & Readable, type, { limit, fields: MOST_FIELDS }).catch((error) => {
        throw breaksOff(error)
      }),
    )
  const bytes = await readBody(request, limit)
  if (!bytes) return { fault: 'too large' }
  if (/^application\/x-www-form-urlencoded\b/i.test(type))
    return isOverfull(bytes, '&') ? { fault: 'not a form' } : readUrlEncoded(bytes)
  if (isMultipart(type))
    return isOverfull(bytes, `--${boundaryOf(type)}`)
      ? { fault: 'not a form' }
      : formIn(await readMultipart(bytes, type))
  return { fault: 'not a form' }
}

const formIn = (read: MultipartFields | FormFault): Form | FormFault =>
  'fault' in read
    ? read
    : formOf(
        read.fields.map(([name, value]) => [withoutNul(name), withoutNul(value)] as const),
        read.files.map(([field, file]) => [withoutNul(field), { ...file, name: withoutNul(file.name) }] as const),
      )

const boundaryOf = (type: string): string => /boundary="?([^";]+)/i.exec(type)?.[1] ?? ''

/** Whether what parts the fields stands there more often than any form of ours has fields. */
function isOverfull(bytes: Uint8Array, mark: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [count, at] = [0, buffer.indexOf(mark)]
  for (; at >= 0 && count <= MOST_FIELDS; at = buffer.indexOf(mark, at + mark.length)) count += 1
  return count > MOST_FIELDS
}

/** A whole body of at most `limit` bytes; null where there are more. */
export async function readBody(request: FormRequest, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      size += chunk.length
      if (size > limit) return null
      chunks.push(chunk)
    }
  } catch (error) {
    throw breaksOff(error)
  }
  return Buffer.concat(chunks)
}

const brokenOff = new WeakSet<object>()

/** The same error, noted as one of a sender who went away. */
export const breaksOff = (error: unknown): unknown => {
  if (typeof error === 'object' && error !== null) brokenOff.add(error)
  return error
}

/** Whether an error says that the sender went away before the whole form was here. */
export const isBrokenOff = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && brokenOff.has(error)

/** application/x-www-form-urlencoded (WHATWG URL, section 5.1), except that a broken escape and bytes which are not UTF-8 are errors. */
function readUrlEncoded(bytes: Uint8Array): Form | FormFault {
  const fields: [string, string][] = []
  try {
    for (let from = 0; from <= bytes.length; ) {
      const next = bytes.indexOf(AND, from)
      const to = next < 0 ? bytes.length : next
      const pair = bytes.subarray(from, to)
      const at = pair.indexOf(EQUALS)
      if (pair.length > 0)
        fields.push(
          at < 0 ? [unescaped(pair), ''] : [unescaped(pair.subarray(0, at)), unescaped(pair.subarray(at + 1))],
        )
      from = to + 1
    }
  } catch {
    return { fault: 'not UTF-8' }
  }
  return formOf(fields, [])
}

const AND = 0x26
const EQUALS = 0x3d
const PERCENT = 0x25
const PLUS = 0x2b
const SPACE = 0x20

/**
 * What the bytes stand for, made in their own place, which takes a form of
 * 256 KB two thirds of the time that decodeURIComponent took. Throws where an
 * escape is broken or the bytes are not UTF-8.
 */
function unescaped(bytes: Uint8Array): string {
  let to = 0
  for (let from = 0; from < bytes.length; from++) {
    const byte = bytes[from] as number
    if (byte !== PERCENT) bytes[to++] = byte === PLUS ? SPACE : byte
    else {
      const high = DIGITS[bytes[++from] ?? 0] as number
      const low = DIGITS[bytes[++from] ?? 0] as number
      if ((high | low) > 15) throw new URIError('a broken escape')
      bytes[to++] = high * 16 + low
    }
  }
  return withoutNul(decode(bytes.subarray(0, to)))
}

/** By byte: the value of a hexadecimal digit, 255 where it is none. */
const DIGITS = new Uint8Array(256).fill(255)
for (const [value, digit] of [...'0123456789abcdef'].entries())
  for (const form of [digit, digit.toUpperCase()]) DIGITS[form.charCodeAt(0)] = value

const withoutNul = (value: string): string => value.replaceAll('\0', '')

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

function formOf(fields: readonly (readonly [string, string])[], files: readonly (readonly [string, FormFile])[]): Form {
  return {
    get: (field) => fields.find(([name]) => name === field)?.[1] ?? '',
    all: (field) => fields.filter(([name]) => name === field).map(([, value]) => value),
    file: (field) => files.find(([name]) => name === field)?.[1] ?? null,
    files: (field) => files.filter(([name]) => name === field).map(([, file]) => file),
    fields: () => fields,
  }
}
