/** The newsroom's side of a story: drafts, which only staff see. */
import { draftMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { type Database, newId, type Store, type Transaction } from '../store/index.ts'
import { contentFromJson, contentToJson, type StoryContent } from './content.ts'
import { keepDraftUses, withNewestWords } from './drafts/newest-words.ts'

export interface Draft {
  id: string
  /** /YYYY/MM/slug once it has been published. */
  path: string | null
  content: StoryContent
  /** Grows with every step and every save. */
  number: number
  savedAt: number
  /** A person's id; null where the command line did it. */
  savedBy: string | null
  state: 'draft' | 'published' | 'changed'
  commentsOpen: boolean
  firstPublishedAt: number | null
  /** Until when a version of it waits under embargo; null where none does. */
  heldUntil: number | null
  /** A person's id; null where the command line made it. */
  createdBy: string | null
}

/** The page a story was made from, kept as it came. */
export interface SourcePage {
  id: string
  name: string
  bytes: Uint8Array
  report: unknown
  takenAt: number
}

interface NewStory {
  content: StoryContent
  by: string | null
  /** Whose story it is, where another begins it for them. */
  owner?: string | null
  commentsOpen: boolean
  source?: { name: string; bytes: Uint8Array; report: unknown }
}

/** Makes a draft, with the page it came from where there is one. Answers its id. */
export const createStory = (store: Store, story: NewStory, now: number): Promise<string> =>
  store.transaction(now, (tx) => createStoryIn(tx, story))

/** The same as part of a transaction. */
export async function createStoryIn(tx: Transaction, story: NewStory): Promise<string> {
  const { now } = tx
  const id = newId(now)
  await tx.rows
    .insertInto('stories')
    .values({
      id,
      path: null,
      draft_json: contentToJson(story.content),
      draft_number: 1,
      folded_number: 1,
      draft_at: now,
      draft_by: story.by,
      published_number: null,
      first_published_at: null,
      published_at: null,
      comments_open: story.commentsOpen ? 1 : 0,
      created_at: now,
      created_by: story.owner ?? story.by,
    })
    .execute()
  await keepDraftUses(tx, id, story.content)
  await tx.say({ kind: 'draft.saved', story: id, number: 1, by: story.by })
  if (story.source) await insertSource(tx, { storyId: id, by: story.by, ...story.source })
  const { headline } = story.content
  const [act, detail] = story.source
    ? ['story.imported', m.logImported(headline)]
    : ['story.made', m.logStarted(headline)]
  await noteAct(tx, { by: story.by, act, about: id, detail })
  return id
}

interface Source {
  name: string
  bytes: Uint8Array
  report: unknown
}

const insertSource = (
  tx: Transaction,
  { storyId, by, name, bytes, report }: Source & { storyId: string; by: string | null },
) =>
  tx.rows
    .insertInto('source_pages')
    .values({
      id: newId(tx.now),
      story_id: storyId,
      name,
      bytes: Buffer.from(bytes),
      report_json: JSON.stringify(report),
      taken_at: tx.now,
      taken_by: by,
    })
    .execute()

/** Keeps what was pasted into a story, as it was copied; beside the page that the story was made from, if there is one. */
export const keepSourcePage = (store: Store, source: Source & { storyId: string; by: string }, now: number) =>
  store.transaction(now, (tx) => insertSource(tx, source))

export type SaveResult =
  | { saved: true; number: number }
  | { saved: false; why: 'gone' }
  | { saved: false; why: 'conflict'; theirs: Draft }

/**
 * Saves a draft that was opened as number `base`. Where another save came
 * between, nothing is overwritten: the other's draft is answered instead.
 * Where `commentsOpen` is absent, the story takes comments as before.
 */
export async function saveDraft(store: Store, save: Save & { by: string }, now: number): Promise<SaveResult> {
  return store.transaction(now, (tx) => saveDraftIn(tx, save))
}

interface Save {
  storyId: string
  base: number
  content: StoryContent
  commentsOpen?: boolean
  by: string | null
}

/** The same as part of what else a transaction does. */
export async function saveDraftIn(tx: Transaction, save: Save): Promise<SaveResult> {
  const values = {
    draft_json: contentToJson(save.content),
    draft_number: save.base + 1,
    folded_number: save.base + 1,
    draft_at: tx.now,
    draft_by: save.by,
    ...(save.commentsOpen === undefined ? {} : { comments_open: save.commentsOpen ? 1 : 0 }),
  }
  const before = await tx.rows
    .selectFrom('stories')
    .select('comments_open')
    .where('id', '=', save.storyId)
    .executeTakeFirst()
  const result = await tx.rows
    .updateTable('stories')
    .set(values)
    .where('id', '=', save.storyId)
    .where('draft_number', '=', save.base)
    .executeTakeFirst()
  if (result.numUpdatedRows === 1n) {
    await keepDraftUses(tx, save.storyId, save.content)
    await tx.say({ kind: 'draft.saved', story: save.storyId, number: values.draft_number, by: save.by })
    const about = { by: save.by, about: save.storyId }
    const { headline } = save.content
    if (before && values.comments_open !== undefined && before.comments_open !== values.comments_open) {
      await tx.say({ kind: 'story.comments', story: save.storyId })
      const detail = save.commentsOpen ? m.logCommentsOpened(headline) : m.logCommentsClosed(headline)
      await noteAct(tx, { ...about, act: 'story.comments', detail })
    }
    await noteAct(tx, { ...about, act: 'story.saved', detail: m.logSaved(headline) })
    return { saved: true, number: values.draft_number }
  }
  const theirs = await readDraft(tx.rows, save.storyId)
  return theirs ? { saved: false, why: 'conflict', theirs } : { saved: false, why: 'gone' }
}

const columns = [
  'stories.id',
  'stories.path',
  'stories.draft_json',
  'stories.folded_number',
  'stories.draft_number',
  'stories.draft_at',
  'stories.draft_by',
  'stories.comments_open',
  'stories.first_published_at',
  'stories.created_by',
  'live.content_json',
  'held_stories.until',
] as const

/**
 * What is in the trash is nobody's to read or to change until somebody brings it back. The published words are joined
 * as `published_stories` has them, and not by that view: SQLite puts a view of two tables together whole, for every
 * story there is, before it is joined to what may lack a row of it.
 */
const drafts = (db: Database) =>
  db
    .selectFrom('stories')
    .leftJoin('story_versions as live', (join) =>
      join
        .onRef('live.story_id', '=', 'stories.id')
        .onRef('live.number', '=', 'stories.published_number')
        .on('stories.path', 'is not', null)
        .on('stories.first_published_at', 'is not', null)
        .on('stories.published_at', 'is not', null),
    )
    .leftJoin('held_stories', 'held_stories.story_id', 'stories.id')
    .select(columns)
    .where('stories.trashed_at', 'is', null)

/** Null where there is none, or it is in the trash. */
export async function readDraft(db: Database, storyId: string): Promise<Draft | null> {
  const rows = await withNewestWords(db, await drafts(db).where('stories.id', '=', storyId).execute())
  return rows.map(toDraft)[0] ?? null
}

/** The newsroom's list, last touched first; of these stories, where ids are given. */
export async function listDrafts(db: Database, limit = 500, ids?: readonly string[]): Promise<Draft[]> {
  const rows = await drafts(db)
    .$if(ids !== undefined, (query) => query.where('stories.id', 'in', ids as readonly string[]))
    .orderBy('stories.draft_at', 'desc')
    .orderBy('stories.id', 'desc')
    .limit(limit)
    .execute()
  return (await withNewestWords(db, rows)).map(toDraft)
}

function toDraft(row: {
  id: string
  path: string | null
  draft_json: string
  draft_number: number
  draft_at: number
  draft_by: string | null
  comments_open: number
  first_published_at: number | null
  created_by: string | null
  content_json: string | null
  until: number | null
}): Draft {
  return {
    id: row.id,
    path: row.path,
    content: contentFromJson(row.draft_json),
    number: row.draft_number,
    savedAt: row.draft_at,
    savedBy: row.draft_by,
    state: row.content_json === null ? 'draft' : row.content_json === row.draft_json ? 'published' : 'changed',
    commentsOpen: row.comments_open === 1,
    firstPublishedAt: row.first_published_at,
    heldUntil: row.until,
    createdBy: row.created_by,
  }
}

/** The pages a story came from, newest first. */
export async function readSourcePages(db: Database, storyId: string): Promise<SourcePage[]> {
  const rows = await db
    .selectFrom('source_pages')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('taken_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    bytes: row.bytes,
    report: JSON.parse(row.report_json),
    takenAt: row.taken_at,
  }))
}
