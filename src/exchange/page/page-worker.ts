/** A thread that reads one page and ends. The build makes a file of its own of it. */
import { parentPort, workerData } from 'node:worker_threads'
import type { PageInput, ReadOptions } from './page.ts'
import { readPage } from './read-page.ts'

const { input, options } = workerData as { input: PageInput; options: ReadOptions }
parentPort?.postMessage(await readPage(input, options))
