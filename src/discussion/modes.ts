/** How a story takes comments: as usual, slowly, on hold, or not at all. One choice of four, by whom and since when. */
import { commentingMessages as m } from '../messages/index.ts'
import { namesOfStaff, noteAct } from '../people/index.ts'
import { type Database, type InsideListener, layOver, type Store, takeTurns } from '../store/index.ts'
import { readCommentsOpen, setCommentsOpen } from '../story/index.ts'

export type StoryMode =
  | { readonly kind: 'open' }
  /** One comment a person in so many minutes. */
  | { readonly kind: 'slow'; readonly minutes: number }
  /** Taken and held; none is approved without a look, and moderators are told. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'closed' }

/** The choices of slow mode, in minutes between two comments of one person. */
export const SLOW_MINUTES = [1, 3, 5, 10, 30, 60, 180] as const

export interface StoryModeNow {
  readonly mode: StoryMode
  /** When it was chosen and by whom; null where nobody has. */
  readonly setAt: number | null
  readonly setBy: string | null
}

/** How a story takes comments now; as usual where there is no such story. */
export const readStoryMode = async (db: Database, storyId: string): Promise<StoryMode> =>
  (await readChosen(db, storyId)).mode

/** The same, and who chose it when. */
export async function readStoryModeNow(db: Database, storyId: string): Promise<StoryModeNow> {
  const { mode, chosen } = await readChosen(db, storyId)
  const by = chosen?.set_by ?? null
  return { mode, setAt: chosen?.set_at ?? null, setBy: (await namesOfStaff(db, [by])).get(by ?? '') ?? null }
}

async function readChosen(db: Database, storyId: string) {
  const [open, chosen] = await Promise.all([
    readCommentsOpen(db, storyId),
    db.selectFrom('story_modes').selectAll().where('story_id', '=', storyId).executeTakeFirst(),
  ])
  const { mode = null, minutes = null } = chosen ?? {}
  return { mode: modeOf({ comments_open: open === false ? 0 : 1, mode, minutes }), chosen }
}

/** Those of some stories whose comments are on hold. */
export async function storiesOnHold(db: Database, storyIds: readonly string[]): Promise<Set<string>> {
  if (storyIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('story_modes')
    .select('story_id')
    .where('story_id', 'in', storyIds)
    .where('mode', '=', 'hold')
    .execute()
  return new Set(rows.map(({ story_id }) => story_id))
}

/** From a story's row and that of its mode, where it has one. */
export const modeOf = (row: {
  comments_open: number
  mode: 'open' | 'slow' | 'hold' | null
  minutes: number | null
}): StoryMode =>
  row.comments_open === 0
    ? { kind: 'closed' }
    : row.mode === 'slow' && row.minutes !== null
      ? { kind: 'slow', minutes: row.minutes }
      : row.mode === 'hold'
        ? { kind: 'hold' }
        : { kind: 'open' }

/**
 * Chooses how a story takes comments from now on; its page says so at once. Not
 * where somebody has chosen otherwise since `shown`: then it says what holds now.
 */
export async function setStoryMode(
  store: Store,
  change: { storyId: string; mode: StoryMode; shown?: StoryMode | undefined; by: string },
  now: number,
): Promise<{ set: true } | { set: false; mode: StoryMode }> {
  const { storyId, mode, shown, by } = change
  const isOpen = mode.kind !== 'closed'
  const values = {
    mode: mode.kind === 'closed' ? ('open' as const) : mode.kind,
    minutes: mode.kind === 'slow' ? mode.minutes : null,
    set_at: now,
    set_by: by,
  }
  return store.transaction(now, async (tx) => {
    // Of two who choose at the same moment the second has to see what the first chose.
    await takeTurns(tx, 'settings')
    const before = await readStoryMode(tx.rows, storyId)
    const { changed, both } = layOver(
      { mode: wordsOfMode(before) },
      { shown: { mode: wordsOfMode(shown ?? before) }, wanted: { mode: wordsOfMode(mode) } },
    )
    if (both.length > 0) return { set: false, mode: before }
    if (changed.length === 0) return { set: true }
    await setCommentsOpen(tx, storyId, isOpen)
    await tx.rows
      .insertInto('story_modes')
      .values({ story_id: storyId, ...values })
      .onConflict((conflict) => conflict.column('story_id').doUpdateSet(values))
      .execute()
    await noteAct(tx, { by, act: 'story.mode', about: storyId, detail: m.logMode(wordsOfMode(mode)) })
    await tx.say({ kind: 'story.comments', story: storyId })
    return { set: true }
  })
}

export const wordsOfMode = (mode: StoryMode): string =>
  mode.kind === 'slow' ? m.modes.slow(mode.minutes) : m.modes[mode.kind]

/** How a story took comments goes for good with one that no reader ever saw. */
export const forgettingModes: InsideListener<'story.removed'> = {
  on: 'story.removed',
  async hear(tx, { story, whole }) {
    if (whole) await tx.rows.deleteFrom('story_modes').where('story_id', '=', story).execute()
  },
}
