/** Files in a bucket of S3-compatible storage: Amazon's, or of any server that speaks as it does. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { FileStore, StoredFile } from '../face.ts'
import { failed, fileProblem } from '../problem.ts'
import { type Refusal, readListing, readRefusal } from './answers.ts'
import { askBucket, type Bucket } from './ask.ts'

export function s3Files(bucket: Bucket): FileStore {
  const ask = askBucket(bucket)
  const root = bucket.prefix === '' ? '' : `${bucket.prefix}/`

  const put = async (name: string, path: string) => {
    const answer = await ask({ method: 'PUT', key: root + name, path })
    await done(answer, 200)
  }
  async function* list(folder: string): AsyncIterable<StoredFile> {
    const prefix = `${root}${folder}/`
    // The older way of listing, which every server speaks: from a name onwards, a thousand at a time.
    for (let marker: string | null = ''; marker !== null; ) {
      const query = { prefix, ...(marker === '' ? {} : { marker }) }
      const page = await readListing(await done(await ask({ method: 'GET', key: '', query }), 200))
      for (const file of page.files) yield { ...file, name: file.name.slice(root.length) }
      marker = page.isLast ? null : (page.files.at(-1)?.name ?? null)
    }
  }
  const remove = async (folder: string) => {
    const names: string[] = []
    for await (const { name } of list(folder)) names.push(name)
    for (const name of names) await done(await ask({ method: 'DELETE', key: root + name }), 204, 404)
  }

  return {
    put,
    async get(name, range) {
      const headers = range ? { range: `bytes=${range.from}-${range.to}` } : {}
      const answer = await ask({ method: 'GET', key: root + name, headers })
      const { statusCode: status, headers: said } = answer
      if (status === 404) {
        const { code } = await readRefusal(404, await text(answer))
        if (code === 'NoSuchBucket') throw failed('refused', `there is no bucket ${bucket.bucket}`)
        return null
      }
      if (status === 416) {
        answer.resume()
        return null
      }
      if (status !== 200 && status !== 206) throw await refused(answer)
      // "bytes 0-499/1234": the whole stands at the end.
      const whole = /\/(\d+)$/.exec(said['content-range'] ?? '')?.[1] ?? said['content-length']
      return { size: Number(whole), bytes: answer }
    },
    list,
    remove,
    async check() {
      const folder = await mkdtemp(join(tmpdir(), 'courant-check-'))
      try {
        const path = join(folder, 'check')
        await writeFile(path, 'Courant writes this to see whether it may.\n')
        await put('.check/courant', path)
        await remove('.check')
        return null
      } catch (error) {
        const problem = fileProblem(error)
        if (problem === null) throw error
        const refusal = refusals.get(error as Error)
        const sentence = refusal ? sentenceOf(bucket, refusal) : `COURANT_FILES: ${(error as Error).message}.`
        return { problem: sentence, isDown: problem === 'down' }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

/** The body of an answer with one of these statuses; throws of any other. */
async function done(answer: IncomingMessage, ...wanted: number[]): Promise<string> {
  if (!wanted.includes(answer.statusCode ?? 0)) throw await refused(answer)
  return text(answer)
}

const refusals = new WeakMap<Error, Refusal>()

async function refused(answer: IncomingMessage): Promise<Error> {
  const refusal = await readRefusal(answer.statusCode ?? 0, await text(answer))
  const { status, code } = refusal
  const isFull = status === 507 || /quota|storagefull|insufficientstorage/i.test(code)
  const error = failed(isFull ? 'full' : 'refused', `the storage answers ${status} ${code}`.trim())
  refusals.set(error, refusal)
  return error
}

/** What to put right. Keys are never repeated. */
function sentenceOf({ endpoint, bucket, region }: Bucket, refusal: Refusal): string {
  const { status, code } = refusal
  if (code === 'NoSuchBucket')
    return `There is no bucket “${bucket}” at ${endpoint}. Create it, or correct COURANT_FILES or COURANT_S3_ENDPOINT.`
  if (code === 'InvalidAccessKeyId' || code === 'SignatureDoesNotMatch')
    return `The storage at ${endpoint} does not know COURANT_S3_KEY with COURANT_S3_SECRET (${code}). Correct them.`
  if (code === 'RequestTimeTooSkewed')
    return `The storage at ${endpoint} refuses because this machine’s clock is wrong. Set the clock.`
  if (status === 301 || code === 'AuthorizationHeaderMalformed')
    return `The bucket “${bucket}” is not in the region ${region}. Set COURANT_S3_REGION${refusal.region ? ` to ${refusal.region}` : ''}.`
  if (status === 403)
    return `The key in COURANT_S3_KEY may not list, write and remove files in the bucket “${bucket}” (${code}). Give it those rights.`
  return `The storage at ${endpoint} answers ${status} ${code} to a file that was put there. Check COURANT_FILES and the COURANT_S3 settings.`
}
