/** Work that may take long or break, in a thread of its own with an end, so that this process goes on answering meanwhile. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** What one piece of work may take. */
export interface ThreadLimits {
  /** Milliseconds. */
  time: number
  /** MiB of what V8 keeps objects in; what comes in and goes out lies beside it. */
  memory: number
}

export type ThreadEnd =
  | { answer: unknown }
  | { end: 'too long' }
  | { end: 'too much memory' }
  | { end: 'broken'; error: unknown }

/** Runs dist/`name`.js, which the build makes, with `workerData`, until its first message. Never rejects. */
export async function inThread(name: string, workerData: unknown, { time, memory }: ThreadLimits): Promise<ThreadEnd> {
  const worker = new Worker(find(`${name}.js`), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memory },
    // What a library says on its way down is not for the terminal of whoever runs this.
    stdout: true,
    stderr: true,
  })
  // Where the program is told to stop meanwhile, it does.
  worker.unref()
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<ThreadEnd>((resolve) => {
      worker.once('message', (answer) => resolve({ answer }))
      worker.once('error', (error) =>
        resolve(
          'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? { end: 'too much memory' }
            : { end: 'broken', error },
        ),
      )
      worker.once('exit', (code) => resolve({ end: 'broken', error: new Error(`the thread ended with ${code}`) }))
      timer = setTimeout(() => resolve({ end: 'too long' }), time)
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/** Does one piece of work after another, at most `atOnce` at a time; the others wait their turn. */
export function inTurn(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

/** Beside the built program, or under dist/ where the sources run. */
function find(file: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const path of [join(folder, file), join(folder, 'dist', file)]) if (existsSync(path)) return path
    if (folder === dirname(folder)) throw new Error(`dist/${file} is missing; run npm run build.`)
  }
}
