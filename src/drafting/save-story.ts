/** Saving a whole draft, as the form does that needs no JavaScript: by place, like steps. */
import { applySteps, placesOfSteps, stepsBetween } from '../steps/index.ts'
import type { Database, Store } from '../store/index.ts'
import { type Draft, readDraft, type StoryContent, saveDraft } from '../story/index.ts'
import { type Lock, readLocks } from './locks.ts'
import { placesInBoth, standFast } from './stand-fast.ts'
import type { Step } from './step.ts'
import { readWordsAt } from './words-at.ts'

/** So often others may save between reading and writing; after that it is a conflict like any other. */
const MOST_TRIES = 5

/**
 * What becomes of changes where a colleague is writing just now: none of them is
 * saved, or all but those, or those too. What they write then is in the way of
 * what was saved, and both are shown to them.
 */
export type AtLocked = 'refuse' | 'leave' | 'save'

type Saved =
  | Awaited<ReturnType<typeof saveDraft>>
  /** The draft as it is, and who holds what was changed. */
  | { saved: false; why: 'locked'; locks: Lock[]; theirs: Draft }

/**
 * Saves a draft that was opened as number `base`. What others have changed at
 * other places meanwhile stays; where both changed one place, nothing is
 * overwritten: their draft is answered instead.
 */
export async function saveStory(
  store: Store,
  save: { storyId: string; base: number; content: StoryContent; by: string; atLocked: AtLocked },
  now: number,
): Promise<Saved> {
  for (let attempt = 1; ; attempt++) {
    const draft = await readDraft(store.db, save.storyId)
    if (!draft) return { saved: false, why: 'gone' }
    const isNewest = draft.number === save.base
    const laid = isNewest ? save.content : await laidOn(store.db, save, draft.content)
    if (!laid) return { saved: false, why: 'conflict', theirs: draft }
    const locks = save.atLocked === 'save' ? [] : await locksIn(store.db, save, { before: draft.content, laid }, now)
    if (locks.length > 0 && save.atLocked === 'refuse') return { saved: false, why: 'locked', locks, theirs: draft }
    const content = locks.length === 0 ? laid : without(locks, draft.content, laid)
    const saved = await saveDraft(store, { ...save, base: draft.number, content }, now)
    if (saved.saved || saved.why === 'gone' || attempt === MOST_TRIES) return saved
  }
}

/** The locks of others at places that differ. */
async function locksIn(
  db: Database,
  { storyId, by }: { storyId: string; by: string },
  { before, laid }: { before: StoryContent; laid: StoryContent },
  now: number,
): Promise<Lock[]> {
  const theirs = (await readLocks(db, storyId, now)).filter(({ personId }) => personId !== by)
  if (theirs.length === 0) return []
  const changed = new Set(placesOfSteps<StoryContent>(stepsBetween(before, laid)))
  return theirs.filter(({ place }) => changed.has(place))
}

/** What is saved, but for these places. */
function without(locks: readonly Lock[], before: StoryContent, laid: StoryContent): StoryContent {
  const held = new Set(locks.map(({ place }) => place))
  return applySteps(
    before,
    stepsBetween(before, laid).filter((step) => !placesOfSteps<StoryContent>([step]).some((place) => held.has(place))),
  )
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
