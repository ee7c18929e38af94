/** Puts pictures of the library where a story had them, in its draft and on the site. */
import { libraryAddress } from '../../../media/index.ts'
import type { Store } from '../../../store/index.ts'
import {
  type Block,
  publish,
  readDraft,
  readPublishedById,
  type StoryContent,
  saveDraftIn,
} from '../../../story/index.ts'
import type { HadPicture, PictureRow } from './picture-rows.ts'

interface Put {
  storyId: string
  by: string | null
  had: ReadonlyMap<PictureRow, HadPicture>
}

/**
 * Throws where somebody saves the draft at this very moment: then it is tried
 * again. A story in the trash gets none until somebody brings it back.
 */
export async function putPictures(store: Store, { storyId, by, had }: Put, now: number): Promise<void> {
  const found = new Map([...had].flatMap(([row, picture]) => ('id' in picture ? [[row.place, picture] as const] : [])))
  const draft = found.size > 0 ? await readDraft(store.db, storyId) : null
  if (draft) {
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
      await publish(store, { id: storyId, by, change }, now)
    }
  }
  await store.transaction(now, async (tx) => {
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

type Found = ReadonlyMap<string, Extract<HadPicture, { id: string }>>

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
  { id, alt, caption, credit }: Extract<HadPicture, { id: string }>,
): P {
  if (picture.src !== '') return picture
  return {
    ...picture,
    src: libraryAddress(id),
    alt: picture.alt || alt,
    caption: picture.caption || caption,
    credit: picture.credit || credit,
  }
}
