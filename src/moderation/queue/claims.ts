/**
 * Claims by lease: what a moderator's page shows is in that person's hand, and
 * is handed to nobody else until it is decided, given back, or the lease ends.
 * Whoever takes or gives back takes turns, so two never get one item.
 */
import { type Store, type Transaction, takeTurns } from '../../store/index.ts'
import type { QueueFilter } from './filter.ts'
import { placeInQueue } from './read.ts'
import { passing, readWaiting } from './waiting.ts'
import type { Counts, Waiting } from './weave.ts'

/**
 * In milliseconds. Long enough for a hard comment and a telephone call about
 * it; the page renews it while it is looked at, so it ends five minutes after
 * the person has gone.
 */
export const LEASE = 5 * 60 * 1000
/** What is handed out at once: some minutes' work, and no more than one screen of scrolling. */
export const BATCH = 20
/** More than this nobody has in hand. */
const MOST_IN_HAND = 60

export interface Hand {
  by: string
  /** The page that shows them; a newer page of the same person takes them over. */
  hand: string
}

/**
 * For a page that opens: what this person has in hand already comes first, as
 * far as the filter lets it through (the rest is given back), then fresh items
 * up to a batch. Answers the revisions' ids in that order.
 */
export const openHand = (store: Store, hand: Hand, filter: QueueFilter, now: number): Promise<string[]> =>
  store.transaction(now, async (tx) => {
    await takeTurns(tx, 'claims')
    await sweep(tx)
    const mine = await inHand(tx, hand.by)
    const stays = await passing(
      tx.kind,
      tx.rows,
      filter,
      mine.map(({ id }) => id),
      now,
    )
    await giveBack(
      tx,
      hand.by,
      mine.filter(({ id }) => !stays.has(id)),
    )
    const kept = mine.filter(({ id }) => stays.has(id))
    await renew(tx, hand)
    const fresh = await take(tx, hand, { filter, limit: BATCH - kept.length, kept })
    return [...kept.map(({ id }) => id), ...fresh]
  })

/** For an open page that runs low: what is in hand without being shown there, then a fresh batch. */
export const takeMore = (
  store: Store,
  hand: Hand,
  filter: QueueFilter,
  showing: readonly string[],
  now: number,
): Promise<string[]> =>
  store.transaction(now, async (tx) => {
    await takeTurns(tx, 'claims')
    await sweep(tx)
    await renew(tx, hand)
    const kept = await inHand(tx, hand.by)
    const shown = new Set(showing)
    const lost = kept.filter(({ id }) => !shown.has(id)).map(({ id }) => id)
    const limit = Math.min(BATCH - lost.length, MOST_IN_HAND - kept.length)
    return [...lost, ...(await take(tx, hand, { filter, limit, kept }))]
  })

/** The heartbeat of a page: what it shows stays in hand, or comes back into it where nobody took it meanwhile. */
export const keepShowing = (store: Store, hand: Hand, showing: readonly string[], now: number): Promise<void> =>
  store.transaction(now, async (tx) => {
    await takeTurns(tx, 'claims')
    await sweep(tx)
    if (showing.length === 0) return
    const free = await tx.rows
      .selectFrom('comment_revisions as r')
      .select('r.id')
      .where('r.id', 'in', showing.slice(0, MOST_IN_HAND))
      .where('r.state', '=', 'held')
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('claims').select('claims.revision_id').whereRef('claims.revision_id', '=', 'r.id'))),
      )
      .execute()
    const isFree = new Set(free.map(({ id }) => id))
    await insert(
      tx,
      hand,
      showing.filter((id) => isFree.has(id)),
    )
    await tx.rows
      .updateTable('claims')
      .set({ expires_at: now + LEASE })
      .where('person_id', '=', hand.by)
      .where('hand', '=', hand.hand)
      .execute()
  })

/** Gives back what one page has in hand; what a newer page of the same person took over stays. */
export const releaseHand = (store: Store, { by, hand }: Hand, now: number): Promise<void> =>
  store.transaction(now, async (tx) => {
    await takeTurns(tx, 'claims')
    await tx.rows.deleteFrom('claims').where('person_id', '=', by).where('hand', '=', hand).execute()
  })

