/** Sees to it that letters leave when they are due, for as long as the site runs. */
import type { Store } from '../store/index.ts'
import { sweepLetters } from './list.ts'
import { type Post, sendDue } from './sender.ts'

export interface LetterKeeper {
  /** Sends what is due now; fulfilled when that is done. */
  sendNow(): Promise<void>
  /** Ends it after the letter that is on its way, for which it waits ten seconds at most. */
  stop(): Promise<void>
}

interface KeeperOptions extends Post {
  /** Asked before each look for letters: who has to be written to just now? */
  before?: (now: number) => Promise<void>
  /** Between two looks, in milliseconds. */
  every?: number
}

const SWEEP_EVERY = 60 * 60 * 1000
/** How long the way is left alone after nothing got through, growing from the first to the last. In milliseconds. */
const REST = { first: 30_000, last: 15 * 60_000 }
const STOP_PATIENCE = 10_000

export function keepLetters(store: Store, { before, every = 5000, ...post }: KeeperOptions): LetterKeeper {
  const aborted = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let sweptAt = 0
  let rest = 0
  let openAt = 0

  const pause = (isOpen: boolean) => {
    rest = isOpen ? 0 : Math.min(Math.max(rest * 2, REST.first), REST.last)
    openAt = performance.now() + rest
  }
  const round = async () => {
    // Letters that wait already leave also where nobody can be asked who else is to be written to.
    await before?.(post.now()).catch((error: unknown) =>
      post.log.warn({ error: wordsOf(error) }, 'whom to write to could not be found out'),
    )
    if (aborted.signal.aborted) return
    if (post.now() - sweptAt > SWEEP_EVERY) {
      sweptAt = post.now()
      await sweepLetters(store, post.now())
    }
    const { sent, noWay } = await sendDue(store, post, aborted.signal)
    if (sent > 0) post.log.info({ letters: sent }, 'letters have left')
    pause(noWay === null)
  }
  /** One round after the other; an error is logged, and the next round tries again. */
  const go = () => {
    running = running.then(round).catch((error: unknown) => {
      pause(false)
      if (!aborted.signal.aborted) post.log.warn({ error: wordsOf(error) }, 'no letters could be sent')
    })
    return running
  }
  const wait = () => {
    if (aborted.signal.aborted) return
    timer = setTimeout(() => {
      if (performance.now() < openAt) wait()
      else void go().then(wait)
    }, every)
  }
  wait()
  return {
    sendNow: () => go(),
    async stop() {
      aborted.abort()
      clearTimeout(timer)
      let patience: NodeJS.Timeout | undefined
      await Promise.race([
        running,
        new Promise((resolve) => {
          patience = setTimeout(resolve, STOP_PATIENCE)
        }),
      ])
      clearTimeout(patience)
      post.transport.rest()
    },
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
