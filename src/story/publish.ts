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

/** Words that go out in place of the draft's, which may have moved on. */
interface GivenWords {
  content: StoryContent
  /** Which number of the draft they were; null for none. */
  draftNumber: number | null
  /** Asked in the transaction that publishes them: why they may not go out any more, or null. */
  whyNot(tx: Transaction): Promise<string | null>
  /** What goes with them, in that transaction. */
  keep?(tx: Transaction, version: number): Promise<void>
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
 * and { problem } says so where it is not. While a version waits under embargo, only `words` that are given go out:
 * the draft has the embargoed ones. `seen`: up to which number of the draft `by` has read it; absent where
 * nobody looks, as when a clock publishes.
 */
export async function publish(store: Store, story: Publication, now: number): Promise<PublishResult> {
  const { timeZone, whoSaysSo } = await readSiteSettings(store.db)
  const ahead = await readAhead(
    store.db,
    { ...story, contentJson: story.words && contentToJson(story.words.content) },
    timeZone,
    now,
  )
  return orHeldBack(store.transaction(now, (tx) => publishIn(tx, story, { timeZone, whoSaysSo, ahead })))
}

/** What a transaction answers, or why somebody who heard in it held it back: then nothing of it is kept. */
export async function orHeldBack<T>(work: Promise<T>): Promise<T | { problem: string }> {
  try {
    return await work
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
  words?: GivenWords
  /** Those that it shows are on their way, as in an import: a picture that is not there yet is none that is missing. */
  picturesFollow?: boolean
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
  const { change = null, by, seen, words, picturesFollow } = story
  const taken = await takeWords(tx, story.id, { words, picturesFollow })
  if ('problem' in taken) return taken
  const { row, draft, draftJson } = taken
  const before =
    change && row.published_number !== null
      ? await readVersionContent(tx.rows, { storyId: story.id, number: row.published_number })
      : null
  if (change && !before) return { problem: m.notLive }
  const content = change ? change.wordsOf(draft) : draft
  const contentJson = change ? contentToJson(content) : draftJson
  if (story.date !== undefined && story.date > now) return { problem: m.dateNotPassed }

  const first = row.first_published_at ?? story.date ?? now
  const path = row.path ?? (await freePath(tx, pathOf(content.headline, first, timeZone)))
  const last = await tx.rows
    .selectFrom('story_versions')
    .select((s) => [s.fn.max('number').as('number'), s.fn.max('draft_number').as('draft_number')])
    .where('story_id', '=', story.id)
    .executeTakeFirst()
  const version = Number(last?.number ?? 0) + 1
  const since = Number(last?.draft_number ?? 0)
  await tx.rows
    .insertInto('story_versions')
    .values({
      story_id: story.id,
      number: version,
      content_json: contentJson,
      draft_number: taken.draftNumber,
      published_at: now,
      published_by: story.by,
      through: tx.through,
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
  await words?.keep?.(tx, version)
  if (change && before) await change.keep(tx, { number: version, before, after: content })
  await tx.say({
    kind: 'story.published',
    story: story.id,
    version,
    wasLive: row.published_number !== null,
    number: taken.draftNumber ?? (await numberOf(tx, story.id, contentJson)) ?? since,
    since,
    words: !words ? 'draft' : words.draftNumber === null ? 'typed' : 'held',
    reader: by === null || seen === undefined ? null : { by, seen },
  })
  return { path, version }
}

interface TakenWords {
  row: NonNullable<Awaited<ReturnType<typeof rowOf>>>
  draft: StoryContent
  draftJson: string
  /** Which number of the draft they are; null for none. */
  draftNumber: number | null
}

/**
 * A story's row, locked, and the words that are about to be published: the draft's, or those given. { problem } says
 * why they can't be. Putting a version under embargo asks this as well, since it is a publication.
 */
export async function takeWords(
  tx: Transaction,
  storyId: string,
  {
    words,
    evenIfHeld = false,
    picturesFollow = false,
  }: { words?: GivenWords | undefined; evenIfHeld?: boolean; picturesFollow?: boolean | undefined },
): Promise<TakenWords | { problem: string }> {
  const draftJson = await foldDraft(tx, storyId)
  const row = await rowOf(tx, storyId)
  if (!row || draftJson === null) return { problem: m.noStory }
  if (row.trashed_at !== null) return { problem: m.inTrash }
  const whyNot = words ? await words.whyNot(tx) : !evenIfHeld && (await isHeld(tx, storyId)) ? m.underEmbargo : null
  if (whyNot !== null) return { problem: whyNot }
  const draft = words?.content ?? contentFromJson(draftJson)
  const stop = checkContent(draft, { picturesFollow }).find(({ severity }) => severity === 'stop')
  if (stop) return { problem: stop.sentence }
  return words
    ? { row, draft, draftJson: contentToJson(draft), draftNumber: words.draftNumber }
    : { row, draft, draftJson, draftNumber: row.draft_number }
}

const rowOf = (tx: Transaction, storyId: string) =>
  tx.rows.selectFrom('stories').selectAll().where('id', '=', storyId).executeTakeFirst()

/** The draft's number where it has these words. */
async function numberOf(tx: Transaction, storyId: string, contentJson: string): Promise<number | null> {
  const isSame = (await foldDraft(tx, storyId)) === contentJson
  return isSame ? ((await rowOf(tx, storyId))?.draft_number ?? null) : null
}

const isHeld = async (tx: Transaction, storyId: string): Promise<boolean> =>
  (await tx.rows.selectFrom('held_stories').select('until').where('story_id', '=', storyId).executeTakeFirst()) !==
  undefined

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
    .returning(['id', 'path', 'draft_json', 'draft_number', 'folded_number'])
    .execute()
  const [row] = await withNewestWords(tx.rows, rows)
  if (!row) return false
  await keepUses(tx, { storyId, shown: 'published', ids: [] })
  await keepAttachmentUses(tx, { storyId, shown: 'published', ids: [] })
  await unfileStory(tx, storyId)
  const { headline } = contentFromJson(row.draft_json)
  await noteAct(tx, { by, act: 'story.unpublished', about: storyId, detail: m.logUnpublished(headline) })
  await tx.say({ kind: 'story.taken-down', story: storyId, path: row.path ?? '' })
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

/** The path itself, or with -2, -3, … where other stories of the month have it, or it is among those about to be `given`. */
export async function freePath(
  tx: Transaction,
  wanted: string,
  given: ReadonlySet<string | null> = new Set(),
): Promise<string> {
  for (let number = 1; number <= 50; number++) {
    const path = number === 1 ? wanted : `${wanted}-${number}`
    if (given.has(path)) continue
    const taken = await tx.rows.selectFrom('stories').select('id').where('path', '=', path).executeTakeFirst()
    if (!taken) return path
  }
  return `${wanted}-${newId(0).slice(-10)}`
}
