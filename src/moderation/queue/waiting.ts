/**
 * Which held words come next under a filter. Two ways lead there. Where the
 * filter names something that few comments have (a reader, a network, a name, a
 * story, words), those comments are looked at and put in order here. Else the
 * held ones are walked in the order of the partial indices review_queue and
 * review_bands until enough are found. Neither sorts all that is held.
 */
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import { BAND_NAMES, COMMENT_TEXT, type Database, fullTextOf, type Store } from '../../store/index.ts'
import type { QueueFilter } from './filter.ts'
import { placeInQueue } from './read.ts'
import { searchTerms } from './terms.ts'
import { type Counts, inOrder, LONGEST_WAIT, type Waiting } from './weave.ts'

/** A name or a story with more comments than this is looked for among the held, where it will be met soon. */
const FEW = 1000
/** Of words that very many comments have, the newest so many are considered. */
export const MOST_CONSIDERED = 5000
const MINUTE = 60_000

type Schema = Database extends Kysely<infer Tables> ? Tables : never
type Held = SelectQueryBuilder<Schema & { r: Schema['comment_revisions'] }, 'r', Waiting>

/** At most `limit` held items that nobody has in hand, in the order they are handed out. */
export async function readWaiting(
  kind: Store['kind'],
  db: Database,
  { filter, limit, given, now }: { filter: QueueFilter; limit: number; given: Counts; now: number },
): Promise<Waiting[]> {
  if (limit <= 0) return []
  const few = await readFew(kind, db, filter, now)
  if (few) return inOrder(few, { now, limit, given })

  const held = () => notInHand(heldBy(db, filter, now))
  const overdue = await held()
    .where('r.created_at', '<', now - LONGEST_WAIT)
    .orderBy('r.created_at')
    .orderBy('r.id')
    .limit(limit)
    .execute()
  if (overdue.length === limit) return overdue
  const bands = await Promise.all(
    BAND_NAMES.filter((band) => !filter.band || band === filter.band).map((band) =>
      held()
        .where('r.band', '=', band)
        .where('r.to_examine', 'is', null)
        .where('r.created_at', '>=', now - LONGEST_WAIT)
        .orderBy('r.created_at')
        .orderBy('r.id')
        .limit(limit - overdue.length)
        .execute(),
    ),
  )
  const found = overdue.length + bands.flat().length
  // Nobody waits for a band to be found out while there is something else to read.
  const unexamined =
    filter.band || found >= limit
      ? []
      : await held()
          .where('r.to_examine', 'is not', null)
          .where('r.created_at', '>=', now - LONGEST_WAIT)
          .orderBy('r.created_at')
          .orderBy('r.id')
          .limit(limit - found)
          .execute()
  return inOrder([...overdue, ...bands.flat(), ...unexamined], { now, limit, given })
}

/** Those of some held items that a filter lets through, in any order. */
export async function passing(
  kind: Store['kind'],
  db: Database,
  filter: QueueFilter,
  ids: readonly string[],
  now: number,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const query = await matching(kind, db, filter, now)
  return new Set(query ? (await query.where('r.id', 'in', ids).execute()).map(({ id }) => id) : [])
}

/** Held words under all that a filter asks of their own rows and their comments'. */
function heldBy(db: Database, filter: QueueFilter, now: number): Held {
  let query = db
    .selectFrom('comment_revisions as r')
    .select(['r.id', placeInQueue.as('band'), 'r.created_at as createdAt'])
    .where('r.state', '=', sql.lit<'held'>('held')) as unknown as Held
  const { band, language, waited, story, author, signal } = filter
  if (band) query = query.where('r.band', '=', band).where('r.to_examine', 'is', null)
  if (language) query = query.where('r.language', '=', language)
  if (waited) query = query.where('r.created_at', '<=', now - waited * MINUTE)
  if (story !== undefined || author !== undefined) {
    query = query.where(({ exists }) => {
      let comment = commentOf(db)
      if (story !== undefined) comment = comment.where('c.story_id', '=', story)
      if (author !== undefined) comment = comment.where('c.author_name', '=', author)
      return exists(rowByRow(comment))
    })
  }
  if (signal)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        rowByRow(
          selectFrom('signals')
            .select('phase')
            .whereRef('signals.revision_id', '=', 'r.id')
            .where('phase', '=', signal)
            .where('signals.state', '!=', 'ok'),
        ),
      ),
    )
  return query
}

