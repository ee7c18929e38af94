/**
 * "Usually answered within …", as the comment form tells it: from the decisions
 * of the last two weeks, worked out now and then. Kept pages carry it, so they
 * are drawn anew when it changes.
 */
import { readAnswerTimes, usuallyWithin } from '../../moderation/figures/index.ts'
import { lookEvery, type Store } from '../../store/index.ts'
import type { AnswerPromise, Logger } from '../context.ts'
import type { PageCache } from './page-cache.ts'

/** The figure is of this long, in milliseconds. */
const PROMISE_OVER = 14 * 24 * 60 * 60 * 1000
const EVERY = 30 * 60 * 1000

/** Works it out at once, and from then on every half-hour; nothing waits for it. */
export function keepAnswerPromise(
  store: Store,
  { pages, log, now }: { pages: PageCache; log: Logger; now(): number },
): AnswerPromise {
  let minutes: number | null = null
  const keeper = lookEvery(
    EVERY,
    async () => {
      const found = usuallyWithin(await readAnswerTimes(store.db, { since: now() - PROMISE_OVER, spam: false }))
      if (found === minutes) return
      minutes = found
      pages.dropEverywhere(['site'])
    },
    { log, what: 'reading the usual time to an answer' },
  )
  return { minutes: () => minutes, stop: keeper.stop }
}
