/** Pictures of the library, put where stories name them. */
import {
  type LibraryPicture,
  libraryAddress,
  libraryIdOf,
  type MadeWithAi,
  readPictures,
  type ShownPicture,
  shownPicture,
} from '../../../media/index.ts'
import type { Database } from '../../../store/index.ts'
import { picturesOf, type StoryContent } from '../../../story/index.ts'
import { focusClass } from './picture-focus.ts'

type Picture = NonNullable<StoryContent['picture']>

/** A picture as a page shows it: of the library with its files, of elsewhere by its address alone. */
export interface PictureOnPage extends Picture {
  file?: ShownPicture & { focus: string | undefined; madeWithAi: MadeWithAi }
}

/** The same stories, their pictures with files, credit and rights as the library has them. One statement; none without pictures. */
export async function withPictures<T extends { content: StoryContent }>(
  db: Database,
  stories: readonly T[],
): Promise<T[]> {
  const dress = dresser(await readPictures(db, [...new Set(stories.flatMap(({ content }) => picturesOf(content)))]))
  return stories.map((story) => {
    const { picture, body } = story.content
    const content = {
      ...story.content,
      picture: picture ? dress(picture) : null,
      body: body.map((block) => {
        if (block.type === 'gallery')
          return { ...block, pictures: block.pictures.map((one) => ({ ...dress(one), id: one.id })) }
        return block.type === 'figure' ? { ...block, picture: dress(block.picture) } : block
      }),
    }
    return { ...story, content }
  })
}

/** The same for cards, which show a story's lead picture and whom it is by. One statement; none without pictures. */
export async function withCardPictures<T extends { content: StoryContent }>(
  db: Database,
  stories: readonly T[],
  portraitOf: (story: T) => string | null,
): Promise<(T & { portrait?: PictureOnPage })[]> {
  const ids = stories.flatMap((story) => [libraryIdOf(story.content.picture?.src ?? ''), portraitOf(story)])
  const dress = dresser(
    await readPictures(
      db,
      [...new Set(ids)].filter((id) => id !== null),
    ),
  )
  return stories.map((story) => {
    const { picture } = story.content
    const by = portraitOf(story)
    return {
      ...story,
      content: { ...story.content, picture: picture ? dress(picture) : null },
      ...(by === null ? {} : { portrait: dress({ ...NO_WORDS, src: libraryAddress(by) }) }),
    }
  })
}

const NO_WORDS = { alt: '', caption: '', credit: '', rights: '' }

/** Puts a picture's files beside it; a picture that is not of the library stays as it is. */
const dresser =
  (known: ReadonlyMap<string, LibraryPicture>) =>
  (picture: Picture): PictureOnPage => {
    const id = libraryIdOf(picture.src)
    if (id === null) return picture
    const found = known.get(id)
    const shown = found ? shownPicture(found.file, found) : null
    // Deleted under an old version's preview: the caption keeps its place.
    if (!found || !shown) return { ...picture, src: '' }
    const { credit, rights, madeWithAi } = found
    return {
      ...picture,
      src: shown.src,
      credit,
      rights,
      file: { ...shown, focus: focusClass(found.focus), madeWithAi },
    }
  }

/** One story's. */
export async function withItsPictures<T extends { content: StoryContent }>(db: Database, story: T): Promise<T> {
  const [dressed = story] = await withPictures(db, [story])
  return dressed
}
