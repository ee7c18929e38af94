/** Who has a draft open just now. */
import type { Database, Store } from '../store/index.ts'
import { releaseLocks } from './locks.ts'

export interface Present {
  personId: string
  client: string
}

/** Somebody who was not heard of for so long is not there any more. Milliseconds. */
const THERE_FOR = 45_000
/** Being there is written down again after so long. Milliseconds. */
const NOTED_EVERY = 15_000

/** Who is there, by tab, in the order of their ids. */
export async function readPresent(db: Database, storyId: string, now: number): Promise<Present[]> {
  const rows = await db
    .selectFrom('draft_present')
    .select(['person_id', 'client'])
    .where('story_id', '=', storyId)
    .where('seen_at', '>', now - THERE_FOR)
    .orderBy('person_id')
    .orderBy('client')
    .execute()
  return rows.map(({ person_id, client }) => ({ personId: person_id, client }))
}

/** Notes that a person has the draft open in a tab; writes only now and then. */
export async function notePresent(
  store: Store,
  { storyId, client, personId }: { storyId: string } & Present,
  now: number,
): Promise<void> {
  const before = await store.db
    .selectFrom('draft_present')
    .select(['seen_at', 'person_id'])
    .where('story_id', '=', storyId)
    .where('client', '=', client)
    .executeTakeFirst()
  const isKnown = before?.person_id === personId && before.seen_at > now - THERE_FOR
  if (isKnown && before.seen_at > now - NOTED_EVERY) return
  await store.transaction(now, async (tx) => {
    await tx.rows
      .deleteFrom('draft_present')
      .where('story_id', '=', storyId)
      .where('seen_at', '<=', now - THERE_FOR)
      .execute()
    await tx.rows
      .insertInto('draft_present')
      .values({ story_id: storyId, client, person_id: personId, seen_at: now })
      .onConflict((conflict) =>
        conflict.columns(['story_id', 'client']).doUpdateSet({ person_id: personId, seen_at: now }),
      )
      .execute()
    if (!isKnown) await tx.say({ kind: 'draft.people', story: storyId })
  })
}

/** Notes that a tab was closed: it holds nothing any more. */
export async function noteGone(store: Store, storyId: string, client: string, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    await tx.rows.deleteFrom('draft_present').where('story_id', '=', storyId).where('client', '=', client).execute()
    await releaseLocks(tx, storyId, client)
    await tx.say({ kind: 'draft.people', story: storyId })
  })
}
