/** Pictures of the library, put where stories name them. */
import {
  type LibraryPicture,
  libraryIdOf,
  readPictures,
  type ShownPicture,
  shownPicture,
} from '../../../media/index.ts'
import type { Database } from '../../../store/index.ts'
import { type Picture, picturesOf, type StoryContent } from '../../../story/index.ts'
import { focusClass } from './picture-focus.ts'

/** A picture as a page shows it: of the library with its files, of elsewhere by its address alone. */
export interface PictureOnPage extends Picture {
  file?: ShownPicture & { focus: string | undefined; ai: LibraryPicture['ai'] }
}

/** The same stories, their pictures with files, credit and rights as the library has them. One statement; none without pictures. */
export async function withPictures<T extends { content: StoryContent }>(
  db: Database,
  stories: readonly T[],
): Promise<T[]> {
  const known = await readPictures(db, [...new Set(stories.flatMap(({ content }) => picturesOf(content)))])
  const dress = (picture: Picture): PictureOnPage => {
    const id = libraryIdOf(picture.src)
    if (id === null) return picture
    const found = known.get(id)
    const shown = found ? shownPicture(found.file, found) : null
    // Deleted under an old version's preview: the caption keeps its place.
    if (!found || !shown) return { ...picture, src: '' }
    const { credit, rights, ai } = found
    return { ...picture, src: shown.src, credit, rights, file: { ...shown, focus: focusClass(found.focus), ai } }
  }
  return stories.map((story) => {
    const { picture, body } = story.content
    const content = {
      ...story.content,
      picture: picture ? dress(picture) : null,
      body: body.map((block) => (block.type === 'figure' ? { ...block, picture: dress(block.picture) } : block)),
    }
    return { ...story, content }
  })
}

/** One story's. */
export async function withItsPictures<T extends { content: StoryContent }>(db: Database, story: T): Promise<T> {
  const [dressed = story] = await withPictures(db, [story])
  return dressed
}
