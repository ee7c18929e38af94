/**
 * A draft's newest words. A step writes itself and its number, not the whole
 * story again: draft_json is the draft as it was at folded_number, and the
 * steps after that are laid on it wherever a draft is read. Now and then they
 * are folded into it.
 */
import { keepAttachmentUses } from '../../attachments/index.ts'
import { keepUses } from '../../media/index.ts'
import { applySteps, type StepOf } from '../../steps/index.ts'
import {
  type Database,
  type Keeper,
  type KeeperLog,
  lookEvery,
  type Store,
  type Transaction,
} from '../../store/index.ts'
import { attachmentsOf, contentFromJson, contentToJson, picturesOf, type StoryContent } from '../content.ts'

interface DraftRow {
  id: string
  draft_json: string
  draft_number: number
  folded_number: number
}

/** The columns of a draft's row that its words are made of. */
export const WORDS_OF_DRAFT = ['stories.id', 'draft_json', 'draft_number', 'folded_number'] as const

/** So many drafts' steps are asked for at once. */
const AT_ONCE = 50

/** The same rows, with the steps since in their draft_json. */
export async function withNewestWords<R extends DraftRow>(db: Database, rows: readonly R[]): Promise<R[]> {
  const behind = rows.filter((row) => row.folded_number < row.draft_number)
  const tails = new Map<string, StepOf<StoryContent>[]>()
  for (let from = 0; from < behind.length; from += AT_ONCE) {
    const some = behind.slice(from, from + AT_ONCE)
    const steps = await db
      .selectFrom('draft_tails')
      .select(['story_id', 'steps_json'])
      // Steps never go while their story is there: whatever was folded since the row was read, these are still those it lacks.
      .where(({ or, and, eb }) =>
        or(
          some.map((row) =>
            and([
              eb('story_id', '=', row.id),
              eb('number', '>', row.folded_number),
              eb('number', '<=', row.draft_number),
            ]),
          ),
        ),
      )
      .orderBy('story_id')
      .orderBy('number')
      .execute()
    for (const { story_id, steps_json } of steps) {
      const tail = tails.get(story_id) ?? []
      tail.push(...(JSON.parse(steps_json) as StepOf<StoryContent>[]))
      tails.set(story_id, tail)
    }
  }
  return rows.map((row) => {
    const tail = tails.get(row.id)
    if (!tail) return row
    const newest = applySteps(contentFromJson(row.draft_json), tail)
    return { ...row, draft_json: contentToJson(newest) }
  })
}

/** Keeps which pictures and files a draft shows from now on. */
export async function keepDraftUses(tx: Transaction, storyId: string, content: StoryContent): Promise<void> {
  await keepUses(tx, { storyId, shown: 'draft', ids: picturesOf(content) })
  await keepAttachmentUses(tx, { storyId, shown: 'draft', ids: attachmentsOf(content) })
}

/**
 * Makes a draft the next after number `from`, by a step that is kept in this
 * transaction; with `whole`, its words are folded as well, and the pictures they
 * show kept. False where the draft has another number by now, or is gone.
 */
export async function moveDraft(
  tx: Transaction,
  move: { storyId: string; from: number; by: string | null; whole?: StoryContent | undefined },
): Promise<boolean> {
  const number = move.from + 1
  const folded = move.whole ? { draft_json: contentToJson(move.whole), folded_number: number } : {}
  const result = await tx.rows
    .updateTable('stories')
    .set({ draft_number: number, draft_at: tx.now, draft_by: move.by, ...folded })
    .where('id', '=', move.storyId)
    .where('draft_number', '=', move.from)
    .where('trashed_at', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  if (move.whole) await keepDraftUses(tx, move.storyId, move.whole)
  return true
}

/** Folds a draft's steps into its row; answers its words as JSON, null where there is no such story. */
export async function foldDraft(tx: Transaction, storyId: string): Promise<string | null> {
  const read = tx.rows.selectFrom('stories').select(WORDS_OF_DRAFT).where('id', '=', storyId)
  const row = await (tx.kind === 'postgres' ? read.forUpdate() : read).executeTakeFirst()
  if (!row) return null
  if (row.folded_number === row.draft_number) return row.draft_json
  const [newest] = await withNewestWords(tx.rows, [row])
  const draft_json = newest?.draft_json ?? row.draft_json
  await tx.rows
    .updateTable('stories')
    .set({ draft_json, folded_number: row.draft_number })
    .where('id', '=', storyId)
    .execute()
  await tx.say({ kind: 'draft.folded', story: storyId })
  return draft_json
}

/** A draft that nobody has changed for this long is folded, so that lists need not lay steps on it. Milliseconds. */
const QUIET = 20_000
const LOOK_EVERY = 30_000
const FOLDED_AT_ONCE = 50

/** Folds quiet drafts, a few at a time, until it is stopped. */
export const keepDraftsFolded = (store: Store, { log, now }: { log: KeeperLog; now(): number }): Keeper =>
  lookEvery(LOOK_EVERY, () => foldQuietDrafts(store, now()), { log, what: 'folding drafts', waitFirst: true })

async function foldQuietDrafts(store: Store, now: number): Promise<void> {
  const quiet = await store.db
    .selectFrom('stories')
    .select('id')
    .whereRef('folded_number', '<', 'draft_number')
    .where('draft_at', '<', now - QUIET)
    .orderBy('id')
    .limit(FOLDED_AT_ONCE)
    .execute()
  for (const { id } of quiet) await store.transaction(now, (tx) => foldDraft(tx, id))
}
