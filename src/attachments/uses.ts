/** Which story uses which attachment: kept with the story, in the same transaction. */
import { type Database, type Transaction, takeTurns } from '../store/index.ts'

/** Keeps what a story shows from now on, as a draft, as published or as it waits under embargo; ids of no attachment are left out. */
export async function keepAttachmentUses(
  tx: Transaction,
  { storyId, shown, ids }: { storyId: string; shown: 'draft' | 'held' | 'published'; ids: readonly string[] },
): Promise<void> {
  await tx.rows.deleteFrom('attachment_uses').where('story_id', '=', storyId).where('shown', '=', shown).execute()
  if (ids.length === 0) return
  // So that none is deleted between looking and writing.
  await takeTurns(tx, 'attachments')
  const there = await tx.rows
    .selectFrom('attachments')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .execute()
  if (there.length > 0)
    await tx.rows
      .insertInto('attachment_uses')
      .values(there.map(({ id }) => ({ attachment_id: id, story_id: storyId, shown })))
      .execute()
}

/** The ids of the stories that use an attachment, each once, with whether readers see it there; by attachment. */
export async function readAttachmentUses(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { storyId: string; published: boolean }[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('attachment_uses').selectAll().where('attachment_id', 'in', ids).execute()
  const found = new Map<string, { storyId: string; published: boolean }[]>()
  for (const { attachment_id, story_id, shown } of rows) {
    const uses = found.get(attachment_id) ?? []
    const before = uses.find(({ storyId }) => storyId === story_id)
    if (before) before.published ||= shown === 'published'
    else uses.push({ storyId: story_id, published: shown === 'published' })
    found.set(attachment_id, uses)
  }
  return found
}

/** Says so to whoever keeps a page that shows it. */
export async function sayAttachmentChanged(tx: Transaction, attachment: string): Promise<void> {
  const uses = await tx.rows
    .selectFrom('attachment_uses')
    .select('story_id')
    .where('attachment_id', '=', attachment)
    .where('shown', '=', 'published')
    .execute()
  for (const { story_id } of uses) await tx.say({ kind: 'attachment.changed', attachment, story: story_id })
  await tx.say({ kind: 'attachment.edited', attachment })
}
