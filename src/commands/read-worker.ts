/** A thread of `courant read`: takes jobs, answers results. The build makes a file of its own of it. */
import { parentPort } from 'node:worker_threads'
import { type Job, runJob } from './read-job.ts'

const port = parentPort
port?.on('message', async (job: Job) => port.postMessage(await runJob(job)))
