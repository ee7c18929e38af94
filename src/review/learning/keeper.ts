/** What the spam model needs done beside the work: scoring anew what waits, and being kept. */
import { type KeeperLog, lookEvery, type Store } from '../../store/index.ts'
import { keepModel } from './keep-model.ts'
import { scorerIn, withModel } from './known-model.ts'
import { rescoreHeld } from './rescore.ts'

export interface LearningKeeper {
  /** Ends it after the slice that it is at. */
  stop(): Promise<void>
  /** Fulfilled when what has been learnt by now is in the chances of all that waits. */
  idle(): Promise<void>
}

interface KeeperOptions {
  log: KeeperLog
  now(): number
  /** How often it looks whether something was learnt, in milliseconds. */
  every?: number
  /** Between two slices, in milliseconds. */
  pause?: number
}

/** Works from the start, once over all that waits, and then whenever the model has learnt, here or in another process. */
export function keepLearning(store: Store, { log, now, every = 2000, pause = 60 }: KeeperOptions): LearningKeeper {
  let scored: string | null = null

  const run = async (signal: AbortSignal) => {
    const { mark } = await store.db.selectFrom('spam_state').select('mark').executeTakeFirstOrThrow()
    if (mark !== scored) {
      // The model is at hand and calibrated when the next comment comes, also where nothing waits.
      await withModel(store, store.db, scorerIn)
      await rescoreHeld(store, { now, pause, signal })
      scored = mark
    }
    if (!signal.aborted) await keepModel(store, now())
  }
  const keeper = lookEvery(every, run, { log, what: 'the spam model’s work beside the desk', waitFirst: true })
  return { stop: keeper.stop, idle: keeper.soon }
}
