/** Files are read in threads of their own. */
import { inThread, inTurn } from '../threads/index.ts'
import type { AttachmentTask } from './worker/attachment-worker.ts'
import type { AttachmentRead, WhyNotRead } from './worker/read-media.ts'

const LIMITS = { time: 60_000, memory: 256 }
const turn = inTurn(2)

/** What a file says of itself, or why it can't be used; one that takes a thread down can't be. */
export const readApart = (task: AttachmentTask): Promise<AttachmentRead | { why: WhyNotRead | 'too long' }> =>
  turn(async () => {
    const ended = await inThread('attachment-worker', task, LIMITS)
    if ('answer' in ended) return ended.answer as AttachmentRead | { why: WhyNotRead }
    if (ended.end === 'broken') throw ended.error
    return { why: 'too long' }
  })
