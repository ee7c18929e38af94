/** Notes that colleagues made in another system. */
import { newId, type Transaction } from '../store/index.ts'

interface BroughtNote {
  storyId: string
  /** The note that it answers; null where it is one itself. */
  answers: string | null
  words: string
  /** Milliseconds. */
  at: number
  isDone: boolean
  /** Who brings it in; who wrote it stands in its words. */
  by: string
}

/** A note on the story as a whole, or an answer to one; answers the note's id. Nobody is told. */
export async function bringInNote(tx: Transaction, note: BroughtNote): Promise<string> {
  const { storyId, words, by } = note
  const at = Math.min(note.at, tx.now)
  const id = note.answers ?? newId(tx.now, at)
  if (note.answers === null)
    await tx.rows
      .insertInto('notes')
      .values({
        ...{ id, story_id: storyId, number: 1, place: '', exact: '', prefix: '', suffix: '', by, at },
        done_at: note.isDone ? at : null,
        done_by: note.isDone ? by : null,
      })
      .execute()
  await tx.rows
    .insertInto('note_lines')
    .values({ id: newId(tx.now, at), note_id: id, by, at, words })
    .execute()
  await tx.say({ kind: 'draft.notes', story: storyId })
  return id
}
