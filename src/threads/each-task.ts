import { parentPort } from 'node:worker_threads'

/** In a thread that `inThread` starts: does each task it is given, and answers it. What is thrown ends the thread. */
export function eachTask<Task>(work: (task: Task) => unknown): void {
  const port = parentPort
  port?.on('message', async (task: Task) => port.postMessage(await work(task)))
}
