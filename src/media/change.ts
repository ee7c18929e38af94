/** What an editor says of a picture; and taking one out of the library. */
import { unlessAway } from '../files/index.ts'
import { pictureMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { type Store, takeTurns } from '../store/index.ts'
import type { PictureFiles } from './files.ts'
import { readPicturePlaces, readPictureUses, searchWords } from './library.ts'
import { saidOfAi } from './made-with-ai.ts'
import { type PictureDetails, readPicture } from './picture.ts'
import { sayChanged } from './uses.ts'

/** Keeps what is said of a picture; every page that shows it says so from now on. False where it is gone. */
export const changePicture = (
  store: Store,
  { id, details, by }: { id: string; details: PictureDetails; by: string },
  now: number,
): Promise<boolean> =>
  store.transaction(now, async (tx) => {
    const before = await readPicture(tx.rows, id)
    if (!before) return false
    const { caption, credit, rights, place, taken, focus, madeWithAi } = details
    const words = searchWords({ name: before.name, caption, credit, place })
    await tx.rows
      .updateTable('pictures')
      .set({
        caption,
        credit,
        rights,
        place,
        taken,
        focus_x: focus.x,
        focus_y: focus.y,
        words,
        made_with_ai: saidOfAi(madeWithAi, before.ai),
      })
      .where('id', '=', id)
      .execute()
    await noteAct(tx, { by, act: 'picture.changed', about: id, detail: m.logChanged(before.name) })
    await sayChanged(tx, id)
    return true
  })

/**
 * Takes a picture out, with its files, unless a story or something else shows it: those are answered.
 * The record goes first, so that no record is ever without its files.
 */
export async function deletePicture(
  store: Store,
  files: PictureFiles,
  { id, by }: { id: string; by: string },
  now: number,
): Promise<{ deleted: boolean } | { usedIn: string[]; places: string[] }> {
  const outcome = await store.transaction(now, async (tx) => {
    // A story that takes it up at the same moment comes before or after.
    await takeTurns(tx, 'pictures')
    const picture = await readPicture(tx.rows, id)
    if (!picture) return { deleted: false }
    const uses = await readPictureUses(tx.rows, id)
    const places = await readPicturePlaces(tx.rows, id)
    if (uses.length + places.length > 0) return { usedIn: uses.map(({ storyId }) => storyId), places }
    await tx.rows.deleteFrom('pictures').where('id', '=', id).execute()
    await noteAct(tx, { by, act: 'picture.deleted', about: id, detail: m.logDeleted(picture.name) })
    return { deleted: true, file: picture.file }
  })
  if ('file' in outcome && outcome.file) await dropFile(store, files, outcome.file)
  return 'usedIn' in outcome ? outcome : { deleted: outcome.deleted }
}

/** Removes a file that no picture has any more. */
export async function dropFile(store: Store, files: PictureFiles, file: string): Promise<void> {
  // Only files of earlier versions can be shared by two pictures.
  const other = await store.db.selectFrom('pictures').select('id').where('file', '=', file).executeTakeFirst()
  if (!other) await unlessAway(files.remove(file))
}
