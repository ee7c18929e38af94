/** What waits for review, with everything needed to decide, and how much of it there is. */
import { type RawBuilder, sql } from 'kysely'
import { type PublicComment, readPublicComments } from '../../discussion/index.ts'
import { BAND_NAMES, type BandName, type Database, type SignalStateName } from '../../store/index.ts'
import { readStoryLines } from '../../story/index.ts'
import type { Place } from './weave.ts'

export interface QueueItem {
  revisionId: string
  commentId: string
  number: number
  text: string
  /** When these words came in, in milliseconds since the epoch. */
  createdAt: number
  band: Place
  /** ISO 639-1; null where it can't be told. */
  language: string | null
  authorName: string
  authorMail: string | null
  /** Whether other comments wait under the same name, and from the same reader or network. */
  alsoWaiting: { byName: boolean; fromSender: boolean }
  /** The words that readers see now, where this is an edit of approved ones. */
  approved: PublicComment | null
  /** The comment it answers, as far as readers see it. */
  parent: PublicComment | null
  story: { id: string; path: string | null; headline: string; standfirst: string }
  signals: { phase: string; state: SignalStateName; words: string; weight: number }[]
}

// Written as a literal: SQLite takes a partial index only where the query itself shows that it fits.
const HELD = sql.lit<'held'>('held')

/** Written with the condition of the partial index review_bands. */
export const placeInQueue = sql<Place>`case when r.to_examine is null then r.band else 'unexamined' end`

const held = (db: Database) =>
  db
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select([
      'r.id as revisionId',
      'r.comment_id as commentId',
      'r.number',
      'r.text',
      'r.created_at as createdAt',
      placeInQueue.as('band'),
      'r.language',
      'c.author_name as authorName',
      'c.author_mail as authorMail',
      'c.parent_id as parentId',
      'c.story_id as storyId',
      sql<number>`case when ${othersWait(sql`o.author_name = c.author_name`)} then 1 else 0 end`.as('byName'),
      // As the filter has it (waiting.ts): a reader where one is known, else the network of that day.
      sql<number>`case
        when c.reader_id is not null then case when ${othersWait(sql`o.reader_id is not null and o.reader_id = c.reader_id`)} then 1 else 0 end
        when c.sender_key = '' then 0
        when ${othersWait(sql`o.sender_key = c.sender_key`)} then 1
        else 0 end`.as('fromSender'),
    ])
    .where('r.state', '=', HELD)

/** Whether a comment other than `c` waits, among the newest so many that are like it in this. */
const MOST_LOOKED_AT = 500
const othersWait = (like: RawBuilder<unknown>) =>
  sql<boolean>`exists (
    select 1
    from (
      select o.id from comments as o where ${like} and o.id <> c.id order by o.created_at desc limit ${sql.lit(MOST_LOOKED_AT)}
    ) as alike
    inner join comment_revisions as h on h.comment_id = alike.id and h.state = ${HELD}
  )`

/** What waits, oldest first, whoever has it in hand; `after` is the last item of the part before, however it was decided since. */
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
    if (last) query = query.where(sql<boolean>`(r.created_at, r.id) > (${last.created_at}, ${last.id})`)
  }
  return withContext(db, await query.orderBy('r.created_at').orderBy('r.id').limit(limit).execute())
}

/** These items in this order, as far as they still wait. */
export async function readItems(db: Database, revisionIds: readonly string[]): Promise<QueueItem[]> {
  if (revisionIds.length === 0) return []
  const items = await withContext(db, await held(db).where('r.id', 'in', revisionIds).execute())
  const place = new Map(revisionIds.map((id, index) => [id, index]))
  return items.sort((a, b) => (place.get(a.revisionId) ?? 0) - (place.get(b.revisionId) ?? 0))
}

/** One item of the queue, or null where it does not wait (any more). */
export const readQueueItem = async (db: Database, revisionId: string): Promise<QueueItem | null> =>
  (await readItems(db, [revisionId]))[0] ?? null

