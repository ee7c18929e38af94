/** Which story uses which picture: kept with the story, in the same transaction. */
import { type Transaction, takeTurns } from '../store/index.ts'

const ADDRESS = /^\/pictures\/([0-9a-hjkmnp-tv-z]{26})$/

/** The address by which a story names a picture of the library. */
export const libraryAddress = (id: string): string => `/pictures/${id}`

/** The picture's id where an address names one of the library; null for any other. */
export const libraryIdOf = (address: string): string | null => ADDRESS.exec(address)?.[1] ?? null

/** Keeps what a story shows from now on, as a draft, as published or as it waits under embargo; ids of no picture are left out. */
export async function keepUses(
  tx: Transaction,
  { storyId, shown, ids }: { storyId: string; shown: 'draft' | 'held' | 'published'; ids: readonly string[] },
): Promise<void> {
  await tx.rows.deleteFrom('picture_uses').where('story_id', '=', storyId).where('shown', '=', shown).execute()
  if (ids.length === 0) return
  const there = await amongPictures(tx, ids)
  if (there.length > 0)
    await tx.rows
      .insertInto('picture_uses')
      .values(there.map(({ id }) => ({ picture_id: id, story_id: storyId, shown })))
      .execute()
}

/** Keeps what something that is no story shows from now on: an author, a page, the site itself. `place` names it. */
export async function keepPlace(tx: Transaction, place: string, ids: readonly string[]): Promise<void> {
  await tx.rows.deleteFrom('picture_places').where('place', '=', place).execute()
  if (ids.length === 0) return
  const there = await amongPictures(tx, ids)
  if (there.length > 0)
    await tx.rows
      .insertInto('picture_places')
      .values(there.map(({ id }) => ({ picture_id: id, place })))
      .execute()
}

/** Those ids that are of a picture. None of them is deleted until the transaction ends. */
async function amongPictures(tx: Transaction, ids: readonly string[]): Promise<{ id: string }[]> {
  await takeTurns(tx, 'pictures')
  return tx.rows
    .selectFrom('pictures')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .execute()
}

/** Says so to whoever keeps a page that shows it. */
export async function sayChanged(tx: Transaction, picture: string): Promise<void> {
  const uses = await tx.rows
    .selectFrom('picture_uses')
    .select('story_id')
    .where('picture_id', '=', picture)
    .where('shown', '=', 'published')
    .execute()
  for (const { story_id } of uses) await tx.say({ kind: 'picture.changed', picture, story: story_id })
  const elsewhere = await tx.rows
    .selectFrom('picture_places')
    .select('place')
    .where('picture_id', '=', picture)
    .limit(1)
    .executeTakeFirst()
  if (elsewhere) await tx.say({ kind: 'picture.changed-elsewhere', picture })
}
