/** How a story takes comments: as usual, slowly, on hold, or not at all. One choice of four, by whom and since when. */
import { noteAct } from '../people/index.ts'
import { type Database, layOver, type Store, takeTurns } from '../store/index.ts'

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
export async function readStoryMode(db: Database, storyId: string): Promise<StoryMode> {
  return (await readStoryModeNow(db, storyId)).mode
}

export async function readStoryModeNow(db: Database, storyId: string): Promise<StoryModeNow> {
  const row = await db
    .selectFrom('stories as s')
    .leftJoin('story_modes as m', 'm.story_id', 's.id')
    .leftJoin('people as p', 'p.id', 'm.set_by')
    .select(['s.comments_open', 'm.mode', 'm.minutes', 'm.set_at', 'p.name'])
    .where('s.id', '=', storyId)
    .executeTakeFirst()
  if (!row) return { mode: { kind: 'open' }, setAt: null, setBy: null }
  return {
    mode: modeOf(row),
    setAt: row.set_at,
    setBy: row.name,
  }
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
    await tx.rows
      .updateTable('stories')
      .set({ comments_open: isOpen ? 1 : 0 })
      .where('id', '=', storyId)
      .execute()
    await tx.rows
      .insertInto('story_modes')
      .values({ story_id: storyId, ...values })
      .onConflict((conflict) => conflict.column('story_id').doUpdateSet(values))
      .execute()
    await noteAct(tx, { by, act: 'story.mode', about: storyId, detail: `Comments on a story: ${wordsOfMode(mode)}` })
    await tx.say({ kind: 'story.comments', story: storyId })
    return { set: true }
  })
}

/** "open", "slow mode, one in 10 minutes", "on hold", "closed". */
export const wordsOfMode = (mode: StoryMode): string =>
  mode.kind === 'slow' ? `slow mode, one in ${inMinutes(mode.minutes)}` : mode.kind === 'hold' ? 'on hold' : mode.kind

/** "ten minutes", "an hour", "3 hours": a stretch of time as people say it. */
export function inMinutes(minutes: number): string {
  if (minutes === 1) return 'a minute'
  if (minutes === 60) return 'an hour'
  if (minutes % 60 === 0) return `${minutes / 60} hours`
  const words: Record<number, string> = {
    2: 'two',
    3: 'three',
    4: 'four',
    5: 'five',
    6: 'six',
    10: 'ten',
    30: 'thirty',
  }
  return `${words[minutes] ?? minutes} minutes`
}
