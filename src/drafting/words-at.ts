/** A draft as it was at any number of its history. */
import { applySteps } from '../steps/index.ts'
import type { Database, Store, Transaction } from '../store/index.ts'
import { emptyContent, readDraft, type StoryContent } from '../story/index.ts'
import type { Step } from './step.ts'

/** The draft at this number; null where its history does not reach there. */
export async function readWordsAt(db: Database, storyId: string, number: number): Promise<StoryContent | null> {
  const snapshot = await db
    .selectFrom('draft_snapshots')
    .select(['number', 'content_json'])
    .where('story_id', '=', storyId)
    .where('number', '<=', number)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const from = snapshot?.number ?? 0
  const steps = await readStepsBetween(db, storyId, { after: from, to: number })
  // Each number has its row, from the first or from a snapshot on.
  if (from + steps.length !== number) return null
  // One of an older program lacks the fields that came later.
  const start: StoryContent = { ...emptyContent, ...(snapshot ? JSON.parse(snapshot.content_json) : {}) }
  return applySteps(start, steps.flat())
}

/** The steps of each number after `after`, up to and with `to`. */
async function readStepsBetween(
  db: Database,
  storyId: string,
  { after, to }: { after: number; to: number },
): Promise<Step[][]> {
  if (to <= after) return []
  const rows = await db
    .selectFrom('draft_steps')
    .select('steps_json')
    .where('story_id', '=', storyId)
    .where('number', '>', after)
    .where('number', '<=', to)
    .orderBy('number')
    .execute()
  return rows.map(({ steps_json }) => JSON.parse(steps_json) as Step[])
}

/** A draft's words, and the most characters that they can have. */
export interface NewestWords {
  words: StoryContent
  most: number
}
interface Known extends NewestWords {
  number: number
}

/** Drafts that a process has in mind, so that a step need not read the whole story again. */
const MOST_KNOWN = 40
const known = new WeakMap<object, Map<string, Known>>()

/**
 * The newest words of a draft whose number is `head`, in a transaction; null
 * where its number is another. Only what is committed is remembered
 * (rememberWords): a number that was rolled back may come again with other words.
 */
export async function newestWords(tx: Transaction, storyId: string, head: number): Promise<NewestWords | null> {
  const found = known.get(tx.shelf)?.get(storyId)
  if (found?.number === head) return found
  if (found && found.number < head && head - found.number <= MOST_BEHIND) {
    const steps = await readStepsBetween(tx.rows, storyId, { after: found.number, to: head })
    if (steps.length === head - found.number) return measured(applySteps(found.words, steps.flat()))
  }
  const draft = await readDraft(tx.rows, storyId)
  return draft?.number === head ? measured(draft.content) : null
}

/** As JSON they have more characters than as words. */
const measured = (words: StoryContent): NewestWords => ({ words, most: JSON.stringify(words).length })

/** From further behind than this, reading the whole draft is no more work. */
const MOST_BEHIND = 100

/** Remembers a draft's words, once they are committed. */
export function rememberWords(
  store: Store,
  storyId: string,
  { number, words, most }: { number: number; words: StoryContent; most?: number },
): void {
  const drafts = known.get(store.shelf) ?? new Map<string, Known>()
  known.set(store.shelf, drafts)
  const before = drafts.get(storyId)
  if (before && before.number > number) return
  drafts.delete(storyId)
  drafts.set(storyId, { number, words, most: most ?? measured(words).most })
  const oldest = drafts.size > MOST_KNOWN ? drafts.keys().next().value : undefined
  if (oldest !== undefined) drafts.delete(oldest)
}
