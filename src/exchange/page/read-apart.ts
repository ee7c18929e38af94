/**
 * A page read in a thread of its own, with an end: whatever is on it, what else
 * this process does goes on meanwhile, and who brought it gets a sentence.
 */

import { exchangeMessages as m } from '../../messages/index.ts'
import { inThread, inTurn, type ThreadLimits } from '../../threads/index.ts'
import type { ImportedPage, PageInput, ReadOptions } from './page.ts'

/** A page of eight million characters takes about a quarter of either. */
const LIMITS: ThreadLimits = { time: 20_000, memory: 768 }

/** So many pages are read at a time; the others wait their turn. */
const turn = inTurn(2)

const PROBLEMS = { 'too long': m.tooSlow, 'too much memory': m.tooMuchMemory, broken: m.unreadable }

/** Like readPage, with an end to what one page may take: { problem } also where it came to that. */
export const readPageApart = (
  input: PageInput,
  options: ReadOptions,
  limits = LIMITS,
): Promise<ImportedPage | { problem: string }> =>
  turn(async () => {
    const ended = await inThread('page-worker', { input, options }, limits)
    if ('answer' in ended) return ended.answer as ImportedPage | { problem: string }
    return { problem: PROBLEMS[ended.end] }
  })
