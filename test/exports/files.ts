/** Exports on disk and in memory, for tests. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ExportFile, Item } from '../../src/exchange/items/index.ts'

/** A folder of these files; what is in it stays until the machine tidies up. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'courant-test-export-'))
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  return folder
}

/** A file of an export that lies in memory, given in pieces of so many bytes. */
export function exportFile(name: string, bytes: string | Uint8Array, piece = 64 * 1024): ExportFile {
  const all = Buffer.from(bytes as Uint8Array)
  return {
    name,
    size: all.length,
    async *open() {
      for (let at = 0; at < all.length; at += piece) yield all.subarray(at, at + piece)
    },
    onDisk: async () => join(folderOf({ file: all }), 'file'),
  }
}

export async function itemsFrom(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

/** Those of one kind. */
export const ofKind = <K extends Item['kind']>(items: readonly Item[], kind: K): Extract<Item, { kind: K }>[] =>
  items.filter((item): item is Extract<Item, { kind: K }> => item.kind === kind)
