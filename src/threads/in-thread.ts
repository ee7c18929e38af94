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

/** A thread that has nothing to do waits so long for more, in milliseconds, and then gives its memory back. */
const WAITS = 10_000

/**
 * Threads that wait for more, by what they do: what a thread loads before its first piece of work takes longer than most
 * pieces of work.
 */
const waiting = new Map<string, { worker: Worker; end: NodeJS.Timeout }[]>()

/**
 * Has `task` done by dist/`name`.js, which the build makes and which does its work by `eachTask`: in a thread that has
 * just ended a piece of such work well, or in a new one. Never rejects.
 */
export async function inThread(name: string, task: unknown, { time, memory }: ThreadLimits): Promise<ThreadEnd> {
  const kind = `${name} ${memory}`
  const worker = waitingThread(kind) ?? start(name, memory)
  let timer: NodeJS.Timeout | undefined
  const ended = await new Promise<ThreadEnd>((resolve) => {
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
    worker.postMessage(task)
  })
  clearTimeout(timer)
  stopListening(worker)
  if ('answer' in ended) letWait(kind, worker)
  else await worker.terminate()
  return ended
}

function start(name: string, memory: number): Worker {
  const worker = new Worker(find(`${name}.js`), {
    resourceLimits: { maxOldGenerationSizeMb: memory },
    // What a library says on its way down is not for the terminal of whoever runs this.
    stdout: true,
    stderr: true,
  })
  // Where the program is told to stop meanwhile, it does.
  worker.unref()
  return worker
}

function waitingThread(kind: string): Worker | undefined {
  const next = waiting.get(kind)?.pop()
  if (!next) return undefined
  clearTimeout(next.end)
  stopListening(next.worker)
  return next.worker
}

function letWait(kind: string, worker: Worker): void {
  const leave = () => {
    clearTimeout(entry.end)
    waiting.set(kind, others(entry))
    void worker.terminate()
  }
  const entry = { worker, end: setTimeout(leave, WAITS).unref() }
  const others = (but: typeof entry) => (waiting.get(kind) ?? []).filter((one) => one !== but)
  worker.once('error', leave)
  worker.once('exit', leave)
  waiting.set(kind, [...others(entry), entry])
}

function stopListening(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

/** Does one piece of work after another, at most `atOnce` at a time; the others wait their turn. */
export function inTurn(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const queue: (() => void)[] = []
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
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
