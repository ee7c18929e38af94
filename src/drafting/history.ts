/** A draft's history as people read it: who wrote when, what differs between two points, and going back to one. */
import { applySteps, placesOfSteps, stepsBetween } from '../steps/index.ts'
import { type Database, type Store, takeTurns } from '../store/index.ts'
import { readDraft, type StoryContent } from '../story/index.ts'
import { addPoint, type PointKind } from './point.ts'
import type { Step } from './step.ts'
import { readWordsAt, rememberWords } from './words-at.ts'

/** Points one after another by one person in one way, with no long pause: one line of the history. */
export interface Run {
  /** The first and the last number of it. */
  from: number
  to: number
  kind: PointKind
  /** A person's id; null where the command line did it. */
  by: string | null
  /** Of an accepted suggestion: whose it was; of what was restored: which number. */
  about: string | null
  startedAt: number
  endedAt: number
}

/** Typing after a pause longer than this is a line of its own. Milliseconds. */
const PAUSE = 5 * 60_000
/** So many numbers are looked through for one page of history. */
const PAGE = 2000

/** The history's runs, newest first, of numbers below `before`; `older` is where the next page begins, null at the end. */
export async function readHistory(
  db: Database,
  storyId: string,
  before: number | null,
  page = PAGE,
): Promise<{ runs: Run[]; older: number | null }> {
  const rows = await db
    .selectFrom('draft_steps')
    .select(['number', 'at', 'by', 'kind', 'about'])
    .where('story_id', '=', storyId)
    .$if(before !== null, (query) => query.where('number', '<', before as number))
    .orderBy('number', 'desc')
    .limit(page)
    .execute()
  const runs: Run[] = []
  for (const { number, at, by, kind, about } of rows) {
    const last = runs.at(-1)
    if (last && kind === 'typed' && last.kind === 'typed' && last.by === by && last.startedAt - at <= PAUSE) {
      last.from = number
      last.startedAt = at
    } else runs.push({ from: number, to: number, kind, by, about, startedAt: at, endedAt: at })
  }
  const lowest = rows.at(-1)?.number ?? 1
  return { runs, older: rows.length === page && lowest > 1 ? lowest : null }
}

/** What differs at one place between two points of a history. */
export interface PlaceChange {
  /** A field's name or a block's id. */
  place: string
  /** A step of that place. */
  step: Step
  /** Who changed it last between the two, and when; null where the history does not say. */
  last: { by: string | null; at: number } | null
}

/** Two points of a draft, and what differs between them, place by place; null where the history lacks one of them. */
export async function readDifference(
  db: Database,
  storyId: string,
  { from, to }: { from: number; to: number },
): Promise<{ before: StoryContent; after: StoryContent; changes: PlaceChange[] } | null> {
  const [before, after] = await Promise.all([readWordsAt(db, storyId, from), readWordsAt(db, storyId, to)])
  if (!before || !after) return null
  const steps: Step[] = stepsBetween(before, after)
  const places = new Set(placesOfSteps(steps))
  const last = new Map<string, { by: string | null; at: number }>()
  const rows = await db
    .selectFrom('draft_steps')
    .select(['by', 'at', 'steps_json'])
    .where('story_id', '=', storyId)
    .where('number', '>', Math.min(from, to))
    .where('number', '<=', Math.max(from, to))
    .orderBy('number', 'desc')
    .execute()
  for (const { by, at, steps_json } of rows) {
    if (last.size === places.size) break
    for (const place of placesOfSteps(JSON.parse(steps_json) as Step[]))
      if (places.has(place) && !last.has(place)) last.set(place, { by, at })
  }
  const changes = steps.map((step) => {
    const [place = ''] = placesOfSteps([step])
    return { place, step, last: last.get(place) ?? null }
  })
  return { before, after, changes }
}

/** So often others may write between reading and restoring. */
const MOST_TRIES = 5

/** Makes a draft what it was at a number, as a new point; answers that point's number, null where there is no such story or number. */
export async function restoreWords(
  store: Store,
  { storyId, number, by }: { storyId: string; number: number; by: string },
  now: number,
): Promise<number | null> {
  const after = await readWordsAt(store.db, storyId, number)
  if (!after) return null
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const made = await store.transaction(now, async (tx) => {
      await takeTurns(tx, 'drafts', storyId)
      const draft = await readDraft(tx.rows, storyId)
      if (!draft) return null
      const steps: Step[] = stepsBetween(draft.content, after)
      return addPoint(
        tx,
        { storyId, by, kind: 'restored', about: String(number), steps },
        { from: draft.number, before: draft.content, after: applySteps(draft.content, steps) },
      )
    })
    if (made !== null) {
      rememberWords(store, storyId, { number: made, words: after })
      return made
    }
  }
  return null
}
