/** What people say of a draft: ready to be checked, checked, sent back to its writer, not ready after all. */
import { workflowMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import type { Database, Store, Transaction } from '../store/index.ts'
import { readDraft } from '../story/index.ts'
import { showsSomething, unixLines } from '../text/index.ts'
import { needsSecondPerson, unreadWriters } from './second-person.ts'
import type { Mark, MarkMade, Stage } from './stage.ts'

/** Of what a writer is told, in UTF-16 code units. */
export const LONGEST_WORDS = 1000

const ACTS = { ready: 'story.ready', checked: 'story.checked', back: 'story.sent-back', draft: 'story.not-ready' }
const LOGGED = { ready: m.logReady, checked: m.logChecked, back: m.logBack, draft: m.logDraft }

/**
 * Marks a draft as it was at `number`, which is what whoever marks it has read. { problem } where it has another by
 * now, or can't be marked so. With a second person asked for, a check of one's own words alone is refused; one of
 * others' words counts for those, and the draft is checked once every word is.
 */
export const markStory = (
  store: Store,
  asked: { storyId: string; mark: Mark; number: number; words?: string; by: string },
  now: number,
): Promise<{ stage: Stage } | { problem: string }> => store.transaction(now, (tx) => markIn(tx, asked))

async function markIn(
  tx: Transaction,
  { storyId, mark, number, words = '', by }: Parameters<typeof markStory>[1],
): Promise<{ stage: Stage } | { problem: string }> {
  const [draft, row] = await Promise.all([readDraft(tx.rows, storyId), listedRow(tx.rows, storyId)])
  if (!draft || !row) return { problem: m.noStory }
  if (draft.number !== number) return { problem: m.changedMeanwhile }
  const told = unixLines(words).trim()
  const isFresh = row.stage_number === row.draft_number
  const before: Stage = row.stage === 'back' || isFresh ? row.stage : 'draft'
  if (mark === 'back') {
    if (before !== 'ready' && before !== 'checked') return { problem: m.nothingToSendBack }
    if (!showsSomething(told)) return { problem: m.sayWhy }
    if (told.length > LONGEST_WORDS) return { problem: m.wordsTooLong(LONGEST_WORDS, told.length) }
  } else if (mark !== 'draft' && row.live === 1 && row.draft_number <= row.same_number) return { problem: m.nothingNew }
  if (before === mark) return { stage: before }

  let stage: Stage = mark
  if (mark === 'checked' && (await needsSecondPerson(tx.rows))) {
    const [left, then] = await Promise.all([
      unreadWriters(tx.rows, storyId, row.since_number),
      unreadWriters(tx.rows, storyId, row.since_number, [{ by, seen: number }]),
    ])
    if (then.length > 0 && then.length === left.length) return { problem: m.onlyOwnWords }
    // What whoever checks has written themselves somebody else has to check.
    if (then.length > 0) stage = 'ready'
  }
  await tx.rows
    .insertInto('stage_marks')
    .values({ story_id: storyId, mark, draft_number: number, words: mark === 'back' ? told : '', by, at: tx.now })
    .execute()
  await tx.rows
    .updateTable('listed_stories')
    .set({ stage, stage_number: number })
    .where('story_id', '=', storyId)
    .execute()
  const detail = LOGGED[mark](draft.content.headline)
  await noteAct(tx, { by, act: ACTS[mark], about: storyId, detail })
  await tx.say({ kind: 'draft.marked', story: storyId })
  return { stage }
}

export const listedRow = (db: Database, storyId: string) =>
  db.selectFrom('listed_stories').selectAll().where('story_id', '=', storyId).executeTakeFirst()

/** The marks of a draft since it was last published, the newest first. */
export async function readMarks(db: Database, storyId: string, since: number): Promise<MarkMade[]> {
  const rows = await db
    .selectFrom('stage_marks')
    .select(['mark', 'draft_number as number', 'words', 'by', 'at'])
    .where('story_id', '=', storyId)
    .where('draft_number', '>', since)
    .orderBy('stage_marks.number', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({ ...row, at: Number(row.at) }))
}
