/** A held version's rows: written once, and ended once. */
import { keepAttachmentUses } from '../attachments/index.ts'
import type { ChangeKind } from '../corrections/index.ts'
import { keepUses } from '../media/index.ts'
import { newId, type Transaction } from '../store/index.ts'
import { attachmentsOf, picturesOf, type StoryContent } from '../story/index.ts'

interface NewVersion {
  storyId: string
  until: number
  content: StoryContent
  draftNumber: number
  kind: ChangeKind | null
  cause: string
  by: string | null
}

/** Keeps a version that waits from now on. */
export async function keepVersion(tx: Transaction, version: NewVersion): Promise<void> {
  const { storyId, until, content, draftNumber, kind, cause, by } = version
  const id = newId(tx.now)
  await tx.rows
    .insertInto('held_versions')
    .values({
      ...{ id, story_id: storyId, content_json: JSON.stringify(content), draft_number: draftNumber, kind, cause },
      ...{ made_at: tx.now, made_by: by },
    })
    .execute()
  await tx.rows
    .insertInto('embargoes')
    .values({
      ...{ version_id: id, story_id: storyId, until, ended_at: null, ending: null, ended_by: null, problem: null },
      seen_at: null,
    })
    .execute()
  await keepHeldUses(tx, storyId, content)
}

/** Ends the embargo of a version that waits. */
export async function endEmbargo(
  tx: Transaction,
  { versionId, storyId }: { versionId: string; storyId: string },
  { ending, by }: { ending: 'live' | 'withdrawn' | 'replaced'; by: string | null },
): Promise<void> {
  await tx.rows
    .updateTable('embargoes')
    .set({ ended_at: tx.now, ending, ended_by: by, problem: null })
    .where('version_id', '=', versionId)
    .where('ended_at', 'is', null)
    .execute()
  await keepHeldUses(tx, storyId, null)
}

/** Keeps the pictures and files that held words show, so that none is deleted before readers see them; null where none are held any more. */
async function keepHeldUses(tx: Transaction, storyId: string, content: StoryContent | null): Promise<void> {
  await keepUses(tx, { storyId, shown: 'held', ids: content ? picturesOf(content) : [] })
  await keepAttachmentUses(tx, { storyId, shown: 'held', ids: content ? attachmentsOf(content) : [] })
}
