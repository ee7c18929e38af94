/** Logos and icons are made in a thread of their own, one at a time. */
import { inThread, inTurn } from '../threads/index.ts'
import type { DrawnLook, LookTask } from './worker/draw.ts'

const LIMITS = { time: 60_000, memory: 256 }
const turn = inTurn(1)

/** Does one task in a thread; rejects where the thread broke, which is no fault of the picture's. */
export const inLookThread = (task: LookTask): Promise<DrawnLook | { why: 'too long' }> =>
  turn(async () => {
    const ended = await inThread('look-worker', task, LIMITS)
    if ('answer' in ended) return ended.answer as DrawnLook
    if (ended.end === 'broken') throw ended.error
    return { why: 'too long' }
  })
