/**
 * A page read in a thread of its own, with an end: whatever is on it, what else
 * this process does goes on meanwhile, and who brought it gets a sentence.
 */

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { exchangeMessages as m } from '../messages/index.ts'
import type { ImportedPage, PageInput, ReadOptions } from './page.ts'

/** What one page may take. */
export interface PageLimits {
  /** Milliseconds. */
  time: number
  /** MiB of what V8 keeps objects in; the page itself lies beside it. */
  memory: number
}

/** A page of eight million characters takes about a quarter of either. */
const LIMITS: PageLimits = { time: 20_000, memory: 768 }
/** So many pages are read at a time; the others wait their turn. */
const AT_ONCE = 2

let reading = 0
const waiting: (() => void)[] = []

/** Like readPage, with an end to what one page may take: { problem } also where it came to that. */
export async function readPageApart(
  input: PageInput,
  options: ReadOptions,
  limits = LIMITS,
): Promise<ImportedPage | { problem: string }> {
  if (reading >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else reading += 1
  try {
    return await inThread(input, options, limits)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else reading -= 1
  }
}

async function inThread(
  input: PageInput,
  options: ReadOptions,
  { time, memory }: PageLimits,
): Promise<ImportedPage | { problem: string }> {
  const worker = new Worker(findWorker(), {
    workerData: { input, options },
    resourceLimits: { maxOldGenerationSizeMb: memory },
    // What a parser says of a page on its way down is not for the terminal of whoever runs this.
    stdout: true,
    stderr: true,
  })
  // Where the program is told to stop meanwhile, it does.
  worker.unref()
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise((resolve) => {
      worker.once('message', resolve)
      worker.once('error', (error) => resolve({ problem: problemOf(error) }))
      worker.once('exit', () => resolve({ problem: m.unreadable }))
      const late = { problem: m.tooSlow }
      timer = setTimeout(() => resolve(late), time)
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

const problemOf = (error: Error): string =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? m.tooMuchMemory : m.unreadable

/** dist/page-worker.js: beside the built program, or under dist/ where the sources run. */
function findWorker(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const file of [join(folder, 'page-worker.js'), join(folder, 'dist', 'page-worker.js')])
      if (existsSync(file)) return file
    if (folder === dirname(folder)) throw new Error('dist/page-worker.js is missing; run npm run build.')
  }
}
