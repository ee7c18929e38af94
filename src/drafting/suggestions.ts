/** What others would change in a draft: kept until whoever may change it accepts or rejects it, and after that as well. */
import { applySteps, isSame, placesOfSteps } from '../steps/index.ts'
import { type Database, newId, type Store, type Transaction, takeTurns } from '../store/index.ts'
import { readDraft, type StoryContent } from '../story/index.ts'
import { addPoint } from './point.ts'
import type { Step } from './step.ts'
import { tooLong } from './take-steps.ts'
import { readWordsAt, rememberWords } from './words-at.ts'

export interface Suggestion {
  id: string
  /** A field's name or a block's id. */
  place: string
  step: Step
  /** What stood there when it was suggested: a field's value or a block; null where a block would be new. */
  from: unknown
  /** A person's id. */
  by: string
  at: number
  state: 'open' | 'accepted' | 'rejected'
  decidedBy: string | null
  decidedAt: number | null
}

/** So many suggestions one batch can hold: more is another text. */
export const MOST_SUGGESTED = 200

/**
 * Keeps these steps as suggestions, each by itself, against the draft as it was
 * at number `base`. Answers how many; null where there is no such story or
 * number, or there are too many.
 */
export async function suggestSteps(
  store: Store,
  suggestion: { storyId: string; base: number; steps: readonly Step[]; by: string },
  now: number,
): Promise<number | null> {
  const { storyId, base, steps, by } = suggestion
  const words = await readWordsAt(store.db, storyId, base)
  if (!words || steps.length > MOST_SUGGESTED) return null
  if (steps.length === 0) return 0
  const rows = steps.map((step) => {
    const [place = ''] = placesOfSteps([step])
    return {
      id: newId(now),
      story_id: storyId,
      place,
      step_json: JSON.stringify(step),
      from_json: JSON.stringify(standingAt(words, step)),
      by,
      at: now,
      state: 'open' as const,
      decided_by: null,
      decided_at: null,
    }
  })
  await store.transaction(now, async (tx) => {
    await tx.rows.insertInto('suggestions').values(rows).execute()
    await tx.say({ kind: 'draft.suggestions', story: storyId })
  })
  return rows.length
}

/** What stands where a step would change it; null for a block that isn't there. */
function standingAt(words: StoryContent, step: Step): unknown {
  if (step.type === 'field') return words[step.field] ?? null
  const id = step.type === 'put' ? step.block.id : step.id
  return words.body.find((block) => block.id === id) ?? null
}

/** A draft's suggestions, newest first: those that are open, or those that were decided. */
export async function readSuggestions(
  db: Database,
  storyId: string,
  which: 'open' | 'decided',
  limit = 200,
): Promise<Suggestion[]> {
  const rows = await db
    .selectFrom('suggestions')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('state', which === 'open' ? '=' : '<>', 'open')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    place: row.place,
    step: JSON.parse(row.step_json) as Step,
    from: JSON.parse(row.from_json) as unknown,
    by: row.by,
    at: row.at,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }))
}

export type Decided =
  | { decided: true }
  /** There is no such suggestion, or it was decided before. */
  | { decided: false; why: 'gone' }
  /** What it would change has been changed since. */
  | { decided: false; why: 'changed' }
  | { decided: false; why: 'long'; sentence: string }

/** Accepts or rejects a suggestion. What is accepted is a point of the history by whoever accepts it, with whose it was. */
export async function decideSuggestion(
  store: Store,
  decision: { storyId: string; id: string; accept: boolean; by: string },
  now: number,
): Promise<Decided> {
  const { storyId } = decision
  const { decided, made } = await store.transaction(now, (tx) => decideIn(tx, decision))
  if (made) rememberWords(store, storyId, made)
  return decided
}

async function decideIn(
  tx: Transaction,
  { storyId, id, accept, by }: { storyId: string; id: string; accept: boolean; by: string },
): Promise<{ decided: Decided; made?: { number: number; words: StoryContent } }> {
  await takeTurns(tx, 'drafts', storyId)
  const row = await tx.rows
    .selectFrom('suggestions')
    .select(['step_json', 'from_json', 'by'])
    .where('id', '=', id)
    .where('story_id', '=', storyId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  const draft = await readDraft(tx.rows, storyId)
  if (!row || !draft) return { decided: { decided: false, why: 'gone' } }
  const made = accept ? await acceptIn(tx, { storyId, by, row, draft }) : undefined
  if (made && 'why' in made) return { decided: { decided: false, ...made } }
  await tx.rows
    .updateTable('suggestions')
    .set({ state: accept ? 'accepted' : 'rejected', decided_by: by, decided_at: tx.now })
    .where('id', '=', id)
    .execute()
  await tx.say({ kind: 'draft.suggestions', story: storyId })
  return { decided: { decided: true }, ...(made ? { made } : {}) }
}

async function acceptIn(
  tx: Transaction,
  {
    storyId,
    by,
    row,
    draft,
  }: {
    storyId: string
    by: string
    row: { step_json: string; from_json: string; by: string }
    draft: { number: number; content: StoryContent }
  },
): Promise<{ number: number; words: StoryContent } | { why: 'changed' } | { why: 'long'; sentence: string }> {
  const step = JSON.parse(row.step_json) as Step
  const { number: from, content: before } = draft
  if (!isSame(standingAt(before, step), JSON.parse(row.from_json))) return { why: 'changed' }
  const after = applySteps(before, [step])
  const sentence = tooLong(before, after)
  if (sentence) return { why: 'long', sentence }
  const number = await addPoint(
    tx,
    { storyId, by, kind: 'accepted', about: row.by, steps: [step] },
    { from, before, after },
  )
  return number === null ? { why: 'changed' } : { number, words: after }
}
