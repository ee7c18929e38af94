/** The context card: what a moderator would look up before deciding, brought with the comment. */
import { storiesOnHold } from '../../discussion/index.ts'
import type { Database } from '../../store/index.ts'
import { type Block, readPublishedByIds, type StoryContent, wordsOfBlock } from '../../story/index.ts'
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
    .select(['r.id as revisionId', 'c.id', 'c.reader_id', 'c.sender_key', 'r.campaign_id', 's.phase'])
    .where(
      'r.id',
      'in',
      items.map(({ revisionId }) => revisionId),
    )
    .execute()
  // Most comments are like no other, and it was seen when they came.
  const repeating = rows.filter(({ campaign_id, phase }) => campaign_id !== null || phase !== null)
  const stories = [...new Set(items.map(({ story }) => story.id))]
  const [records, contents, onHold, repeated] = await Promise.all([
    readRecords(db, rows),
    readPublishedByIds(db, stories).then((live) => new Map(live.map(({ id, content }) => [id, content]))),
    storiesOnHold(db, stories),
    Promise.all(
      repeating.map(async ({ revisionId }) => [revisionId, await readAlike(db, revisionId, SHOWN_ALIKE)] as const),
    ),
  ])
  const alike = new Map(repeated)
  const campaigns = new Map(rows.map(({ revisionId, campaign_id }) => [revisionId, campaign_id]))
  return new Map(
    items.map(({ revisionId, commentId, text, story }) => [
      revisionId,
      {
        paragraph: paragraphAbout(text, paragraphsOf(contents.get(story.id))),
        author: records.get(commentId) ?? { verified: false, sameNetwork: 0 },
        onHold: onHold.has(story.id),
        campaignId: campaigns.get(revisionId) ?? null,
        ...(alike.get(revisionId) ?? ALONE),
      },
    ]),
  )
}

const ALONE: Alike = { near: [], decided: { approved: 0, rejected: 0, spam: 0 } }

const paragraphsOf = (story: StoryContent | undefined): string[] =>
  (story?.body ?? []).filter(isParagraph).map(wordsOfBlock)

const isParagraph = ({ type }: Block): boolean => type === 'paragraph' || type === 'quote' || type === 'list'