/** With an offset PostgreSQL makes no join of it, for which it would look through all of the other table. */
const rowByRow = <Query extends { limit(count: number): { offset(count: number): unknown } }>(query: Query): Query =>
  query.limit(1).offset(0) as Query

const commentOf = (db: Database) =>
  db.selectFrom('comments as c').select('c.id').where(sql<boolean>`c.id = r.comment_id`)

const notInHand = (query: Held): Held =>
  query.where(({ not, exists, selectFrom }) =>
    not(exists(selectFrom('claims').select('claims.revision_id').whereRef('claims.revision_id', '=', 'r.id'))),
  )

/** All that pass and that nobody has in hand, where the filter names something that few comments have; else null. */
async function readFew(kind: Store['kind'], db: Database, filter: QueueFilter, now: number): Promise<Waiting[] | null> {
  if (filter.words !== undefined || filter.from !== undefined) {
    const query = await matching(kind, db, filter, now)
    return query ? notInHand(query).execute() : []
  }
  const way = await fewOf(db, filter)
  return way && notInHand(sentBy(heldBy(db, filter, now), way)).execute()
}

/** Held words under the whole filter; null where it asks for what nothing can be. */
async function matching(kind: Store['kind'], db: Database, filter: QueueFilter, now: number): Promise<Held | null> {
  let query = heldBy(db, filter, now)
  if (filter.from !== undefined) {
    const behind = await readBehind(db, filter.from)
    if (!behind) return null
    query = sentBy(query, behind)
  }
  if (filter.words === undefined) return query
  const terms = searchTerms(filter.words)
  if (terms.length === 0) return null
  const found = fullTextOf(kind).keysWithAll(COMMENT_TEXT, terms, MOST_CONSIDERED)
  return query
    .innerJoin('comment_words as w', 'w.revision_id', 'r.id')
    .where('w.number', 'in', sql<number>`(select key from (${found}) as found)`) as unknown as Held
}

type Way = { column: 'id' | 'reader_id' | 'sender_key' | 'author_name' | 'story_id'; value: string }

/** Who is behind a comment: a reader who is known, or else the network of that day. Once that is forgotten, it alone. */
async function readBehind(db: Database, commentId: string): Promise<Way | null> {
  const comment = await db
    .selectFrom('comments')
    .select(['reader_id', 'sender_key'])
    .where('id', '=', commentId)
    .executeTakeFirst()
  if (!comment) return null
  if (comment.reader_id) return { column: 'reader_id', value: comment.reader_id }
  return comment.sender_key === ''
    ? { column: 'id', value: commentId }
    : { column: 'sender_key', value: comment.sender_key }
}

/** Of some held words those sent by one; found from their comments, since those are few. */
const sentBy = (query: Held, { column, value }: Way): Held =>
  query
    .innerJoin('comments as few', 'few.id', 'r.comment_id')
    .where(sql.ref(`few.${column}`), '=', value) as unknown as Held

/** The author or the story of a filter, whichever has few comments; null where neither has. */
async function fewOf(db: Database, { author, story }: QueueFilter): Promise<Way | null> {
  const ways: Way[] = [
    ...(author === undefined ? [] : [{ column: 'author_name' as const, value: author }]),
    ...(story === undefined ? [] : [{ column: 'story_id' as const, value: story }]),
  ]
  for (const way of ways) {
    const some = db
      .selectFrom('comments')
      .select('id')
      .where(way.column, '=', way.value)
      .limit(FEW + 1)
    const { count } = await db
      .selectFrom(some.as('some'))
      .select((c) => c.fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) <= FEW) return way
  }
  return null
}
