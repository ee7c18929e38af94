/** The rows of a CSV file, one by one. */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { exportFileMessages as m } from '../../../messages/index.ts'
import { type ExportFile, unreadable } from '../../items/index.ts'
import { textOfFile } from '../xml/decode.ts'

/** Characters of one row: more than any export has. */
const LONGEST_ROW = 16 * 1024 * 1024

/**
 * Each row by the names of its columns, everything as it is written: nothing is made a number or a date. Throws
 * `unreadable` where a column that is needed is missing or stands there twice, or where quotation marks don't match.
 */
export async function* csvRows(
  file: ExportFile,
  needed: readonly string[],
): AsyncGenerator<Readonly<Record<string, string>>> {
  const columns = (header: string[]) => {
    const twice = header.find((name, i) => header.indexOf(name) !== i)
    if (twice !== undefined) unreadable(m.columnTwice(file.name, twice))
    const missing = needed.find((name) => !header.includes(name))
    if (missing !== undefined) unreadable(m.columnMissing(file.name, missing))
    return header
  }
  const parser = parse({ columns, bom: true, relax_column_count: true, max_record_size: LONGEST_ROW })
  const source = Readable.from(textOfFile(file))
  // What goes wrong there is thrown where it is read.
  source.on('error', (error) => parser.destroy(error))
  try {
    yield* source.pipe(parser)
  } catch (error) {
    if (error instanceof CsvError) unreadable(m.notCsv(file.name, Number(error.lines) || 1))
    throw error
  } finally {
    source.destroy()
  }
}
