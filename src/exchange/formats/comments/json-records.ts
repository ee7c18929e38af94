import { commentExportMessages as m } from '../../../messages/index.ts'
import { type ExportFile, unreadable } from '../../items/index.ts'

/** Bytes of one record: a comment with its past wordings is a few thousand. */
const LONGEST_RECORD = 16 * 1024 * 1024

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const COMMA = 0x2c
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
/** Space, tab, line feed, carriage return, and the three bytes of a mark of the byte order. */
const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf])

export interface JsonRecord {
  /** The member of the whole that it stands in; empty where it stands for itself. */
  member: string
  fields: Record<string, unknown>
}

/**
 * The objects of a JSON file one by one, however long the file is.
 *
 * @param as `lines`: objects one after another, a line each or not, or all in one array; `members`: one object whose
 * members hold arrays of them, or one each. Whatever is no object there is passed over.
 *
 * Throws what `unreadable` throws where the file ends too early or is none of that.
 */
export async function* jsonRecords(file: ExportFile, as: 'lines' | 'members'): AsyncGenerator<JsonRecord> {
  let depth = 0
  let member = ''
  /** At which depth records stand. */
  let records = 0
  let inString = false
  let escaped = false
  /** The string that was read last outside a record: a member's name, where a colon follows. */
  let name: number[] = []
  /** The record that is open: where it began, and its bytes of the chunks before this one. */
  let isOpen = false
  let before: Uint8Array[] = []
  let bytesBefore = 0
  let count = 0

  for await (const chunk of file.open()) {
    let start = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number
      if (inString) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) inString = false
        if (inString && !isOpen && name.length < 200) name.push(byte)
      } else if (byte === QUOTE) {
        inString = true
        name = []
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        const isArray = byte === OPEN_ARRAY
        if (depth === 0) {
          if (isArray && as === 'members') damaged(file)
          records = isArray || as === 'members' ? 1 : 0
        } else if (depth === 1 && isArray && as === 'members' && !isOpen) records = 2
        if (!isOpen && depth === records) {
          isOpen = true
          start = at
        }
        depth++
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        depth--
        if (depth < 0) damaged(file)
        if (isOpen && depth === records) {
          before.push(chunk.subarray(start, at + 1))
          const fields = parsed(file, before, ++count)
          isOpen = false
          before = []
          bytesBefore = 0
          if (!Array.isArray(fields)) yield { member, fields }
        } else if (as === 'members' && !isOpen && depth === 1) records = 1
      } else if (byte === COLON) {
        if (!isOpen && depth === 1 && as === 'members') member = Buffer.from(name).toString('utf8')
      } else if (depth === 0 && byte !== COMMA && !BLANKS.has(byte)) damaged(file)
    }
    if (isOpen) {
      const rest = chunk.subarray(start)
      bytesBefore += rest.length
      if (bytesBefore > LONGEST_RECORD) unreadable(m.recordTooLong(file.name, count + 1))
      before.push(rest)
    }
  }
  if (depth > 0 || inString) unreadable(m.cutOff(file.name))
}

function damaged(file: ExportFile): never {
  return unreadable(m.damaged(file.name))
}

function parsed(file: ExportFile, bytes: Uint8Array[], count: number): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.concat(bytes).toString('utf8'))
  } catch {
    return unreadable(m.recordDamaged(file.name, count))
  }
}
