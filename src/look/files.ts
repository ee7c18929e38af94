/** The files of the look, as they lie in the database. */
import type { Database, Transaction } from '../store/index.ts'

export async function readLookFile(db: Database, name: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('look_files').select('bytes').where('name', '=', name).executeTakeFirst()
  return row?.bytes ?? null
}

/** Its name says what is in it: who keeps it a second time changes nothing. */
export const keepLookFile = (tx: Transaction, name: string, bytes: Uint8Array): Promise<unknown> =>
  tx.rows
    .insertInto('look_files')
    .values({ name, bytes: Buffer.from(bytes), made_at: tx.now })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()

const LOGO = /^logo-[0-9a-f]{16}-(\d{1,4})x(\d{1,4})\.webp$/

export const isLogoName = (name: string): boolean => LOGO.test(name)

/** A logo as a page shows it: in pixels; null where the name is none. */
export function logoOf(name: string): { address: string; width: number; height: number } | null {
  const [, width, height] = LOGO.exec(name) ?? []
  return width && height ? { address: `/look/${name}`, width: Number(width), height: Number(height) } : null
}
