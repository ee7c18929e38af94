/** Which pictures stories of an export show, until they are put in their place. */
import { createHash } from 'node:crypto'
import type { Transaction } from '../../../store/index.ts'
import type { PictureItem } from '../../items/index.ts'
import type { Move } from '../take/move.ts'
import type { NamedPicture } from '../take/story-content.ts'

/** In UTF-16 code units; a picture that is written into its address is longer. */
const LONGEST_ADDRESS = 2000

export async function keepPicturesOf(
  tx: Transaction,
  { id, survey: { siteKey } }: Pick<Move, 'id' | 'survey'>,
  stories: readonly { id: string; pictures: readonly NamedPicture[] }[],
): Promise<void> {
  await keepWithinPages(
    tx,
    siteKey,
    stories.flatMap(({ pictures }) => pictures.map(({ address }) => address)),
  )
  const rows = stories.flatMap(({ id: story, pictures }) =>
    pictures.map(({ place, address }) => ({
      import_id: id,
      site_key: siteKey,
      address: isWithinPage(address) ? `key:${keyWithin(address)}` : address.slice(0, LONGEST_ADDRESS),
      story_id: story,
      place,
      state: 'waiting' as const,
      problem: '',
      picture_id: null,
    })),
  )
  if (rows.length > 0) await tx.rows.insertInto('import_pictures').values(rows).execute()
}

/** Whether a picture's bytes are written where its address should stand. */
export const isWithinPage = (address: string): boolean => /^data:/i.test(address)

const keyWithin = (address: string): string => `data:${createHash('sha256').update(address).digest('base64url')}`

/** They have a record, which holds them until they are in the library. */
async function keepWithinPages(tx: Transaction, siteKey: string, addresses: readonly string[]): Promise<void> {
  for (const address of addresses)
    if (isWithinPage(address))
      await tx.rows
        .insertInto('import_picture_records')
        .values({ site_key: siteKey, key: keyWithin(address), address, file: null, alt: '', caption: '', credit: '' })
        .onConflict((conflict) => conflict.columns(['site_key', 'key']).doUpdateSet({ address }))
        .execute()
}

/** What the export says of its pictures, and under which addresses stories name them. */
export async function keepPictureRecords(
  tx: Transaction,
  { survey: { siteKey } }: Pick<Move, 'survey'>,
  items: readonly PictureItem[],
): Promise<void> {
  if (items.length === 0) return
  const records = new Map(
    items.map(({ key, address, file, alt, caption, credit }) => [
      key,
      { site_key: siteKey, key, address: address.slice(0, LONGEST_ADDRESS), file, alt, caption, credit },
    ]),
  )
  await tx.rows
    .insertInto('import_picture_records')
    .values([...records.values()])
    .onConflict((conflict) =>
      conflict.columns(['site_key', 'key']).doUpdateSet(({ ref }) => ({
        address: ref('excluded.address'),
        file: ref('excluded.file'),
        alt: ref('excluded.alt'),
        caption: ref('excluded.caption'),
        credit: ref('excluded.credit'),
      })),
    )
    .execute()
  const addresses = items.flatMap(({ key, address, alsoAt }) =>
    [address, ...alsoAt]
      .filter((one) => one !== '' && one.length <= LONGEST_ADDRESS)
      .map((one) => ({ site_key: siteKey, address: schemeless(one), key })),
  )
  if (addresses.length > 0)
    await tx.rows
      .insertInto('import_picture_addresses')
      .values(addresses)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** http and https are one, and so is where a page asks a picture for its size. */
export const schemeless = (address: string): string => address.replace(/^https?:/i, '').split('?', 1)[0] as string

export interface PictureRow {
  number: number
  site_key: string
  address: string
  place: string
}

/** A picture that could be had, with what the export says of it; or why it could not, and where it was: empty where that is not known. */
export type HadPicture =
  | { id: string; alt: string; caption: string; credit: string }
  | { problem: string; address: string }
