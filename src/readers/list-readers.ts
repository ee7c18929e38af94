/** Readers who are known, as the newsroom lists them; those who were erased keep their line, without a name. */
import type { Database } from '../store/index.ts'

export interface ReaderAccount {
  id: string
  name: string
  mail: string | null
  since: number
  erasedAt: number | null
}

/** One reader, also one who was erased; null where there never was one. */
export async function readReaderAccount(db: Database, id: string): Promise<ReaderAccount | null> {
  return (await accounts(db).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Readers of whose name or address this is the beginning (all where it is empty), newest first. */
export async function listReaderAccounts(
  db: Database,
  { find, after, limit }: { find: string; after?: string | undefined; limit: number },
): Promise<ReaderAccount[]> {
  const start = find.trim().toLowerCase()
  let query = accounts(db)
  if (start !== '') {
    // Compared, not matched by a pattern, so that no letter of it means anything else.
    const begins = [...start].length
    query = query.where((r) =>
      r.or([
        r(r.fn<string>('substr', [r.fn('lower', ['mail']), r.val(1), r.val(begins)]), '=', start),
        r(r.fn<string>('substr', [r.fn('lower', ['name']), r.val(1), r.val(begins)]), '=', start),
      ]),
    )
  }
  if (after !== undefined) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

const accounts = (db: Database) =>
  db.selectFrom('readers').select(['id', 'name', 'mail', 'created_at as since', 'erased_at as erasedAt'])
