/**
 * Who has a page of the newsroom open hears of what waits as it changes. It is
 * counted once for all of them, when something was said that can change it;
 * while nobody listens it is not counted at all.
 */
import type { Event, Store } from '../store/index.ts'
import { type Counted, countWaiting } from './waiting.ts'

/** Somebody who listens. */
export interface WaitingEar {
  personId: string
  /** Told what waits, of everything, as listening begins and whenever it may have changed. */
  tell(counted: readonly Counted[]): void
  /** Called once when there is nothing more to hear, as at the program's end. */
  end(): void
}

export interface LiveWaiting {
  /** Begins to listen; answers the way to stop, or null where this person listens too often already. */
  listen(ear: WaitingEar): (() => void) | null
  /** How many listen. */
  count(): number
  stop(): void
}

/** So many tabs a person can have open in one process: a page that is looked at has one. */
export const MOST_TABS = 20
/** Between two counts there is this much at the least, in milliseconds: a flood of comments is counted once a second. */
const PAUSE = 1000

const CHANGES: ReadonlySet<Event['kind']> = new Set([
  'queue.changed',
  'decision.made',
  'discussion.changed',
  'objections.changed',
  'tickets.changed',
  'schedules.changed',
  'letters.changed',
  'webhooks.changed',
  'draft.notes',
  'story.published',
  'missed',
])

/** `count` counts everything that waits. */
export function createLiveWaiting(
  store: Store,
  { count = countWaiting }: { count?: typeof countWaiting } = {},
): LiveWaiting {
  const ears = new Set<WaitingEar>()
  let last: readonly Counted[] | null = null
  let countedAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | null = null
  let isCounting = false
  let isStale = false
  let stopped = false

  const stopHearing = store.listen((events) => {
    if (ears.size > 0 && events.some(({ kind }) => CHANGES.has(kind))) countSoon()
  })

  function countSoon(): void {
    if (isCounting) {
      isStale = true
      return
    }
    if (timer || stopped) return
    // Time that passes, whatever the clock says.
    timer = setTimeout(countNow, Math.max(0, countedAt + PAUSE - performance.now()))
    timer.unref()
  }

  async function countNow(): Promise<void> {
    timer = null
    isCounting = true
    isStale = false
    try {
      last = await count(store.db)
      for (const ear of [...ears]) ear.tell(last)
    } catch {
      // The store is away: browsers ask again by themselves, and are told what there is then.
      endAll()
    } finally {
      isCounting = false
      countedAt = performance.now()
      if (isStale && ears.size > 0) countSoon()
      if (ears.size === 0) last = null
    }
  }

  function endAll(): void {
    last = null
    for (const ear of [...ears]) if (ears.delete(ear)) ear.end()
  }

  return {
    listen(ear) {
      const own = [...ears].filter(({ personId }) => personId === ear.personId)
      if (stopped || own.length >= MOST_TABS) return null
      ears.add(ear)
      // Who comes when others are there is told what they know.
      if (last) ear.tell(last)
      else countSoon()
      return () => {
        ears.delete(ear)
        if (ears.size === 0) last = null
      }
    },
    count: () => ears.size,
    stop() {
      stopped = true
      stopHearing()
      if (timer) clearTimeout(timer)
      endAll()
    },
  }
}
