/**
 * Keeps the newsroom's list: a narrow row for each story, and its words to be
 * searched, in the transactions that change a story. A step of somebody who is
 * typing changes two numbers of the row; headline and words follow as the steps
 * are folded, and whoever asks meanwhile lays them on.
 */
import { readVerdict } from '../corrections/index.ts'
import { readWriters } from '../drafting/index.ts'
import { termKey } from '../paper/index.ts'
import type { AnyInsideListener, Transaction } from '../store/index.ts'
import {
  type Draft,
  listDrafts,
  readDraft,
  readPublishedById,
  type StoryContent,
  wordsOfBlock,
} from '../story/index.ts'
import { foldedWords } from '../text/index.ts'

export const keepingTheList: readonly AnyInsideListener[] = [
  { on: 'draft.saved', hear: (tx, { story, number }) => noteSaved(tx, story, number) },
  {
    on: 'draft.steps',
    hear: (tx, { story, number }) => change(tx, story, { draft_number: number, changed_at: tx.now }),
  },
  {
    on: 'draft.folded',
    async hear(tx, { story }) {
      const draft = await readDraft(tx.rows, story)
      if (draft) await keepWords(tx, draft)
    },
  },
  { on: 'stories.brought-in', hear: (tx, { stories }) => noteBroughtIn(tx, stories) },
  { on: 'story.published', hear: (tx, { story, number }) => notePublished(tx, story, number) },
  { on: 'story.taken-down', hear: (tx, { story }) => change(tx, story, { live: 0, same_number: 0 }) },
  {
    on: 'story.thrown-away',
    hear: (tx, { story, by }) => change(tx, story, { trashed_at: tx.now, trashed_by: by }),
  },
  { on: 'story.brought-back', hear: (tx, { story }) => change(tx, story, { trashed_at: null, trashed_by: null }) },
  {
    on: 'story.removed',
    async hear(tx, { story }) {
      for (const table of ['stage_marks', 'listed_stories', 'story_words'] as const)
        await tx.rows.deleteFrom(table).where('story_id', '=', story).execute()
    },
  },
]

interface Changes {
  changed_at?: number
  draft_number?: number
  stage?: 'draft'
  stage_number?: number
  path?: string
  published_at?: number
  live?: number
  same_number?: number
  since_number?: number
  said?: '' | 'corrected' | 'retracted'
  trashed_at?: number | null
  trashed_by?: string | null
}

async function change(tx: Transaction, storyId: string, changes: Changes): Promise<void> {
  await tx.rows.updateTable('listed_stories').set(changes).where('story_id', '=', storyId).execute()
}

async function noteSaved(tx: Transaction, storyId: string, number: number): Promise<void> {
  const draft = await readDraft(tx.rows, storyId)
  if (!draft) return
  if (number === 1)
    await tx.rows
      .insertInto('listed_stories')
      .values({ story_id: storyId, ...headsOf(draft), created_by: draft.createdBy, ...NEW })
      .execute()
  await keepWords(tx, draft)
  // A save that changes nothing leaves a draft as ready, or as checked, as it was.
  if (number > 1 && (await readWriters(tx.rows, storyId, number - 1)).length === 0)
    await tx.rows
      .updateTable('listed_stories')
      .set({ stage_number: number })
      .where('story_id', '=', storyId)
      .where('stage_number', '=', number - 1)
      .execute()
}

/** Many at once, none of which is on the list. */
async function noteBroughtIn(tx: Transaction, ids: readonly string[]): Promise<void> {
  const drafts = await listDrafts(tx.rows, ids.length, ids)
  if (drafts.length === 0) return
  await tx.rows
    .insertInto('listed_stories')
    .values(
      drafts.map((draft) => ({
        story_id: draft.id,
        ...headsOf(draft),
        created_by: draft.createdBy,
        ...NEW,
        ...(draft.state === 'draft'
          ? {}
          : {
              path: draft.path,
              published_at: draft.firstPublishedAt,
              live: 1,
              same_number: draft.number,
              since_number: draft.number,
            }),
      })),
    )
    .execute()
  await tx.rows
    .insertInto('story_words')
    .values(drafts.map(({ id, content }) => ({ story_id: id, search_words: searchWordsOf(content).join(' ') })))
    .execute()
}

const NEW = {
  stage: 'draft' as const,
  stage_number: 0,
  path: null,
  published_at: null,
  live: 0,
  same_number: 0,
  since_number: 0,
  said: '' as const,
  trashed_at: null,
  trashed_by: null,
}

const headsOf = ({ content, number, savedAt }: Draft) => ({
  headline: content.headline,
  byline: content.byline,
  section: content.section,
  section_key: termKey(content.section),
  changed_at: savedAt,
  draft_number: number,
  words_number: number,
})

async function keepWords(tx: Transaction, draft: Draft): Promise<void> {
  const same = draft.state === 'published' ? { same_number: draft.number } : {}
  await tx.rows
    .updateTable('listed_stories')
    .set({ ...headsOf(draft), ...same })
    .where('story_id', '=', draft.id)
    .execute()
  const search_words = searchWordsOf(draft.content).join(' ')
  const kept = await tx.rows
    .selectFrom('story_words')
    .select('search_words')
    .where('story_id', '=', draft.id)
    .executeTakeFirst()
  if (kept?.search_words === search_words) return
  // The index takes rows in and out, and none that changes.
  await tx.rows.deleteFrom('story_words').where('story_id', '=', draft.id).execute()
  await tx.rows.insertInto('story_words').values({ story_id: draft.id, search_words }).execute()
}

/** A story's words as they are searched, folded. */
export function searchWordsOf(content: StoryContent): string[] {
  const { headline, standfirst, byline, dateline, picture, body } = content
  const beside = picture ? [picture.caption, picture.credit] : []
  return foldedWords([headline, standfirst, byline, dateline, ...beside, ...body.map(wordsOfBlock)].join(' '))
}

async function notePublished(tx: Transaction, storyId: string, number: number): Promise<void> {
  const story = await readPublishedById(tx.rows, storyId)
  if (!story) return
  await change(tx, storyId, {
    live: 1,
    path: story.path,
    published_at: story.firstPublishedAt,
    same_number: number,
    since_number: number,
    said: await readVerdict(tx.rows, storyId),
    stage: 'draft',
    stage_number: 0,
  })
}
