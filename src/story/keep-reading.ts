/** A story's reading, kept as it is published. */
import { recordReading, setApart } from '../archive/index.ts'
import { type Reading, type ReadingText, read } from '../reading/index.ts'
import { type Database, queueJob, type Transaction } from '../store/index.ts'
import { contentFromJson } from './content.ts'
import { WORDS_OF_DRAFT, withNewestWords } from './drafts/newest-words.ts'
import { dayIn, readingTextOf } from './reading-text.ts'

interface ReadStory {
  contentJson: string
  day: string
  text: ReadingText
  reading: Reading
}

/**
 * Reads a draft, or the words given, before the transaction that publishes it, since reading takes
 * time in which nobody else could write. Null where that can't be done: then it
 * is done, or seen to fail, in its place.
 */
export async function readAhead(
  db: Database,
  story: { id: string; date?: number; contentJson?: string | undefined },
  timeZone: string,
  now: number,
): Promise<ReadStory | null> {
  const rows = await db
    .selectFrom('stories')
    .select([...WORDS_OF_DRAFT, 'first_published_at'])
    .where('id', '=', story.id)
    .execute()
  const [row] = await withNewestWords(db, rows)
  if (!row) return null
  try {
    return readStory(story.contentJson ?? row.draft_json, dayIn(timeZone, row.first_published_at ?? story.date ?? now))
  } catch {
    return null
  }
}

/** Keeps the reading of a version in the transaction that publishes it. Where that fails the story is published all the same, and read later, as a job. */
export async function keepReading(
  tx: Transaction,
  version: { storyId: string; version: number; contentJson: string; day: string },
  ahead: ReadStory | null,
): Promise<void> {
  const isKept = await setApart(tx, async () => {
    const isSame = ahead !== null && ahead.contentJson === version.contentJson && ahead.day === version.day
    const { text, reading } = isSame ? ahead : readStory(version.contentJson, version.day)
    await recordReading(tx, { storyId: version.storyId, version: version.version, text, reading })
  })
  const { storyId: story } = version
  if (!isKept) await queueJob(tx, { kind: 'reading.keep', key: story, payload: { story } })
}

/** Reads a version's words, of the day they are of. */
export function readStory(contentJson: string, day: string): ReadStory {
  const text = readingTextOf(contentFromJson(contentJson), day)
  return { contentJson, day, text, reading: read(text) }
}
