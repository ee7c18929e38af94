/** What the model's learning is followed by in the database: what waits is scored anew, and the model is kept. */
import { type AnyJobHandler, type InsideListener, queueJob, type Store } from '../../store/index.ts'
import { keepModel } from './keep-model.ts'
import { rescoreHeld } from './rescore.ts'

declare module '../../store/jobs/queue.ts' {
  interface Jobs {
    'spam.rescore': Record<never, never>
  }
}

/** Decisions that follow one another so closely (ms) are followed by one pass over all that waits. */
export const LULL = 2000

interface Options {
  now(): number
  /** Between two slices, in milliseconds. */
  pause?: number
}

/** What waits is scored anew after each lesson that is learnt or taken back, by whichever process comes to it. */
export const rescoring: InsideListener<'model.learnt'> = {
  on: 'model.learnt',
  hear: (tx) => queueJob(tx, { kind: 'spam.rescore', key: '', payload: {}, due: tx.now + LULL }),
}

/** Also at each start: another version of the program may score otherwise. */
export const rescoringJob = (store: Store, { now, pause = 60 }: Options): AnyJobHandler => ({
  kind: 'spam.rescore',
  what: 'scoring anew what waits',
  atStart: true,
  async run(_, { signal }) {
    await rescoreHeld(store, { now, pause, signal })
    if (!signal.aborted) await keepModel(store, now())
  },
})