/** Counted exactly up to here; beyond, "more than" says as much, and no page waits for a longer count. */
export const MOST_COUNTED = 5000
/** The same for the bands, and for what is new. */
const MOST_IN_BAND = 1000

export interface Count {
  /** At most as many as are counted. */
  count: number
  /** Whether there are more. */
  more: boolean
}

export interface QueueState {
  /** How many wait; at most MOST_COUNTED. */
  waiting: number
  /** Whether more do. */
  more: boolean
  oldestAt: number | null
}

/** The revisions that wait, up to one more than are counted. */
export const waitingRevisions = (db: Database) =>
  db.selectFrom(
    db
      .selectFrom('comment_revisions')
      .select('created_at')
      .where('state', '=', HELD)
      .orderBy('created_at')
      .orderBy('id')
      .limit(MOST_COUNTED + 1)
      .as('some'),
  )

/** How many wait, and since when the oldest does. Always counted anew, along the index of what waits. */
export async function readQueueState(db: Database): Promise<QueueState> {
  const row = await waitingRevisions(db)
    .select((r) => [r.fn.countAll().as('waiting'), r.fn.min('created_at').as('oldest')])
    .executeTakeFirstOrThrow()
  const { count, more } = upTo(MOST_COUNTED, Number(row.waiting))
  return { waiting: count, more, oldestAt: row.oldest === null ? null : Number(row.oldest) }
}

/** How many wait in each band. */
export async function countBands(db: Database): Promise<Record<BandName, Count>> {
  const counts = await Promise.all(
    BAND_NAMES.map((band) =>
      counted(
        db,
        db
          .selectFrom('comment_revisions')
          .select('id')
          .where('state', '=', HELD)
          .where('band', '=', band)
          .where('to_examine', 'is', null)
          .limit(MOST_IN_BAND + 1),
      ),
    ),
  )
  const [fine, thought, spam] = counts as [Count, Count, Count]
  return { fine, thought, spam }
}

/** How many of what waits came in after a time. */
export const countSince = (db: Database, since: number): Promise<Count> =>
  counted(
    db,
    db
      .selectFrom('comment_revisions')
      .select('id')
      .where('state', '=', HELD)
      .where('created_at', '>', since)
      .limit(MOST_IN_BAND + 1),
  )

type Ids = ReturnType<typeof selectIds>
const selectIds = (db: Database) => db.selectFrom('comment_revisions').select('id')

async function counted(db: Database, ids: Ids): Promise<Count> {
  const { count } = await db
    .selectFrom(ids.as('some'))
    .select((r) => r.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return upTo(MOST_IN_BAND, Number(count))
}

const upTo = (most: number, count: number): Count => ({ count: Math.min(count, most), more: count > most })

type HeldRow = Awaited<ReturnType<ReturnType<typeof held>['execute']>>[number]

/** What stands around some items, in as many queries for forty as for one. */
async function withContext(db: Database, rows: HeldRow[]): Promise<QueueItem[]> {
  if (rows.length === 0) return []
  const [signals, comments, stories] = await Promise.all([
    db
      .selectFrom('signals')
      .selectAll()
      .where(
        'revision_id',
        'in',
        rows.map((row) => row.revisionId),
      )
      .orderBy('weight', 'desc')
      .orderBy('phase')
      .execute(),
    readPublicComments(db, [
      ...new Set(rows.flatMap((row) => [...(row.number > 1 ? [row.commentId] : []), row.parentId ?? []].flat())),
    ]),
    readStoryLines(db, [...new Set(rows.map((row) => row.storyId))]),
  ])
  return rows.map(({ parentId, storyId, byName, fromSender, ...row }) => ({
    ...row,
    alsoWaiting: { byName: Number(byName) === 1, fromSender: Number(fromSender) === 1 },
    approved: row.number > 1 ? (comments.get(row.commentId) ?? null) : null,
    parent: parentId ? (comments.get(parentId) ?? null) : null,
    story: stories.get(storyId) ?? { id: storyId, path: null, headline: '', standfirst: '' },
    signals: signals
      .filter((signal) => signal.revision_id === row.revisionId)
      .map(({ revision_id: _, ...signal }) => signal),
  }))
}
