/** A small file as one text. */
import type { ExportFile } from '../items/index.ts'
import { textOfFile } from './xml/decode.ts'

/** More than any story has. */
const LONGEST = 16 * 1024 * 1024

/** Its text; null where it is longer than any story. An empty file is an empty text. */
export async function wholeText(file: ExportFile): Promise<string | null> {
  if (file.size === 0) return ''
  const pieces: string[] = []
  let length = 0
  for await (const piece of textOfFile(file)) {
    pieces.push(piece)
    length += piece.length
    if (length > LONGEST) return null
  }
  return pieces.join('')
}
