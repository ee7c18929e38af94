/** Files of the site's own, and stills of what stands elsewhere, put where stories name them. */
import {
  type Attachment,
  attachmentHref,
  attachmentIdOf,
  captionsHref,
  mediaTypeOf,
  readAttachments,
} from '../../../attachments/index.ts'
import { libraryIdOf, readPictures, type ShownPicture, shownPicture } from '../../../media/index.ts'
import type { Database } from '../../../store/index.ts'
import { attachmentsOf, type Block, type StoryContent } from '../../../story/index.ts'

/** A file as a page shows it. */
export interface ShownFile extends Pick<Attachment, 'kind' | 'format' | 'bytes' | 'duration' | 'pages' | 'transcript'> {
  href: string
  /** The same with the site's own, for paper and feeds. */
  address: string
  type: string
  title: string
  width: number
  height: number
  captions: string | null
  poster: string | null
}

export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>
export type FileOnPage = BlockOf<'file'> & { shown?: ShownFile }
export type EmbedOnPage = BlockOf<'embed'> & { shown?: ShownPicture }

/** The same story with its files and its embeds' stills. Two statements at most; none where it has neither. `url`: where readers reach the site. */
export async function withAttached<T extends { content: StoryContent }>(
  db: Database,
  url: string,
  stories: readonly T[],
): Promise<T[]> {
  const files = await readAttachments(db, [...new Set(stories.flatMap(({ content }) => attachmentsOf(content)))])
  const stills = stories.flatMap(({ content }) =>
    content.body.flatMap((block) => (block.type === 'embed' ? (libraryIdOf(block.still ?? '') ?? []) : [])),
  )
  const posters = [...files.values()].flatMap(({ poster }) => poster ?? [])
  const pictures = await readPictures(db, [...new Set([...stills, ...posters])])
  const pictureOf = (id: string | null) => {
    const found = pictures.get(id ?? '')
    return found ? shownPicture(found.file, found) : null
  }
  const dress = (block: Block): Block | FileOnPage | EmbedOnPage => {
    if (block.type === 'embed') {
      const shown = pictureOf(libraryIdOf(block.still ?? ''))
      return shown ? { ...block, shown } : block
    }
    if (block.type !== 'file') return block
    const id = attachmentIdOf(block.src)
    if (id === null) return block
    const file = files.get(id)
    // Deleted in the moment before it was taken up: its title keeps its place, and leads nowhere.
    if (!file) return { ...block, src: '' }
    const { kind, format, bytes, duration, pages, transcript } = file
    const href = attachmentHref(file)
    return {
      ...block,
      shown: {
        ...{ kind, format, bytes, duration, pages, transcript, href, address: url + href },
        ...{ type: mediaTypeOf(format), title: block.title || file.title || file.name },
        ...{ width: file.width ?? WIDE.width, height: file.height ?? WIDE.height },
        captions: file.captions === '' ? null : captionsHref(file),
        poster: pictureOf(file.poster)?.src ?? null,
      },
    }
  }
  return stories.map((story) => ({ ...story, content: { ...story.content, body: story.content.body.map(dress) } }))
}

/** Of a film that does not say. */
const WIDE = { width: 16, height: 9 }

/** The audio of a story that has been through `withAttached`: what readers of podcasts take from a feed. */
export const audioOf = ({ body }: Pick<StoryContent, 'body'>): ShownFile[] =>
  body.flatMap((block) => {
    const { shown } = block.type === 'file' ? (block as FileOnPage) : {}
    return shown?.kind === 'audio' ? [shown] : []
  })
