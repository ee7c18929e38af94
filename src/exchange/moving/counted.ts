/** How much of an export has been read, by its bytes. */
import type { ExportFile } from '../items/index.ts'

/** Told of no more often than each so many bytes. */
const EVERY = 1024 * 1024

type CountedFiles = ExportFile[] & {
  /** 0 to 1; null where the length of a file is not known. */
  part(): number | null
}

/** The same files, which tell how much of them all was read since. */
export function countedFiles(files: readonly ExportFile[], tell: (part: number | null) => void): CountedFiles {
  const sizes = files.map(({ size }) => size)
  const whole = sizes.every((size) => size !== null) ? sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) : null
  let [read, told] = [0, 0]
  const part = () => (whole === null ? null : whole === 0 ? 1 : Math.min(read / whole, 1))
  const all = files.map((file) => ({
    ...file,
    async *open() {
      for await (const chunk of file.open()) {
        read += chunk.length
        if (read - told >= EVERY) {
          told = read
          tell(part())
        }
        yield chunk
      }
    },
    onDisk: () => file.onDisk(),
  }))
  return Object.assign(all, { part })
}
