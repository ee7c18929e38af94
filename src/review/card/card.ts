/** The context card: what a moderator would look up before deciding, brought with the comment. */
import type { Database } from '../../store/index.ts'
import { type Block, type StoryContent, wordsOfBlock } from '../../story/index.ts'
import { paragraphAbout, type StoryParagraph } from './paragraph.ts'
import { type AuthorRecord, readRecords } from './record.ts'

export interface Card {
  /** The paragraph of the story, as published, that the comment speaks of; null where none stands out. */
  paragraph: StoryParagraph | null
  author: AuthorRecord
}

/** The cards for some items of the queue, by revision. */
export async function readCards(
  db: Database,
  items: readonly { revisionId: string; commentId: string; text: string; story: { id: string } }[],
): Promise<Map<string, Card>> {
  if (items.length === 0) return new Map()
  const comments = await db
    .selectFrom('comments')
    .select(['id', 'reader_id', 'sender_key'])
    .where(
      'id',
      'in',
      items.map(({ commentId }) => commentId),
    )
    .execute()
  const [records, paragraphs] = await Promise.all([
    readRecords(db, comments),
    readParagraphs(db, [...new Set(items.map(({ story }) => story.id))]),
  ])
  return new Map(
    items.map(({ revisionId, commentId, text, story }) => [
      revisionId,
      {
        paragraph: paragraphAbout(text, paragraphs.get(story.id) ?? []),
        author: records.get(commentId) ?? { verified: false, sameNetwork: 0 },
      },
    ]),
  )
}

/** The paragraphs of each story as readers have them; a story that is not on the site has none. */
async function readParagraphs(db: Database, storyIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('published_stories')
    .select(['id', 'content_json'])
    .where('id', 'in', storyIds)
    .execute()
  return new Map(
    rows.map(({ id, content_json }) => [
      id,
      (JSON.parse(content_json) as StoryContent).body.filter(isParagraph).map(wordsOfBlock),
    ]),
  )
}

const isParagraph = ({ type }: Block): boolean => type === 'paragraph' || type === 'quote' || type === 'list'