/**
 * After deciding: what was decided is in nobody's hand any more, and whoever decides is there. The last thing a
 * transaction does, since others wait for their turn behind it; and nothing of it comes before the turn, since who has
 * the turn may be about to change the same claims.
 */
export async function settleClaims(
  tx: Transaction,
  { by, decided }: { by: string; decided: readonly string[] },
): Promise<void> {
  await takeTurns(tx, 'claims')
  await shorten(tx)
  if (decided.length > 0) await tx.rows.deleteFrom('claims').where('revision_id', 'in', decided).execute()
  await tx.rows
    .updateTable('claims')
    .set({ expires_at: tx.now + LEASE })
    .where('person_id', '=', by)
    .where('expires_at', '>', tx.now)
    .execute()
}

/** Puts what came back to the queue into the hand of who brought it back. The last thing a transaction does. */
export async function keepInHand(
  tx: Transaction,
  { revisionId, ...hand }: Hand & { revisionId: string },
): Promise<void> {
  await takeTurns(tx, 'claims')
  await sweep(tx)
  await tx.rows
    .insertInto('claims')
    .values(claimOf(hand, revisionId, 0, tx.now))
    .onConflict((conflict) => conflict.column('revision_id').doNothing())
    .execute()
}

/** Leases that have ended, found by their own index. */
const sweep = async (tx: Transaction): Promise<void> => {
  await shorten(tx)
  await tx.rows.deleteFrom('claims').where('expires_at', '<=', tx.now).execute()
}

/** One that ends later than any that is given now is by a clock that has been set back since: it gets a whole one by this clock. */
const shorten = async (tx: Transaction): Promise<void> => {
  await tx.rows
    .updateTable('claims')
    .set({ expires_at: tx.now + LEASE })
    .where('expires_at', '>', tx.now + LEASE)
    .execute()
}

const inHand = (tx: Transaction, by: string): Promise<Waiting[]> =>
  tx.rows
    .selectFrom('claims as k')
    .innerJoin('comment_revisions as r', 'r.id', 'k.revision_id')
    .select(['r.id', placeInQueue.as('band'), 'r.created_at as createdAt'])
    .where('k.person_id', '=', by)
    .where('r.state', '=', 'held')
    .orderBy('k.taken_at')
    .orderBy('k.place')
    .orderBy('r.id')
    .limit(MOST_IN_HAND)
    .execute()

const giveBack = async (tx: Transaction, by: string, items: readonly Waiting[]): Promise<void> => {
  if (items.length === 0) return
  const ids = items.map(({ id }) => id)
  await tx.rows.deleteFrom('claims').where('person_id', '=', by).where('revision_id', 'in', ids).execute()
}

const renew = async (tx: Transaction, { by, hand }: Hand): Promise<void> => {
  await tx.rows
    .updateTable('claims')
    .set({ hand, expires_at: tx.now + LEASE })
    .where('person_id', '=', by)
    .execute()
}

async function take(
  tx: Transaction,
  hand: Hand,
  { filter, limit, kept }: { filter: QueueFilter; limit: number; kept: readonly Waiting[] },
): Promise<string[]> {
  const items = await readWaiting(tx.kind, tx.rows, { filter, limit, given: countBands(kept), now: tx.now })
  const ids = items.map(({ id }) => id)
  await insert(tx, hand, ids)
  return ids
}

async function insert(tx: Transaction, hand: Hand, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.rows
    .insertInto('claims')
    .values(ids.map((id, index) => claimOf(hand, id, index, tx.now)))
    .execute()
}

const claimOf = ({ by, hand }: Hand, revisionId: string, place: number, now: number) => ({
  revision_id: revisionId,
  person_id: by,
  hand,
  place,
  taken_at: now,
  expires_at: now + LEASE,
})

const countBands = (items: readonly Waiting[]): Counts => ({
  fine: items.filter(({ band }) => band === 'fine').length,
  thought: items.filter(({ band }) => band === 'thought').length,
  spam: items.filter(({ band }) => band === 'spam').length,
})
