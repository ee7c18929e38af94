/** Saving a whole draft, as the form does that needs no JavaScript: by place, like steps. */
import { applySteps, placesOfSteps, stepsBetween } from '../steps/index.ts'
import type { Database, Store } from '../store/index.ts'
import { readDraft, type StoryContent, saveDraft } from '../story/index.ts'
import { placesInBoth, standFast } from './stand-fast.ts'
import type { Step } from './step.ts'
import { readWordsAt } from './words-at.ts'

/** So often others may save between reading and writing; after that it is a conflict like any other. */
const MOST_TRIES = 5

/**
 * Saves a draft that was opened as number `base`. What others have changed at
 * other places meanwhile stays; where both changed one place, nothing is
 * overwritten: their draft is answered instead.
 */
export async function saveStory(
  store: Store,
  save: { storyId: string; base: number; content: StoryContent; by: string },
  now: number,
): ReturnType<typeof saveDraft> {
  for (let attempt = 1; ; attempt++) {
    const draft = await readDraft(store.db, save.storyId)
    if (!draft) return { saved: false, why: 'gone' }
    const isNewest = draft.number === save.base
    const content = isNewest ? save.content : await laidOn(store.db, save, draft.content)
    if (!content) return { saved: false, why: 'conflict', theirs: draft }
    const saved = await saveDraft(store, { ...save, base: draft.number, content }, now)
    if (saved.saved || saved.why === 'gone' || attempt === MOST_TRIES) return saved
  }
}

/** The newest words with what this save changes; null where others have changed the same place. */
async function laidOn(
  db: Database,
  save: { storyId: string; base: number; content: StoryContent },
  newest: StoryContent,
): Promise<StoryContent | null> {
  // No form was ever opened before the first number.
  const base = save.base < 1 ? null : await readWordsAt(db, save.storyId, save.base)
  if (!base) return null
  const mine: readonly Step[] = stepsBetween(base, save.content)
  const laid = applySteps(newest, await standFast(mine, newest, async () => base))
  const theirs = placesOfSteps(stepsBetween(base, newest))
  return placesInBoth(mine, theirs, newest, laid).length > 0 ? null : laid
}
