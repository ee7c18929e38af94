import { createReadStream } from 'node:fs'

const NEWLINE = 0x0a

/** The lines of a file, one by one. Only a line feed ends one: other marks of a line's end may stand in a text. */
export async function* fileLines(path: string): AsyncGenerator<string> {
  let before: Uint8Array[] = []
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const part = chunk.subarray(start, end)
      yield before.length === 0 ? part.toString('utf8') : Buffer.concat([...before, part]).toString('utf8')
      before = []
      start = end + 1
    }
    if (start < chunk.length) before.push(chunk.subarray(start))
  }
  if (before.length > 0) yield Buffer.concat(before).toString('utf8')
}
