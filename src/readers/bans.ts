/**
 * Bans: who may not comment for a while, where, and why. Only a verified reader
 * can be kept out for long. Everyone else is known by nothing but the day's key
 * of their network, so such a ban ends when the key does, within two days.
 */
import { sql } from 'kysely'
import { readerMessages as m } from '../messages/index.ts'
import { namesOfStaff, noteAct } from '../people/index.ts'
import { type Database, many, newId, type Store, type Transaction } from '../store/index.ts'

const DAY = 24 * 60 * 60 * 1000

/** How long a verified reader can be kept out, in days; null for good. */
export const BAN_TERMS = [
  { code: 'day', title: m.banTerms.day, days: 1 },
  { code: 'week', title: m.banTerms.week, days: 7 },
  { code: 'month', title: m.banTerms.month, days: 30 },
  { code: 'good', title: m.banTerms.good, days: null },
] as const
export type BanTerm = (typeof BAN_TERMS)[number]['code']

export interface Ban {
  readonly id: string
  readonly whom: 'reader' | 'network'
  /** The reader's name; null for a network, and where the reader's data was erased. */
  readonly readerName: string | null
  readonly storyId: string | null
  /** The comment it was made at. */
  readonly commentId: string | null
  /** A reason's code. */
  readonly reason: string
  /** What the newsroom writes to them; empty for nothing. */
  readonly note: string
  readonly madeAt: number
  /** Where it stands in the order of what happened. */
  readonly sequence: number
  /** A name; null where the person is not known any more. */
  readonly madeBy: string | null
  /** Null for good. */
  readonly endsAt: number | null
  readonly liftedAt: number | null
  readonly liftedBy: string | null
}

/** The author of a comment, as far as they can be known again. */
export interface Author {
  readonly commentId: string
  readonly readerId: string | null
  readonly senderKey: string
  readonly createdAt: number
}

/**
 * When a ban of a comment's author by network would end: after a day, or with
 * the network's key, which is that of the comment's day (UTC) and is still
 * looked for on the next. Null where nobody can tell any more who wrote it.
 */
export function networkBanEnds(author: Pick<Author, 'senderKey' | 'createdAt'>, now: number): number | null {
  const keyEnds = (Math.floor(author.createdAt / DAY) + 2) * DAY
  return author.senderKey !== '' && keyEnds > now ? Math.min(keyEnds, now + DAY) : null
}

export type Banned = { banned: true; banId: string } | { banned: false; problem: string }

/** Bans a comment's author: a verified reader for the term, anyone else by network, for a day at the most. */
export async function banAuthor(
  store: Store,
  ban: {
    author: Author
    reason: string
    /** For them to read; empty for nothing. */
    note?: string
    /** Where; null for the whole site. */
    storyId: string | null
    term: BanTerm
    by: string
    /** Tells them, in the transaction that bans them. */
    tell?: (tx: Transaction, banId: string) => Promise<void>
  },
  now: number,
): Promise<Banned> {
  const { author, reason, note = '', storyId, by } = ban
  const isReader = author.readerId !== null
  const days = BAN_TERMS.find(({ code }) => code === ban.term)?.days
  if (days === undefined) return { banned: false, problem: m.chooseTerm }
  const networkEnds = networkBanEnds(author, now)
  if (!isReader && networkEnds === null) {
    return { banned: false, problem: m.authorUnknown }
  }
  const endsAt = isReader ? (days === null ? null : now + days * DAY) : networkEnds
  const id = newId(now)
  return store.transaction(now, async (tx) => {
    const senderKeys = isReader ? [] : [author.senderKey]
    const standing = await findBan(tx.rows, { readerId: author.readerId, senderKeys, storyId }, now)
    if (standing && standing.storyId === storyId) {
      return { banned: false, problem: m.bannedAlready }
    }
    await tx.rows
      .insertInto('bans')
      .values({
        id,
        reader_id: author.readerId,
        sender_key: isReader ? null : author.senderKey,
        story_id: storyId,
        comment_id: author.commentId,
        reason,
        note,
        made_at: now,
        made_by: by,
        ends_at: endsAt,
        lifted_at: null,
        lifted_by: null,
      })
      .execute()
    const until = endsAt === null ? null : `${new Date(endsAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`
    const detail = m.logBanned({ whom: isReader ? 'reader' : 'network', onSite: storyId === null, until, reason })
    await noteAct(tx, { by, act: 'ban.made', about: id, detail })
    await ban.tell?.(tx, id)
    return { banned: true, banId: id }
  })
}

/** Ends a ban before its time. Doing it twice changes nothing more. */
export async function liftBan(store: Store, banId: string, by: string, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    const result = await tx.rows
      .updateTable('bans')
      .set({ lifted_at: now, lifted_by: by })
      .where('id', '=', banId)
      .where('lifted_at', 'is', null)
      .executeTakeFirst()
    if (result.numUpdatedRows === 1n) await noteAct(tx, { by, act: 'ban.lifted', about: banId, detail: m.logLifted })
  })
}

