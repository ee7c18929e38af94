/** What an editor keeps at the top of the front page. */
import { frontDeskMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { type AnyJobHandler, type Database, queueJob, type Store, type Transaction, takeTurns } from '../store/index.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    'front.let-go': Record<never, never>
  }
}

export interface Pin {
  storyId: string
  /** When it lets go, in milliseconds since the epoch; null for never. */
  until: number | null
}

/** So many may be kept on top: as many as a front page has places there. */
export const MOST_PINS = 6

/** Those that hold at that moment, in their order; also of stories that are off the site. */
export async function readPins(db: Database, now: number): Promise<Pin[]> {
  const rows = await db
    .selectFrom('front_pins')
    .select(['story_id', 'until'])
    .where((s) => s.or([s('until', 'is', null), s('until', '>', now)]))
    .orderBy('place')
    .orderBy('story_id')
    .execute()
  return rows.map(({ story_id, until }) => ({ storyId: story_id, until: until === null ? null : Number(until) }))
}

/** Whose pin it is, in words and by whom, for the log. */
interface Pinned {
  storyId: string
  headline: string
  by: string | null
}

/**
 * Puts a story on top of all others, or, where it is there already, keeps it as long as is said now. With `shown`,
 * what the editor saw of that, it answers "changed" where somebody else has chosen otherwise meanwhile.
 */
export async function pinStory(
  store: Store,
  { storyId, headline, by, until, shown }: Pinned & { until: number | null; shown?: number | null },
  now: number,
): Promise<{ problem: string } | 'changed' | null> {
  return store.transaction(now, async (tx) => {
    const pins = await takePins(tx)
    const there = pins.find((pin) => pin.storyId === storyId)
    if (there) {
      if (shown !== undefined && there.until !== shown) return 'changed'
      await tx.rows.updateTable('front_pins').set({ until }).where('story_id', '=', storyId).execute()
    } else {
      if (pins.length >= MOST_PINS) return { problem: m.full(MOST_PINS) }
      await tx.rows
        .insertInto('front_pins')
        .values({ story_id: storyId, place: 0, until, pinned_by: by, pinned_at: now })
        .execute()
      await putInOrder(tx, [storyId, ...pins.map((pin) => pin.storyId)])
    }
    await letGoLater(tx)
    await say(tx, {
      act: 'front.pinned',
      by,
      about: storyId,
      detail: there ? m.logUntil(headline) : m.logPinned(headline),
    })
    return null
  })
}

export async function unpinStory(store: Store, { storyId, headline, by }: Pinned, now: number): Promise<void> {
  await store.transaction(now, async (tx) => {
    const pins = await takePins(tx)
    if (!pins.some((pin) => pin.storyId === storyId)) return
    await tx.rows.deleteFrom('front_pins').where('story_id', '=', storyId).execute()
    await say(tx, { act: 'front.unpinned', by, about: storyId, detail: m.logUnpinned(headline) })
  })
}

/** Puts the pins in another order; false, and nothing done, where they are by now others than the editor was shown, or in another order. */
export async function orderPins(
  store: Store,
  { shown, order, by }: { shown: readonly string[]; order: readonly string[]; by: string | null },
  now: number,
): Promise<boolean> {
  return store.transaction(now, async (tx) => {
    const ids = (await takePins(tx)).map(({ storyId }) => storyId)
    const isSame = (one: readonly string[], other: readonly string[]) => one.join(' ') === other.join(' ')
    if (!isSame(ids, shown) || !isSame([...order].sort(), [...ids].sort())) return false
    if (isSame(order, ids)) return true
    await putInOrder(tx, order)
    await say(tx, { act: 'front.ordered', by, about: null, detail: m.logOrdered })
    return true
  })
}

/** The pins as they are, to be changed by this transaction alone; those whose time is over are gone from now on. */
async function takePins(tx: Transaction): Promise<Pin[]> {
  await takeTurns(tx, 'front')
  await tx.rows.deleteFrom('front_pins').where('until', '<=', tx.now).execute()
  return readPins(tx.rows, tx.now)
}

/** Has the job come when the next pin is over. */
async function letGoLater(tx: Transaction): Promise<void> {
  const ends = (await readPins(tx.rows, tx.now)).flatMap(({ until }) => until ?? [])
  if (ends.length > 0) await queueJob(tx, { kind: 'front.let-go', key: '', payload: {}, due: Math.min(...ends) })
}

/** Lets go of pins at their time, whether or not anybody visits: pages are drawn anew in every process. */
export const pinJob = (store: Store, { now }: { now(): number }): AnyJobHandler => ({
  kind: 'front.let-go',
  what: 'letting go of stories on the front page',
  run: () =>
    store.transaction(now(), async (tx) => {
      await takeTurns(tx, 'front')
      const gone = await tx.rows.deleteFrom('front_pins').where('until', '<=', tx.now).executeTakeFirst()
      if (gone.numDeletedRows > 0n) await tx.say({ kind: 'front.changed' })
      await letGoLater(tx)
    }),
})

async function putInOrder(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const [place, id] of ids.entries())
    await tx.rows.updateTable('front_pins').set({ place }).where('story_id', '=', id).execute()
}

async function say(tx: Transaction, act: Parameters<typeof noteAct>[1]): Promise<void> {
  await noteAct(tx, act)
  await tx.say({ kind: 'front.changed' })
}
