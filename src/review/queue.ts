/** What waits for review, oldest first, with everything needed to decide. */
import { type PublicComment, readPublicComment } from '../discussion/index.ts'
import type { Database, RevisionStateName, SignalStateName } from '../store/index.ts'
import type { StoryContent } from '../story/index.ts'

export interface QueueItem {
  revisionId: string
  commentId: string
  number: number
  text: string
  /** When these words came in, in milliseconds since the epoch. */
  createdAt: number
  authorName: string
  authorMail: string | null
  /** The words that readers see now, where this is an edit of approved ones. */
  approved: PublicComment | null
  /** The comment it answers, as far as readers see it. */
  parent: PublicComment | null
  story: { id: string; path: string | null; headline: string; standfirst: string }
  signals: { phase: string; state: SignalStateName; words: string; weight: number }[]
}

const held = (db: Database) =>
  db
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .innerJoin('stories as s', 's.id', 'c.story_id')
    .select([
      'r.id as revisionId',
      'r.comment_id as commentId',
      'r.number',
      'r.text',
      'r.created_at as createdAt',
      'c.author_name as authorName',
      'c.author_mail as authorMail',
      'c.parent_id as parentId',
      's.id as storyId',
      's.path',
      's.draft_json',
    ])
    .where('r.state', '=', 'held')

/** The next `limit` items; `after` is the last item already in hand, however it was decided since. */
export async function readQueue(
  db: Database,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<QueueItem[]> {
  let query = held(db)
  if (after !== undefined) {
    const last = await db
      .selectFrom('comment_revisions')
      .select(['id', 'created_at'])
      .where('id', '=', after)
      .executeTakeFirst()
    if (last) {
      query = query.where((r) =>
        r.or([
          r('r.created_at', '>', last.created_at),
          r.and([r('r.created_at', '=', last.created_at), r('r.id', '>', last.id)]),
        ]),
      )
    }
  }
  return withContext(db, await query.orderBy('r.created_at').orderBy('r.id').limit(limit).execute())
}

/** One item of the queue, or null where it does not wait (any more). */
export async function readQueueItem(db: Database, revisionId: string): Promise<QueueItem | null> {
  const [item] = await withContext(db, await held(db).where('r.id', '=', revisionId).execute())
  return item ?? null
}

/** How many wait, and since when the oldest does. */
export async function readQueueState(db: Database): Promise<{ waiting: number; oldestAt: number | null }> {
  const row = await db
    .selectFrom('comment_revisions')
    .select((r) => [r.fn.countAll().as('waiting'), r.fn.min('created_at').as('oldest')])
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.waiting), oldestAt: row.oldest === null ? null : Number(row.oldest) }
}

/** How many comments of each story wait, for the newsroom's list. */
export async function countHeld(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select((r) => ['c.story_id', r.fn.countAll().as('count')])
    .where('r.state', '=', 'held')
    .groupBy('c.story_id')
    .execute()
  return new Map(rows.map((row) => [row.story_id, Number(row.count)]))
}

type HeldRow = Awaited<ReturnType<ReturnType<typeof held>['execute']>>[number]

async function withContext(db: Database, rows: HeldRow[]): Promise<QueueItem[]> {
  if (rows.length === 0) return []
  const signals = await db
    .selectFrom('signals')
    .selectAll()
    .where(
      'revision_id',
      'in',
      rows.map((row) => row.revisionId),
    )
    .orderBy('weight', 'desc')
    .orderBy('phase')
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const { headline, standfirst } = JSON.parse(row.draft_json) as StoryContent
      return {
        revisionId: row.revisionId,
        commentId: row.commentId,
        number: row.number,
        text: row.text,
        createdAt: row.createdAt,
        authorName: row.authorName,
        authorMail: row.authorMail,
        approved: row.number > 1 ? await readPublicComment(db, row.commentId) : null,
        parent: row.parentId ? await readPublicComment(db, row.parentId) : null,
        story: { id: row.storyId, path: row.path, headline, standfirst },
        signals: signals
          .filter((signal) => signal.revision_id === row.revisionId)
          .map(({ revision_id: _, ...signal }) => signal),
      }
    }),
  )
}

export interface CommentHistory {
  commentId: string
  storyId: string
  authorName: string
  authorMail: string | null
  parent: PublicComment | null
  revisions: {
    id: string
    number: number
    text: string
    state: RevisionStateName
    createdAt: number
    stateAt: number
  }[]
  decisions: {
    id: string
    revisionId: string
    action: string
    reason: string | null
    by: string
    at: number
    undoes: string | null
  }[]
}

/** Everything about one comment, for staff: newest revision first, decisions in their order. */
export async function readCommentHistory(db: Database, commentId: string): Promise<CommentHistory | null> {
  const comment = await db.selectFrom('comments').selectAll().where('id', '=', commentId).executeTakeFirst()
  if (!comment) return null
  const revisions = await db
    .selectFrom('comment_revisions')
    .selectAll()
    .where('comment_id', '=', commentId)
    .orderBy('number', 'desc')
    .execute()
  const decisions = await db
    .selectFrom('decisions')
    .innerJoin('people', 'people.id', 'decisions.decided_by')
    .select(['decisions.id', 'revision_id', 'action', 'reason', 'people.name', 'decided_at', 'undoes'])
    .where('comment_id', '=', commentId)
    .orderBy('decided_at')
    .orderBy('decisions.id')
    .execute()
  return {
    commentId,
    storyId: comment.story_id,
    authorName: comment.author_name,
    authorMail: comment.author_mail,
    parent: comment.parent_id ? await readPublicComment(db, comment.parent_id) : null,
    revisions: revisions.map((r) => ({
      id: r.id,
      number: r.number,
      text: r.text,
      state: r.state,
      createdAt: r.created_at,
      stateAt: r.state_at,
    })),
    decisions: decisions.map((d) => ({
      id: d.id,
      revisionId: d.revision_id,
      action: d.action,
      reason: d.reason,
      by: d.name,
      at: d.decided_at,
      undoes: d.undoes,
    })),
  }
}

/** A story's comments as staff see them, newest first: one line each with the state of its newest revision. */
export async function listStoryComments(db: Database, storyId: string, limit = 200) {
  const rows = await db
    .selectFrom('comments as c')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select(['c.id', 'c.author_name as authorName', 'c.created_at as createdAt', 'r.text', 'r.state'])
    .where('c.story_id', '=', storyId)
    .where((r) =>
      r.not(
        r.exists(
          r
            .selectFrom('comment_revisions as newer')
            .select('newer.id')
            .whereRef('newer.comment_id', '=', 'c.id')
            .whereRef('newer.number', '>', 'r.number'),
        ),
      ),
    )
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute()
  return rows
}
