/** What items of a site's exports are here already. */
import type { Database, Transaction } from '../../../store/index.ts'
import type { Item } from '../../items/index.ts'
import { itemHash, itemKey } from './item-of.ts'

export interface KnownItem {
  importId: string
  ourKind: string
  /** Null for what is not here. */
  ourId: string | null
  ourNumber: number | null
  hash: string
  undone: boolean
}

export type KnownItems = Map<string, KnownItem>

export const refOf = (kind: string, key: string): string => `${kind} ${key}`

/** Those of these, by `refOf`. */
export async function readKnown(
  db: Database,
  siteKey: string,
  refs: readonly { kind: string; key: string }[],
): Promise<KnownItems> {
  const known: KnownItems = new Map()
  const byKind = new Map<string, string[]>()
  for (const { kind, key } of refs) {
    const keys = byKind.get(kind)
    if (keys) keys.push(key)
    else byKind.set(kind, [key])
  }
  for (const [kind, some] of byKind) {
    const rows = await db
      .selectFrom('imported_items')
      .selectAll()
      .where('site_key', '=', siteKey)
      .where('kind', '=', kind)
      .where('key', 'in', [...new Set(some)])
      .execute()
    for (const row of rows)
      known.set(refOf(kind, row.key), {
        importId: row.import_id,
        ourKind: row.our_kind,
        ourId: row.our_id,
        ourNumber: row.our_number,
        hash: row.hash,
        undone: row.undone === 1,
      })
  }
  return known
}

export interface TakenItem {
  item: Item
  ourKind: string
  ourId: string | null
  ourNumber: number | null
  /** Of the item as it was taken; of the item itself where absent. */
  hash?: string
}

/** Keeps what items are here from now on. */
export async function keepTaken(
  tx: Transaction,
  { id, siteKey }: { id: string; siteKey: string },
  taken: readonly TakenItem[],
): Promise<void> {
  if (taken.length === 0) return
  const values = taken.map(({ item, ourKind, ourId, ourNumber, hash }) => ({
    site_key: siteKey,
    kind: item.kind,
    key: itemKey(item),
    import_id: id,
    our_kind: ourKind,
    our_id: ourId,
    our_number: ourNumber,
    hash: hash ?? itemHash(item),
    undone: 0,
  }))
  await tx.rows
    .insertInto('imported_items')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['site_key', 'kind', 'key']).doUpdateSet(({ ref }) => ({
        import_id: ref('excluded.import_id'),
        our_kind: ref('excluded.our_kind'),
        our_id: ref('excluded.our_id'),
        our_number: ref('excluded.our_number'),
        hash: ref('excluded.hash'),
        undone: 0,
      })),
    )
    .execute()
}
