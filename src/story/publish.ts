/** The act of publishing: every publication makes a version that is never changed. */
import { keepAttachmentUses } from '../attachments/index.ts'
import { keepUses } from '../media/index.ts'
import { draftMessages as m } from '../messages/index.ts'
import { fileStory, unfileStory } from '../paper/index.ts'
import { noteAct } from '../people/index.ts'
import { readSiteSettings } from '../publication/index.ts'
import { type Database, newId, type Store, type Transaction } from '../store/index.ts'
import { checkContent } from './check.ts'
import { attachmentsOf, contentFromJson, contentToJson, picturesOf, type StoryContent } from './content.ts'
import { foldDraft, withNewestWords } from './drafts/newest-words.ts'
import { keepReading, readAhead } from './keep-reading.ts'
import { dayIn } from './reading-text.ts'
import { pathOf } from './slug.ts'

export interface Version {
  number: number
  content: StoryContent
  publishedAt: number
  /** A person's id; null where the command line did it. */
  publishedBy: string | null
  /** Which number of the draft it was; null where that was not kept yet. */
  draftNumber: number | null
}

/** What goes with a further version of a story that readers see, as part of the transaction that publishes it. */
interface VersionChange {
  /** The time of the last change stays as it was: to readers the story is not newer. */
  silent: boolean
  /** The words that are published, of those of the draft. */
  wordsOf(draft: StoryContent): StoryContent
  keep(tx: Transaction, version: { number: number; before: StoryContent; after: StoryContent }): Promise<void>
}

export type PublishResult = { path: string; version: number } | { problem: string }

/** Thrown by holdBack, so that nothing of the publication is kept. */
class HeldBack extends Error {}

/** For whoever hears in the same transaction that a story is published, and can't have that: it isn't, and this sentence says why. */
export function holdBack(sentence: string): never {
  throw new HeldBack(sentence)
}

/**
 * Publishes the draft as it stands, and keeps who says what in it. `date` (ms) is when the story first came
 * out, for older stories; it can be given at the first publication only, since
 * the address /YYYY/MM/slug is made of it and stays. With `change`, a story that is on the site gets a further version,
 * and { problem } says so where it is not. `seen`: up to which number of the draft `by` has read it; absent where
 * nobody looks, as when a clock publishes.
 */
export async function publish(store: Store, story: Publication, now: number): Promise<PublishResult> {
  const { timeZone, whoSaysSo } = await readSiteSettings(store.db)
  const ahead = await readAhead(store.db, story, timeZone, now)
  try {
    return await store.transaction(now, (tx) => publishIn(tx, story, { timeZone, whoSaysSo, ahead }))
  } catch (error) {
    if (error instanceof HeldBack) return { problem: error.message }
    throw error
  }
}

interface Publication {
  id: string
  by: string | null
  seen?: number
  date?: number
  change?: VersionChange | null
}

