/** Pictures are unpacked in threads of their own. */
import { inThread, inTurn } from '../threads/index.ts'
import type { PictureDone, PictureTask } from './worker/picture-worker.ts'

const LIMITS = { time: 120_000, memory: 512 }

/** One at a time, since each may take some hundred megabytes. */
const turn = inTurn(1)

/** Does one task in a thread; rejects where the thread broke, which is no fault of the picture's. */
export const inPictureThread = (task: PictureTask): Promise<PictureDone | { why: 'too long' }> =>
  turn(async () => {
    const ended = await inThread('picture-worker', task, LIMITS)
    if ('answer' in ended) return ended.answer as PictureDone
    if (ended.end === 'broken') throw ended.error
    return { why: 'too long' }
  })
