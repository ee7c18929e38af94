/** The rows of a JSON file's lists, one by one, without the rest of it in memory. */
import { exportFileMessages as m } from '../../../messages/index.ts'
import { type ExportFile, unreadable } from '../../items/index.ts'
import { textOfFile } from '../xml/decode.ts'

export interface JsonRow {
  /** The names that lead to its list, from the file's beginning; lists within lists have none. */
  path: readonly string[]
  value: unknown
}

/** Characters of one row, and lists and objects around the rows: more than any export has, and little enough to hold. */
const LONGEST_ROW = 64 * 1024 * 1024
const DEEPEST = 64

/**
 * Each element of those lists that `isWanted` is told of by their path. Throws `unreadable` where the file is no JSON,
 * or ends too early.
 */
export async function* jsonRows(
  file: ExportFile,
  isWanted: (path: readonly string[]) => boolean,
): AsyncGenerator<JsonRow> {
  /** What is open around the place; the name that came last in an object. */
  const open: { isList: boolean; name: string; rowsOf: readonly string[] | null }[] = []
  let row: { path: readonly string[]; pieces: string[]; length: number; depth: number } | null = null
  let inString = false
  let escaped = false
  let name: string[] | null = null
  let lastString = ''
  let hasBegun = false
  let isOver = false

  for await (const text of textOfFile(file)) {
    /** Where what is gathered of this piece of text begins. */
    let from = 0
    const gather = (to: number) => {
      const piece = text.slice(from, to)
      if (row) {
        row.pieces.push(piece)
        row.length += piece.length
        if (row.length > LONGEST_ROW) unreadable(m.rowTooLarge(file.name))
      } else name?.push(piece)
    }
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (inString) {
        if (escaped) escaped = false
        else if (code === 92) escaped = true
        else if (code === 34) {
          inString = false
          if (name) {
            gather(at + 1)
            lastString = String(parsed(name.join(''), file))
            name = null
          }
        }
        continue
      }
      if (code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff) continue
      const around = open.at(-1)
      if (row === null && around?.rowsOf && code !== 93 && code !== 44) {
        row = { path: around.rowsOf, pieces: [], length: 0, depth: 0 }
        from = at
      }
      if (code === 34) {
        inString = true
        if (row === null) {
          name = []
          from = at
        }
      } else if (code === 123 || code === 91) {
        if (isOver) unreadable(m.notJson(file.name))
        hasBegun = true
        if (row) row.depth++
        else {
          if (open.length >= DEEPEST) unreadable(m.notJson(file.name))
          const path = open.flatMap(({ isList, name: key }) => (isList ? [] : key))
          open.push({ isList: code === 91, name: '', rowsOf: code === 91 && isWanted(path) ? path : null })
        }
      } else if (code === 125 || code === 93) {
        if (row && row.depth > 0) row.depth--
        else {
          if (row) {
            gather(at)
            yield { path: row.path, value: parsed(row.pieces.join(''), file) }
            row = null
          }
          if (open.pop()?.isList !== (code === 93)) unreadable(m.notJson(file.name))
          isOver = open.length === 0
        }
      } else if (code === 58 && row === null && around) around.name = lastString
      else if (code === 44 && row !== null && row.depth === 0) {
        gather(at)
        yield { path: row.path, value: parsed(row.pieces.join(''), file) }
        row = null
      }
      if (!hasBegun) unreadable(m.notJson(file.name))
    }
    if (row || name) gather(text.length)
  }
  if (!isOver) unreadable(hasBegun ? m.jsonCutOff(file.name) : m.notJson(file.name))
}

function parsed(text: string, file: ExportFile): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return unreadable(m.notJson(file.name))
  }
}