async function publishIn(
  tx: Transaction,
  story: Publication,
  {
    timeZone,
    whoSaysSo,
    ahead,
  }: { timeZone: string; whoSaysSo: boolean; ahead: Awaited<ReturnType<typeof readAhead>> },
): Promise<PublishResult> {
  const { now } = tx
  const { change = null, by, seen } = story
  const draftJson = await foldDraft(tx, story.id)
  const row = await tx.rows.selectFrom('stories').selectAll().where('id', '=', story.id).executeTakeFirst()
  if (!row || draftJson === null) return { problem: m.noStory }
  if (row.trashed_at !== null) return { problem: m.inTrash }
  const draft = contentFromJson(draftJson)
  const before =
    change && row.published_number !== null
      ? await readVersionContent(tx.rows, { storyId: story.id, number: row.published_number })
      : null
  if (change && !before) return { problem: m.notLive }
  const content = change ? change.wordsOf(draft) : draft
  const contentJson = change ? contentToJson(content) : draftJson
  const stop = checkContent(draft).find(({ severity }) => severity === 'stop')
  if (stop) return { problem: stop.sentence }
  if (story.date !== undefined && story.date > now) return { problem: m.dateNotPassed }

  const first = row.first_published_at ?? story.date ?? now
  const path = row.path ?? (await freePath(tx, pathOf(content.headline, first, timeZone)))
  const last = await tx.rows
    .selectFrom('story_versions')
    .select(['number', 'draft_number'])
    .where('story_id', '=', story.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const version = (last?.number ?? 0) + 1
  await tx.rows
    .insertInto('story_versions')
    .values({
      story_id: story.id,
      number: version,
      content_json: contentJson,
      draft_number: row.draft_number,
      published_at: now,
      published_by: story.by,
    })
    .execute()
  await tx.rows
    .updateTable('stories')
    .set({
      path,
      published_number: version,
      first_published_at: first,
      ...(change?.silent ? {} : { published_at: version === 1 ? first : now }),
      who_says_so: row.who_says_so ?? (whoSaysSo ? 1 : 0),
    })
    .where('id', '=', story.id)
    .execute()
  await keepUses(tx, { storyId: story.id, shown: 'published', ids: picturesOf(content) })
  await keepAttachmentUses(tx, { storyId: story.id, shown: 'published', ids: attachmentsOf(content) })
  await fileStory(tx, { storyId: story.id, filing: content, publishedAt: first })
  const day = dayIn(timeZone, first)
  await keepReading(tx, { storyId: story.id, version, contentJson, day }, ahead)
  if (change && before) await change.keep(tx, { number: version, before, after: content })
  await tx.say({
    kind: 'story.published',
    story: story.id,
    number: row.draft_number,
    since: last?.draft_number ?? 0,
    reader: by === null || seen === undefined ? null : { by, seen },
  })
  return { path, version }
}

/** Takes a story off the site. Its versions, its comments and its address stay; publishing brings it back. */
export async function unpublish(store: Store, storyId: string, by: string | null, now: number): Promise<void> {
  await store.transaction(now, (tx) => takeDown(tx, storyId, by))
}

/** The same as part of a transaction; answers whether it was on the site. */
export async function takeDown(tx: Transaction, storyId: string, by: string | null): Promise<boolean> {
  const rows = await tx.rows
    .updateTable('stories')
    .set({ published_number: null })
    .where('id', '=', storyId)
    .where('published_number', 'is not', null)
    .returning(['id', 'draft_json', 'draft_number', 'folded_number'])
    .execute()
  const [row] = await withNewestWords(tx.rows, rows)
  if (!row) return false
  await keepUses(tx, { storyId, shown: 'published', ids: [] })
  await keepAttachmentUses(tx, { storyId, shown: 'published', ids: [] })
  await unfileStory(tx, storyId)
  const { headline } = contentFromJson(row.draft_json)
  await noteAct(tx, { by, act: 'story.unpublished', about: storyId, detail: m.logUnpublished(headline) })
  await tx.say({ kind: 'story.taken-down', story: storyId })
  return true
}

/** All versions of a story, newest first. */
export async function readVersions(db: Database, storyId: string): Promise<Version[]> {
  const rows = await db
    .selectFrom('story_versions')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    content: contentFromJson(row.content_json),
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    draftNumber: row.draft_number,
  }))
}

/** One version's words; null where there is no such version. */
export async function readVersionContent(
  db: Database,
  { storyId, number }: { storyId: string; number: number },
): Promise<StoryContent | null> {
  const row = await db
    .selectFrom('story_versions')
    .select('content_json')
    .where('story_id', '=', storyId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? contentFromJson(row.content_json) : null
}

/** The path itself, or with -2, -3, … where other stories of the month have it. */
async function freePath(tx: Transaction, wanted: string): Promise<string> {
  for (let number = 1; number <= 50; number++) {
    const path = number === 1 ? wanted : `${wanted}-${number}`
    const taken = await tx.rows.selectFrom('stories').select('id').where('path', '=', path).executeTakeFirst()
    if (!taken) return path
  }
  return `${wanted}-${newId(0).slice(-10)}`
}
