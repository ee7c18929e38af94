/** The context card: what a moderator would look up before deciding, brought with the comment. */
import type { Database } from '../../store/index.ts'
import { type Block, type StoryContent, wordsOfBlock } from '../../story/index.ts'
import { type Alike, readAlike } from '../campaigns/index.ts'
import { paragraphAbout, type StoryParagraph } from './paragraph.ts'
import { type AuthorRecord, readRecords } from './record.ts'

export interface Card extends Alike {
  /** The paragraph of the story, as published, that the comment speaks of; null where none stands out. */
  paragraph: StoryParagraph | null
  author: AuthorRecord
  /** Whether the comments on its story are on hold now. */
  onHold: boolean
  /** The campaign it belongs to, if any. */
  campaignId: string | null
}

/** Near-identical comments that a card names; the campaign's page has them all. */
const SHOWN_ALIKE = 3

/** The cards for some items of the queue, by revision. */
export async function readCards(
  db: Database,
  items: readonly { revisionId: string; commentId: string; text: string; story: { id: string } }[],
): Promise<Map<string, Card>> {
  if (items.length === 0) return new Map()
  const rows = await db
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .leftJoin('signals as s', (join) => join.onRef('s.revision_id', '=', 'r.id').on('s.phase', '=', 'campaign'))
    .leftJoin('story_modes as m', 'm.story_id', 'c.story_id')
    .select(['r.id as revisionId', 'c.id', 'c.reader_id', 'c.sender_key', 'r.campaign_id', 's.phase', 'm.mode'])
    .where(
      'r.id',
      'in',
      items.map(({ revisionId }) => revisionId),
    )
    .execute()
  // Most comments are like no other, and it was seen when they came.
  const repeating = rows.filter(({ campaign_id, phase }) => campaign_id !== null || phase !== null)
  const [records, paragraphs, repeated] = await Promise.all([
    readRecords(db, rows),
    readParagraphs(db, [...new Set(items.map(({ story }) => story.id))]),
    Promise.all(
      repeating.map(async ({ revisionId }) => [revisionId, await readAlike(db, revisionId, SHOWN_ALIKE)] as const),
    ),
  ])
  const alike = new Map(repeated)
  const campaigns = new Map(rows.map(({ revisionId, campaign_id }) => [revisionId, campaign_id]))
  const onHold = new Set(rows.filter(({ mode }) => mode === 'hold').map(({ revisionId }) => revisionId))
  return new Map(
    items.map(({ revisionId, commentId, text, story }) => [
      revisionId,
      {
        paragraph: paragraphAbout(text, paragraphs.get(story.id) ?? []),
        author: records.get(commentId) ?? { verified: false, sameNetwork: 0 },
        onHold: onHold.has(revisionId),
        campaignId: campaigns.get(revisionId) ?? null,
        ...(alike.get(revisionId) ?? ALONE),
      },
    ]),
  )
}

const ALONE: Alike = { near: [], decided: { approved: 0, rejected: 0, spam: 0 } }

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
