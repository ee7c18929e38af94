/** A story's words kept back: frozen as they stand, and shown nowhere. Who keeps them, and until when, is said by embargo/. */
import { keepAttachmentUses } from '../attachments/index.ts'
import { keepUses } from '../media/index.ts'
import type { Transaction } from '../store/index.ts'
import { attachmentsOf, contentFromJson, picturesOf } from './content.ts'
import { takeWords } from './publish.ts'

export interface HeldWords {
  contentJson: string
  /** Which number of the draft they are. */
  draftNumber: number
  /** Whether readers have the story by now, in an earlier version. */
  isLive: boolean
}

/** The draft as it stands, checked like any publication; { problem } says why it can't be published. `again`: in place of words that are held already. */
export async function holdDraft(
  tx: Transaction,
  { id, again }: { id: string; again: boolean },
): Promise<HeldWords | { problem: string }> {
  const taken = await takeWords(tx, id, { evenIfHeld: again })
  if ('problem' in taken) return taken
  const { row, draftJson } = taken
  return { contentJson: draftJson, draftNumber: row.draft_number, isLive: row.published_number !== null }
}

/** Keeps the pictures and files that held words show, so that none is deleted before readers see them; null where none are held any more. */
export async function keepHeldUses(tx: Transaction, storyId: string, contentJson: string | null): Promise<void> {
  const content = contentJson === null ? null : contentFromJson(contentJson)
  await keepUses(tx, { storyId, shown: 'held', ids: content ? picturesOf(content) : [] })
  await keepAttachmentUses(tx, { storyId, shown: 'held', ids: content ? attachmentsOf(content) : [] })
}
