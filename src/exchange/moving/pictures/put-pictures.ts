/** Puts pictures of the library where a story had them, in its draft and on the site. */
import { libraryAddress } from '../../../media/index.ts'
import { movingMessages as m } from '../../../messages/index.ts'
import { bringInNote } from '../../../notes/index.ts'
import type { Store, Transaction } from '../../../store/index.ts'
import {
  type Block,
  publish,
  readDraft,
  readPublishedById,
  type StoryContent,
  saveDraftIn,
} from '../../../story/index.ts'
import { keepLines } from '../take/move.ts'
import type { HadPicture, PictureRow } from './picture-rows.ts'

/** A note names no more than so many pictures; the import's account has all. */
const MOST_NAMED = 5

interface Put {
  importId: string
  storyId: string
  by: string | null
  had: ReadonlyMap<PictureRow, HadPicture>
}

/**
 * Puts them in, and tells the newsroom of those that are missing: in a note on the story and in the import's account.
 * Their places stay as they are, for somebody to fill. Throws where somebody saves the draft at this very moment: then
 * it is tried again. A story in the trash gets none until somebody brings it back.
 */
export async function putPictures(store: Store, { importId, storyId, by, had }: Put, now: number): Promise<void> {
  const found = new Map([...had].flatMap(([row, picture]) => ('problem' in picture ? [] : [[row.place, picture]])))
  const draft = await readDraft(store.db, storyId)
  if (draft && found.size > 0) {
    const content = withPictures(draft.content, found)
    await store.transaction(now, async (tx) => {
      const saved = await saveDraftIn(tx, { storyId, base: draft.number, content, by })
      if (!saved.saved) throw new Error('somebody saved the draft meanwhile')
      // A draft that only its import has changed is still as the import left it.
      await tx.rows
        .updateTable('imported_items')
        .set({ our_number: saved.number })
        .where('our_id', '=', storyId)
        .where('kind', '=', 'story')
        .where('our_number', '=', draft.number)
        .execute()
    })
    const published = draft.state === 'draft' ? null : await readPublishedById(store.db, storyId)
    if (published) {
      const words = withPictures(published.content, found)
      const change = { silent: true, wordsOf: () => words, keep: async () => {} }
      await publish(store, { id: storyId, by, change, picturesFollow: true }, now)
    }
  }
  await store.transaction(now, async (tx) => {
    const name = draft?.content.headline ?? storyId
    const missing = [...had.values()].flatMap((picture) =>
      'problem' in picture ? [m.pictureMissing(picture.address, picture.problem)] : [],
    )
    await keepLines(
      tx,
      importId,
      missing.map((why) => ({ about: 'said', kind: 'picture', name, ourId: storyId, why })),
    )
    if (draft && by !== null && missing.length > 0) {
      const words = m.picturesMissing(missing, MOST_NAMED)
      await bringInNote(tx, { storyId, answers: null, words, at: now, isDone: false, by })
    }
    await letGoOfBytes(tx, [...had.keys()])
    for (const [{ number }, picture] of had)
      await tx.rows
        .updateTable('import_pictures')
        .set(
          'problem' in picture
            ? { state: 'failed', problem: picture.problem }
            : { state: 'put', problem: '', picture_id: picture.id },
        )
        .where('number', '=', number)
        .execute()
  })
}

/** Pictures that were written into their pages are in the library now, or can't be. */
async function letGoOfBytes(tx: Transaction, rows: readonly PictureRow[]): Promise<void> {
  for (const { site_key, address } of rows)
    if (address.startsWith('key:data:'))
      await tx.rows
        .updateTable('import_picture_records')
        .set({ address: '' })
        .where('site_key', '=', site_key)
        .where('key', '=', address.slice('key:'.length))
        .execute()
}

type FoundPicture = Exclude<HadPicture, { problem: string }>
type Found = ReadonlyMap<string, FoundPicture>

/** A place that somebody has filled meanwhile stays as it is. */
function withPictures(content: StoryContent, found: Found): StoryContent {
  const lead = found.get('lead')
  return {
    ...content,
    picture: content.picture && lead ? filled(content.picture, lead) : content.picture,
    body: content.body.map((block): Block => {
      if (block.type === 'gallery')
        return {
          ...block,
          pictures: block.pictures.map((picture) => {
            const one = found.get(picture.id)
            return one ? filled(picture, one) : picture
          }),
        }
      const one = block.type === 'figure' ? found.get(block.id) : undefined
      return block.type === 'figure' && one ? { ...block, picture: filled(block.picture, one) } : block
    }),
  }
}

function filled<P extends { src: string; alt: string; caption: string; credit: string }>(
  picture: P,
  had: FoundPicture,
): P {
  if (picture.src !== '') return picture
  const { id, alt, caption, credit } = had
  return {
    ...picture,
    src: libraryAddress(id),
    alt: picture.alt || alt,
    caption: picture.caption || caption,
    credit: picture.credit || credit,
  }
}
