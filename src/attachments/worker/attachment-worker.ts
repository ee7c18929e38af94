/** A thread that reads what one file says of itself, and ends. The build makes a file of its own of it. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Container } from '../formats.ts'
import { readMedia } from './read-media.ts'
import { readPdf } from './read-pdf.ts'

export interface AttachmentTask {
  path: string
  container: Container
}

const { path, container } = workerData as AttachmentTask
parentPort?.postMessage(await (container === 'pdf' ? readPdf(path) : readMedia(path, container)))
