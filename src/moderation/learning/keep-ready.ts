/** The model in this process's memory, at hand and calibrated when the next comment comes. */
import { type Keeper, type KeeperLog, lookEvery, type Store } from '../../store/index.ts'
import { scorerIn, withModel } from './known-model.ts'

/** Calibrating takes longer than a lesson, so it is done once for those that follow one another so closely. In milliseconds. */
const PAUSE = 2000

/** Asks the database only after the model has learnt, here or in another process. */
export function keepModelReady(store: Store, { log, every = PAUSE }: { log: KeeperLog; every?: number }): Keeper {
  let isReady = false
  const unlisten = store.listen((events) => {
    if (events.some(({ kind }) => kind === 'model.learnt' || kind === 'missed')) isReady = false
  })
  const look = async () => {
    if (isReady) return
    isReady = true
    try {
      await withModel(store, store.db, scorerIn)
    } catch (error) {
      isReady = false
      throw error
    }
  }
  const keeper = lookEvery(every, look, { log, what: 'having the spam model ready', waitFirst: true })
  return {
    soon: keeper.soon,
    stop() {
      unlisten()
      return keeper.stop()
    },
  }
}
