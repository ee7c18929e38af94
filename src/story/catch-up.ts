/** Reads what is published and was not read yet, or was read by an earlier edition: gently, one story at a time. */
import { editionsKept, recordReading } from '../archive/index.ts'
import type { Reading, ReadingText } from '../reading/index.ts'
import { type Database, lull, type Store } from '../store/index.ts'

/** Stories that are looked up at once. */
const BATCH = 100
/** Between two stories, in milliseconds, so that readers and editors go first. */
const PAUSE = 50

export interface PublishedWords {
  storyId: string
  version: number
  contentJson: string
  /** Milliseconds since the epoch. */
  firstPublishedAt: number
}

export interface CatchUp {
  /** The edition of readings made now; kept ones of an earlier edition are made anew. */
  edition: number
  /** Null leaves the story as it is. */
  read(story: PublishedWords): { text: ReadingText; reading: Reading } | null
  /** Told of a story that could not be read or kept; the others go on, unless this throws. */
  onProblem(story: PublishedWords, error: unknown): void
  signal: AbortSignal
  now(): number
  pause?: number
}

/** One pass over all published stories, or one of them; answers how many were read. A failing story is tried once in a pass. */
export async function catchUp(store: Store, how: CatchUp, only?: string): Promise<number> {
  let count = 0
  // In the order of ids, so that the pass ends however many fail or are published meanwhile.
  for (let last = ''; !how.signal.aborted; ) {
    const batch = await store.db
      .selectFrom('published_stories')
      .select(['id', 'number'])
      .where('id', '>', last)
      .$if(only !== undefined, (query) => query.where('id', '=', only as string))
      .orderBy('id')
      .limit(BATCH)
      .execute()
    last = batch.at(-1)?.id ?? last
    const kept = await editionsKept(
      store.db,
      batch.map(({ id }) => id),
    )
    const due = batch.filter(({ id, number }) => {
      const reading = kept.get(id)
      return reading?.version !== number || reading.edition < how.edition
    })
    for (const { id } of due) {
      if (how.signal.aborted) return count
      const story = await publishedWords(store.db, id)
      if (!story) continue
      try {
        if (await readOne(store, how, story)) count++
      } catch (error) {
        how.onProblem(story, error)
      }
      await lull(how.pause ?? PAUSE, how.signal)
    }
    if (batch.length < BATCH) break
  }
  return count
}

/** Null where it was taken off the site meanwhile. */
async function publishedWords(db: Database, storyId: string): Promise<PublishedWords | null> {
  const row = await db
    .selectFrom('published_stories')
    .select(['number', 'content_json', 'first_published_at'])
    .where('id', '=', storyId)
    .executeTakeFirst()
  return row
    ? { storyId, version: row.number, contentJson: row.content_json, firstPublishedAt: row.first_published_at }
    : null
}

async function readOne(store: Store, how: CatchUp, story: PublishedWords): Promise<boolean> {
  const { storyId, version } = story
  const kept = how.read(story)
  if (!kept) return false
  return store.transaction(how.now(), async (tx) => {
    // Another publication may have come between, and has a reading of its own.
    const still = await tx.rows
      .selectFrom('published_stories')
      .select('who_says_so')
      .where('id', '=', storyId)
      .where('number', '=', version)
      .executeTakeFirst()
    if (!still) return false
    await recordReading(tx, { storyId, version, ...kept })
    // Where readers see nothing of it, no page has to be drawn anew.
    if (still.who_says_so === 1) await tx.say({ kind: 'reading.changed', story: storyId })
    return true
  })
}
