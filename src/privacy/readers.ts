/** Readers who are known, as the newsroom lists them, with how much each has written. */

import { countReaderComments } from '../moderation/comments/index.ts'
import { listReaderAccounts, type ReaderAccount, readReaderAccount } from '../readers/index.ts'
import type { Database } from '../store/index.ts'

export interface ReaderLine extends ReaderAccount {
  comments: number
}

/** One reader, also one who was erased; null where there never was one. */
export async function readReaderLine(db: Database, id: string): Promise<ReaderLine | null> {
  const reader = await readReaderAccount(db, id)
  return (reader && (await withCounts(db, [reader]))[0]) ?? null
}

/** Readers of whose name or address this is the beginning (all where it is empty), newest first. */
export async function listReaders(
  db: Database,
  ask: { find: string; after?: string | undefined; limit: number },
): Promise<ReaderLine[]> {
  return withCounts(db, await listReaderAccounts(db, ask))
}

async function withCounts(db: Database, readers: readonly ReaderAccount[]): Promise<ReaderLine[]> {
  const counts = await countReaderComments(
    db,
    readers.map(({ id }) => id),
  )
  return readers.map((reader) => ({ ...reader, comments: counts.get(reader.id) ?? 0 }))
}
