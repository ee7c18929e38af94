/** Jobs read by several threads at once, and answered in the order they were given. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Job, type JobResult, nameOf, runJob } from './read-job.ts'

/** How many jobs a thread may be ahead of the one that is waited for: results wait in memory for their turn. */
const AHEAD = 16

/** One fewer than the cores, so that the machine stays usable; never more than there is work for. */
export const threadsFor = (jobs: number): number => Math.max(1, Math.min(availableParallelism() - 1, jobs))

/**
 * The results of all jobs, in their order, as soon as each and all before it
 * are there. A single job is run here: to start a thread would take longer.
 * `onRead` is told after each how many have been read, in whatever order.
 */
export async function* runJobs(jobs: readonly Job[], onRead: (count: number) => void): AsyncGenerator<JobResult> {
  const [only] = jobs
  if (only && jobs.length === 1) {
    yield await runJob(only)
    return
  }
  const threads = threadsFor(jobs.length)
  const workers = new Set<Worker>()
  const results = new Map<number, JobResult>()
  let [next, turn, read] = [0, 0, 0]
  let wake = () => {}
  const idle: Worker[] = []

  const settle = (index: number, result: JobResult) => {
    results.set(index, result)
    read++
    onRead(read)
    give()
    wake()
  }
  const give = () => {
    while (next < jobs.length && next < turn + threads * AHEAD) {
      const worker = idle.pop() ?? (workers.size < threads ? start() : undefined)
      if (!worker) return
      const index = next++
      const job = jobs[index] as Job
      const answered = (result: JobResult) => {
        worker.off('error', died)
        idle.push(worker)
        settle(index, result)
      }
      // A thread dies of a text that takes all its memory; the others go on, and a new one takes its place.
      const died = (error: Error) => {
        worker.off('message', answered)
        workers.delete(worker)
        settle(index, { problem: `${nameOf(job.file)} could not be read: ${error.message}.` })
      }
      worker.once('message', answered)
      worker.once('error', died)
      worker.postMessage(job)
    }
  }
  const start = () => {
    const worker = new Worker(new URL('./read-worker.js', import.meta.url))
    workers.add(worker)
    return worker
  }

  try {
    for (; turn < jobs.length; turn++) {
      give()
      while (!results.has(turn)) await new Promise<void>((resolve) => (wake = resolve))
      yield results.get(turn) as JobResult
      results.delete(turn)
    }
  } finally {
    await Promise.all([...workers].map((worker) => worker.terminate()))
  }
}
