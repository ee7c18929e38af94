import type { ExportFile } from '../../items/index.ts'

/** As much of a beginning as tells a format, in bytes. */
const ENOUGH = 64 * 1024

export interface JsonBeginning {
  isObject: boolean
  /** Its first members as they are written, without spaces. */
  head: string
  /** Of members that stand in it, at whatever depth. */
  names: ReadonlySet<string>
}

/** What a file begins with that may be JSON. Of a text that only looks like it nothing is said. */
export function beginningOfJson(start: Uint8Array): JsonBeginning {
  const text = Buffer.from(start.subarray(0, ENOUGH))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  const names = new Set<string>()
  if (text.startsWith('{') || text.startsWith('[')) {
    for (const [, name] of text.matchAll(/"([A-Za-z0-9_$]{1,40})"\s{0,4}:/g)) names.add(name as string)
  }
  return { isObject: text.startsWith('{'), head: text.slice(0, 200).replace(/\s/g, ''), names }
}

/** As much of a file as tells what it is. */
export async function startOf(file: ExportFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of file.open()) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= ENOUGH) break
  }
  return Buffer.concat(chunks)
}
