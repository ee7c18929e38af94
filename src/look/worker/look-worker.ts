/** A thread that makes a logo or an icon, and ends. The build makes a file of its own of it. */
import { parentPort, workerData } from 'node:worker_threads'
import { drawLook, type LookTask } from './draw.ts'

parentPort?.postMessage(await drawLook(workerData as LookTask))
