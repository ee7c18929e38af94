/** An export made here as the files that a format reads. */
import type { ExportFile, Format, Item, Looked } from '../../src/exchange/items/index.ts'

/** Pieces may be asked for again, and are never held as a whole. */
export function exportFile(name: string, pieces: Iterable<string | Uint8Array> | string | Uint8Array): ExportFile {
  const all = typeof pieces === 'string' || pieces instanceof Uint8Array ? [pieces] : pieces
  return {
    name,
    size: null,
    async *open() {
      for (const piece of all) yield typeof piece === 'string' ? Buffer.from(piece) : piece
    },
    onDisk: () => Promise.reject(new Error(`${name} lies nowhere`)),
  }
}

/** Something that can be gone through again, as a generator can’t. */
export const pieces = <T>(make: () => Iterable<T>): Iterable<T> => ({
  [Symbol.iterator]: () => make()[Symbol.iterator](),
})

export async function looked(file: ExportFile): Promise<Looked> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of file.open()) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= 65_536) break
  }
  return { name: file.name, start: Buffer.concat(chunks).subarray(0, 65_536) }
}

export async function itemsIn(format: Format, files: readonly ExportFile[], answers = {}): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of format.read(files, answers)) items.push(item)
  return items
}

/** How many there are of each kind and state, such as "story public" or "left pingback". */
export type Counts = Record<string, number>

export function countItem(counts: Counts, item: Item): void {
  const name =
    item.kind === 'left'
      ? `left ${item.what}`
      : 'state' in item
        ? `${item.kind === 'story' && item.isPage ? 'page' : item.kind} ${item.state}`
        : item.kind
  counts[name] = (counts[name] ?? 0) + 1
}

export function countOf(items: Iterable<Item>): Counts {
  const counts: Counts = {}
  for (const item of items) countItem(counts, item)
  return counts
}
