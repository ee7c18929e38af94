/** Sees to it that letters leave when they are due, for as long as the site runs. */
import { lookEvery, type Store } from '../store/index.ts'
import { sweepLetters } from './list.ts'
import { type LetterPost, sendDue } from './sender.ts'

export interface LetterKeeper {
  /** Sends what is due now; fulfilled when that is done. */
  sendNow(): Promise<void>
  /** Ends it after the letter that is on its way, for which it waits ten seconds at most. */
  stop(): Promise<void>
}

interface KeeperOptions extends LetterPost {
  /** Asked before each look for letters, and while there are many: who has to be written to just now? */
  before?: (now: number) => Promise<void>
  /** Between two looks, in milliseconds. */
  every?: number
}

const SWEEP_EVERY = 60 * 60 * 1000
/** How long the way is left alone after nothing got through, growing from the first to the last. In milliseconds. */
const REST = { first: 30_000, last: 15 * 60_000 }
const STOP_PATIENCE = 10_000

export function keepLetters(store: Store, { before, every = 5000, ...post }: KeeperOptions): LetterKeeper {
  let sweptAt = 0
  let rest = 0
  let openAt = 0
  let asked = false

  const pause = (isOpen: boolean) => {
    rest = isOpen ? 0 : Math.min(Math.max(rest * 2, REST.first), REST.last)
    openAt = performance.now() + rest
  }
  const look = async (signal: AbortSignal) => {
    if (!asked && performance.now() < openAt) return
    asked = false
    // Letters that wait already leave also where nobody can be asked who else is to be written to.
    const problems: unknown[] = []
    const ask = () => before?.(post.now()).catch((error: unknown) => void problems.push(error)) ?? Promise.resolve()
    await ask()
    if (signal.aborted) return
    if (post.now() - sweptAt > SWEEP_EVERY) {
      await sweepLetters(store, post.now())
      sweptAt = post.now()
    }
    const { sent, noWay } = await sendDue(store, post, { signal, between: ask })
    if (sent > 0) post.log.info({ letters: sent }, 'letters have left')
    pause(noWay === null)
    if (problems.length > 0) throw problems[0]
  }
  const keeper = lookEvery(every, look, { log: post.log, what: 'sending letters', waitFirst: true })
  return {
    sendNow() {
      asked = true
      return keeper.soon()
    },
    async stop() {
      const ended = keeper.stop()
      // A server that hangs is let go; the letter is put off by that, and tried again after the next start.
      const patience = setTimeout(() => post.transport.breakOff(), STOP_PATIENCE)
      await ended
      clearTimeout(patience)
      post.transport.rest()
    },
  }
}
