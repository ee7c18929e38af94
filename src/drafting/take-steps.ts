/**
 * Takes a batch of steps: kept once, and answered when it is on disk. Two
 * people are in each other's way only at one place; at all others each goes on.
 */
import { applySteps, placesOfSteps } from '../steps/index.ts'
import type { Database, Store, Transaction } from '../store/index.ts'
import { checkLength, readDraft, type StoryContent } from '../story/index.ts'
import { type Lock, readLocks, renewLocks } from './locks.ts'
import { addPoint } from './point.ts'
import { placesInBoth, standFast } from './stand-fast.ts'
import type { Step } from './step.ts'
import { type NewestWords, newestWords, readWordsAt, rememberWords } from './words-at.ts'

export interface Batch {
  storyId: string
  /** The number of the draft that the steps start from. */
  base: number
  /** The browser's tab. */
  client: string
  /** The sender's own name for this batch: what is sent twice is taken once. */
  key: string
  steps: readonly Step[]
  by: string
}

export type Taken =
  | { taken: true; number: number; savedAt: number }
  /** At these places somebody else has changed the draft since; `theirs` is the draft as it is. */
  | { taken: false; why: 'changed'; number: number; places: string[]; theirs: StoryContent; by: string | null }
  | { taken: false; why: 'locked'; lock: Lock }
  | { taken: false; why: 'gone' }
  /** `sentence` says how long it may be. */
  | { taken: false; why: 'long'; sentence: string }

/** Thrown to leave nothing of a transaction behind, where the draft moved on under it. */
class MovedOn extends Error {}

/** So often a draft may have moved on under one batch, on a database where others write at once. */
const MOST_TRIES = 20

export async function takeSteps(store: Store, batch: Batch, now: number): Promise<Taken> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { taken, newest } = await store.transaction(now, (tx) => takeOnce(tx, batch))
      if (taken.taken && newest) rememberWords(store, batch.storyId, { number: taken.number, ...newest })
      return taken
    } catch (error) {
      if (!(error instanceof MovedOn)) throw error
      const before = await takenBefore(store.db, batch)
      if (before) return before
      // In the trash a draft stays at its number, and takes nothing.
      if (!(await readDraft(store.db, batch.storyId))) return { taken: false, why: 'gone' }
      if (attempt === MOST_TRIES) throw error
    }
  }
}

async function takenBefore(db: Database, { storyId, key }: Batch): Promise<Taken | null> {
  const row = await db
    .selectFrom('draft_steps')
    .select(['number', 'at'])
    .where('story_id', '=', storyId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ? { taken: true, number: row.number, savedAt: row.at } : null
}

async function takeOnce(tx: Transaction, batch: Batch): Promise<{ taken: Taken; newest?: NewestWords }> {
  const { storyId, base, by } = batch
  const since = await readSince(tx, batch)
  const twice = since.find(({ key }) => key === batch.key)
  if (twice) return { taken: { taken: true, number: twice.number, savedAt: twice.at } }
  const head = since.at(-1)?.number ?? base
  const newest = await newestWords(tx, storyId, head)
  if (!newest) return { taken: await refuseLost(tx, batch, head) }
  const { words } = newest

  const steps = await standFast(batch.steps, words, () => readWordsAt(tx.rows, storyId, base))
  const after = applySteps(words, steps)
  const changed = new Map(
    since.flatMap(({ client, by, steps_json }) =>
      client === batch.client ? [] : placesOfSteps(JSON.parse(steps_json) as Step[]).map((place) => [place, by]),
    ),
  )
  const places = placesInBoth(steps, [...changed.keys()], words, after)
  if (places.length > 0) {
    const their = changed.get(places[0] as string) ?? null
    return { taken: { taken: false, why: 'changed', number: head, places, theirs: words, by: their } }
  }
  const locks = await readLocks(tx.rows, storyId, tx.now)
  const touched = new Set(placesOfSteps(steps))
  const lock = locks.find(({ place, personId }) => personId !== by && touched.has(place))
  if (lock) return { taken: { taken: false, why: 'locked', lock } }

  const most = newest.most + JSON.stringify(steps).length
  const sentence = checkLength(most) ? tooLong(words, after) : null
  if (sentence) return { taken: { taken: false, why: 'long', sentence } }
  const number = await addPoint(tx, { ...batch, kind: 'typed', steps }, { from: head, before: words, after })
  if (number === null) throw new MovedOn()
  await renewLocks(tx, locks, batch)
  return {
    taken: { taken: true, number, savedAt: tx.now },
    newest: { words: after, most: checkLength(most) ? JSON.stringify(after).length : most },
  }
}

const readSince = (tx: Transaction, { storyId, base }: Batch) =>
  tx.rows
    .selectFrom('draft_steps')
    .select(['number', 'at', 'by', 'client', 'key', 'steps_json'])
    .where('story_id', '=', storyId)
    .where('number', '>', base)
    .orderBy('number')
    .execute()

/** Of a draft that is gone, or has never had the number that the steps start from, as after a restored backup. */
async function refuseLost(tx: Transaction, { storyId, steps }: Batch, head: number): Promise<Taken> {
  const draft = await readDraft(tx.rows, storyId)
  if (!draft) return { taken: false, why: 'gone' }
  const next = await tx.rows
    .selectFrom('draft_steps')
    .select('number')
    .where('story_id', '=', storyId)
    .where('number', '=', head + 1)
    .executeTakeFirst()
  // Another was committed between two questions of this transaction, as PostgreSQL lets it.
  if (next) throw new MovedOn()
  const { number, content } = draft
  return { taken: false, why: 'changed', number, places: placesOfSteps(steps), theirs: content, by: null }
}

/** A story that is too long already may get shorter. */
export function tooLong(before: StoryContent, after: StoryContent): string | null {
  const sentence = checkLength(after)
  const isShorter = () => JSON.stringify(after).length < JSON.stringify(before).length
  return sentence && !isShorter() ? sentence : null
}
