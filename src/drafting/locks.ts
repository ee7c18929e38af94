/** Who writes at which place of a draft: for half a minute, renewed while they do, and others can take it over. */
import type { Database, Store, Transaction } from '../store/index.ts'

export interface Lock {
  /** A field's name or a block's id. */
  place: string
  personId: string
  /** The browser's tab. */
  client: string
  /** Milliseconds since the epoch. */
  until: number
}

const LOCKED_FOR = 30_000
/** A lock that ends sooner than this is renewed by the next step, others not, so that few steps write two rows. */
const RENEWED_BEFORE = 20_000

/** The locks of a draft that have not run out, by place. */
export async function readLocks(db: Database, storyId: string, now: number): Promise<Lock[]> {
  const rows = await db
    .selectFrom('draft_locks')
    .select(['place', 'person_id', 'client', 'until'])
    .where('story_id', '=', storyId)
    .where('until', '>', now)
    .orderBy('place')
    .execute()
  return rows.map(({ place, person_id, client, until }) => ({ place, personId: person_id, client, until }))
}

/**
 * Locks a place for this person, or renews it. Where another holds it, nothing
 * is changed unless `take` says so. Answers all locks as they are then.
 */
export async function lockPlace(
  store: Store,
  ask: { storyId: string; place: string; personId: string; client: string; take: boolean },
  now: number,
): Promise<{ locked: boolean; locks: Lock[] }> {
  const { storyId, place, personId, client } = ask
  return store.transaction(now, async (tx) => {
    const before = await readLocks(tx.rows, storyId, now)
    const held = before.find((lock) => lock.place === place)
    if (held && held.personId !== personId && !ask.take) return { locked: false, locks: before }
    const isNew = held?.client !== client
    // Where somebody writes now they don't write elsewhere; what ran out goes as well.
    await tx.rows
      .deleteFrom('draft_locks')
      .where('story_id', '=', storyId)
      .where(({ or, eb }) => or([eb('until', '<=', now), eb('client', '=', client), eb('place', '=', place)]))
      .execute()
    await tx.rows
      .insertInto('draft_locks')
      .values({ story_id: storyId, place, person_id: personId, client, until: now + LOCKED_FOR })
      .onConflict((conflict) =>
        conflict.columns(['story_id', 'place']).doUpdateSet({ person_id: personId, client, until: now + LOCKED_FOR }),
      )
      .execute()
    if (isNew) await tx.say({ kind: 'draft.people', story: storyId })
    return { locked: true, locks: await readLocks(tx.rows, storyId, now) }
  })
}

/** Lets go what a tab held. */
export async function releaseLocks(tx: Transaction, storyId: string, client: string): Promise<void> {
  await tx.rows.deleteFrom('draft_locks').where('story_id', '=', storyId).where('client', '=', client).execute()
}

/** Renews, of these locks, those that a tab holds and that would end soon. */
export async function renewLocks(
  tx: Transaction,
  locks: readonly Lock[],
  { storyId, client }: { storyId: string; client: string },
): Promise<void> {
  const ending = locks.filter((lock) => lock.client === client && lock.until < tx.now + RENEWED_BEFORE)
  if (ending.length === 0) return
  await tx.rows
    .updateTable('draft_locks')
    .set({ until: tx.now + LOCKED_FOR })
    .where('story_id', '=', storyId)
    .where('client', '=', client)
    .execute()
}
