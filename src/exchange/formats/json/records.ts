/** The objects of a JSON file, one by one, without the rest of it in memory. */
import { exportFileMessages as m } from '../../../messages/index.ts'
import { type ExportFile, unreadable } from '../../items/index.ts'
import { textOfFile } from '../xml/decode.ts'
import type { Row } from './row-values.ts'

export interface JsonRecord {
  /** The names that lead to it, from the file's beginning; "" for an element of a list. */
  path: readonly string[]
  fields: Row
}

/** Characters of one record, and lists and objects around it: more than any export has, and little enough to hold. */
const LONGEST_RECORD = 64 * 1024 * 1024
const DEEPEST = 64

/** Objects one after another, a line each or not, or all in one list. */
export const eachLine = (path: readonly string[]): boolean => path.length === 0 || (path.length === 1 && path[0] === '')

/** Those in the lists that are an object's members, and members that are objects. */
export const eachMember = (path: readonly string[]): boolean =>
  path[0] !== '' && (path.length === 1 || (path.length === 2 && path[1] === ''))

interface Open {
  isList: boolean
  /** The member that was named last; of a list always "". */
  name: string
}

/**
 * Each object that stands where `isRecord` says so, asked from the outside in; whatever else stands there is passed
 * over. Several texts of JSON in one file are taken where objects that stand for themselves are. Throws `unreadable`
 * where the file is no JSON or ends too early.
 */
export async function* jsonRecords(
  file: ExportFile,
  isRecord: (path: readonly string[]) => boolean,
): AsyncGenerator<JsonRecord> {
  const many = isRecord([])
  /** What is open around the place, without what a record holds. */
  const open: Open[] = []
  let record: { path: readonly string[]; pieces: string[]; length: number; depth: number } | null = null
  let count = 0
  let inString = false
  let escaped = false
  /** A string outside of records as far as it was read: a member's name, where a colon follows. */
  let name: string[] | null = null
  let lastString = ''
  let hasBegun = false

  for await (const text of textOfFile(file)) {
    /** Where what is gathered of this piece of text begins. */
    let from = 0
    const gather = (to: number) => {
      const piece = text.slice(from, to)
      if (record) {
        record.pieces.push(piece)
        record.length += piece.length
        if (record.length > LONGEST_RECORD) unreadable(m.entryTooLong(file.name, count + 1))
      } else name?.push(piece)
    }
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (inString) {
        if (escaped) escaped = false
        else if (code === BACKSLASH) escaped = true
        else if (code === QUOTE) {
          inString = false
          if (name) {
            gather(at + 1)
            lastString = String(parsed(name.join('')) ?? unreadable(m.notJson(file.name)))
            name = null
          }
        }
        continue
      }
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff) continue
      if (open.length === 0 && record === null) {
        const isNext = code === OPEN_OBJECT || code === OPEN_LIST || (many && code === COMMA)
        if (!isNext || (hasBegun && !many)) unreadable(m.notJson(file.name))
        hasBegun = true
      }
      if (code === QUOTE) {
        inString = true
        if (record === null) {
          name = []
          from = at
        }
      } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
        if (record) record.depth++
        else {
          if (open.length >= DEEPEST) unreadable(m.notJson(file.name))
          const path = open.map((around) => around.name)
          if (code === OPEN_OBJECT && isRecord(path)) {
            record = { path, pieces: [], length: 0, depth: 1 }
            from = at
          } else open.push({ isList: code === OPEN_LIST, name: '' })
        }
      } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
        if (record && --record.depth === 0) {
          gather(at + 1)
          count++
          const fields = parsed(record.pieces.join('')) ?? unreadable(m.entryDamaged(file.name, count))
          yield { path: record.path, fields: fields as Row }
          record = null
        } else if (!record && open.pop()?.isList !== (code === CLOSE_LIST)) unreadable(m.notJson(file.name))
      } else if (code === COLON && record === null) {
        const around = open.at(-1)
        if (!around || around.isList) unreadable(m.notJson(file.name))
        else around.name = lastString
      }
    }
    if (record || name) gather(text.length)
  }
  if (open.length > 0 || record || inString) unreadable(m.jsonCutOff(file.name))
  if (!hasBegun && !many) unreadable(m.notJson(file.name))
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const COMMA = 0x2c
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d

/** Null where it is no JSON, which no object and no string is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