const bans = (db: Database) =>
  db
    .selectFrom('bans as b')
    .leftJoin('readers as r', 'r.id', 'b.reader_id')
    .select([
      'b.id',
      'b.reader_id',
      'b.story_id',
      'b.comment_id',
      'b.reason',
      'b.note',
      'b.made_at',
      'b.sequence',
      'b.ends_at',
      'b.lifted_at',
      'r.name as readerName',
      'r.erased_at',
      'b.made_by',
      'b.lifted_by',
    ])

interface Sender {
  readerId: string | null
  /** Of their network, both days'. */
  senderKeys: readonly string[]
  storyId: string | null
}

/** For each of some who send comments the ban that keeps them from it now, or null: asked for all at once, since there is seldom one. */
export async function findBans(tx: Transaction, senders: readonly Sender[]): Promise<(Ban | null)[]> {
  const { rows } = await sql<{ sender_key: string | null; reader_id: string | null }>`
    select sender_key, reader_id from bans
    where lifted_at is null and (ends_at is null or ends_at > ${tx.now})
      and (${many.isOneOf(tx.kind, 'sender_key', [...new Set(senders.flatMap(({ senderKeys }) => senderKeys))])}
        or ${many.isOneOf(tx.kind, 'reader_id', [...new Set(senders.flatMap(({ readerId }) => readerId ?? []))])})`.execute(
    tx.rows,
  )
  const found: (Ban | null)[] = []
  for (const sender of senders) {
    const mayBe = rows.some(
      ({ sender_key, reader_id }) =>
        (sender_key !== null && sender.senderKeys.includes(sender_key)) ||
        (reader_id !== null && reader_id === sender.readerId),
    )
    found.push(mayBe ? await findBan(tx.rows, sender, tx.now) : null)
  }
  return found
}

/** The ban that keeps someone from commenting on a story now; the one that ends last, or null. */
export async function findBan(db: Database, who: Sender, now: number): Promise<Ban | null> {
  const { readerId, storyId } = who
  const keys = who.senderKeys.filter((key) => key !== '')
  if (readerId === null && keys.length === 0) return null
  const theirNetwork = keys.length > 0 ? sql`sender_key in (${sql.join(keys)})` : sql`false`
  // Who is verified is known by themselves, and answers for nobody else of their network;
  // but nobody gets round its ban by an account that was made since.
  const theirs =
    readerId === null
      ? theirNetwork
      : sql`(reader_id = ${readerId}
          or (${theirNetwork} and made_at <= (select created_at from readers where id = ${readerId})))`
  const { rows } = await sql<{ id: string; ends_at: number | null }>`
    select id, ends_at from bans where ${theirs} and lifted_at is null
      and (ends_at is null or ends_at > ${now}) and (story_id is null or story_id = ${storyId})`.execute(db)
  const last = rows.sort((one, other) => (other.ends_at ?? Infinity) - (one.ends_at ?? Infinity))[0]
  return last ? readBan(db, last.id) : null
}

/** One ban, or null where there is none. */
export async function readBan(db: Database, id: string): Promise<Ban | null> {
  const [ban] = await withNames(db, await bans(db).where('b.id', '=', id).execute())
  return ban ?? null
}

/** All bans of a reader, oldest first. */
export async function listBansOf(db: Database, readerId: string): Promise<Ban[]> {
  return withNames(db, await bans(db).where('b.reader_id', '=', readerId).orderBy('b.made_at').execute())
}

/** Bans, newest first: those that hold now, or those that are over. */
export async function listBans(db: Database, which: 'now' | 'over', now: number, limit = 200): Promise<Ban[]> {
  const rows = await bans(db)
    .where((b) => {
      const over = b.or([b('b.lifted_at', 'is not', null), b('b.ends_at', '<=', now)])
      return which === 'over'
        ? over
        : b.and([b('b.lifted_at', 'is', null), b.or([b('b.ends_at', 'is', null), b('b.ends_at', '>', now)])])
    })
    .orderBy('b.sequence', 'desc')
    .limit(limit)
    .execute()
  return withNames(db, rows)
}

/** Takes the networks' keys from bans that are over, so that nothing links them to comments any more. */
export async function forgetBannedNetworks(tx: Transaction): Promise<void> {
  await tx.rows
    .updateTable('bans')
    .set({ sender_key: '' })
    .where('sender_key', '>', '')
    .where('ends_at', '<=', tx.now)
    .execute()
}

type BanRow = Awaited<ReturnType<ReturnType<typeof bans>['execute']>>[number]

async function withNames(db: Database, rows: readonly BanRow[]): Promise<Ban[]> {
  const names = await namesOfStaff(
    db,
    rows.flatMap(({ made_by, lifted_by }) => [made_by, ...(lifted_by === null ? [] : [lifted_by])]),
  )
  return rows.map((row) => toBan(row, names))
}

const toBan = (row: BanRow, names: ReadonlyMap<string, string>): Ban => ({
  id: row.id,
  whom: row.reader_id === null ? 'network' : 'reader',
  readerName: row.erased_at === null ? row.readerName : null,
  storyId: row.story_id,
  commentId: row.comment_id,
  reason: row.reason,
  note: row.note,
  madeAt: row.made_at,
  sequence: row.sequence,
  madeBy: names.get(row.made_by) ?? null,
  endsAt: row.ends_at,
  liftedAt: row.lifted_at,
  liftedBy: (row.lifted_by && names.get(row.lifted_by)) ?? null,
})
