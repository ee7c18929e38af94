/**
 * `npm run bench:pictures`: what a photo of 24 megapixels costs. Fifty of them
 * come into a library as uploads do; beside each, in the same run, sharp alone
 * makes files of the same kinds and widths, in a process of its own, which
 * makes the photos as well. Printed: processor time as a ratio, the most memory
 * of the process with the library, and how long its event loop was held.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { addPicture, pictureFiles, pictureJobs, readPicture } from '../src/media/index.ts'
import { doJobs, migrate } from '../src/store/index.ts'
import { openSite } from '../test/stores.ts'
import { median } from './_figures.ts'

const PHOTOS = 50
const [WIDTH, HEIGHT] = [6000, 4000]

const quiet = { debug() {}, info() {}, warn: console.error, error: console.error }

/** A photo that no other is: hills, a sky, and the grain of a sensor. */
async function photo(number: number): Promise<Buffer> {
  const small = Buffer.alloc((WIDTH / 4) * (HEIGHT / 4) * 3)
  let seed = number + 1
  for (let i = 0; i < small.length; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    small[i] = 96 + 64 * Math.sin(i / 9_000 + number) + (seed % 24)
  }
  return sharp(small, { raw: { width: WIDTH / 4, height: HEIGHT / 4, channels: 3 } })
    .resize(WIDTH, HEIGHT)
    .jpeg({ quality: 90 })
    .toBuffer()
}

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function sharpAlone(bytes: Buffer, files: readonly { width: number; kind: 'webp' | 'jpeg' }[]): Promise<number> {
  const before = cpu()
  for (const { width, kind } of files) {
    const sized = sharp(bytes).autoOrient().resize({ width })
    await (kind === 'webp'
      ? sized.webp({ quality: 76, smartSubsample: true })
      : sized.jpeg({ quality: 80, progressive: true })
    ).toBuffer()
  }
  return cpu() - before
}

interface Ask {
  number: number
  path: string
  /** What sharp alone is to make of the photo at the path; null to make the photo. */
  files: readonly { width: number; kind: 'webp' | 'jpeg' }[] | null
}

/** The process beside: answers with the processor time that sharp alone took, in milliseconds. */
function serveBeside(): void {
  sharp.concurrency(1)
  sharp.cache(false)
  process.on('message', async ({ number, path, files }: Ask) => {
    if (files) process.send?.(await sharpAlone(readFileSync(path), files))
    else {
      writeFileSync(path, await photo(number))
      process.send?.(0)
    }
  })
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'courant-bench-pictures-'))
  const beside = fork(fileURLToPath(import.meta.url), ['beside'])
  const ask = async (one: Ask): Promise<number> => {
    beside.send(one)
    return (await once(beside, 'message'))[0]
  }
  const store = await openSite({ kind: 'sqlite', file: join(folder, 'courant.db') }, Date.now)
  await migrate(store, Date.now())
  const files = pictureFiles(folder)
  const jobs = doJobs(store, pictureJobs(store, files, { log: quiet, now: Date.now }), { log: quiet, now: Date.now })
  const delay = monitorEventLoopDelay({ resolution: 5 })

  // The thread of a picture keeps no program running, and here nothing else does.
  const running = setInterval(() => undefined, 1000)
  const ratios: number[] = []
  let [ours, theirs, most] = [0, 0, 0]
  for (let number = 0; number < PHOTOS; number++) {
    const path = join(folder, `${number}.jpg`)
    await ask({ number, path, files: null })
    const bytes = readFileSync(path)
    delay.enable()
    const before = cpu()
    const done = await addPicture(store, files, { upload: { name: `${number}.jpg`, bytes }, by: null }, Date.now())
    if ('problem' in done) throw new Error(done.problem)
    await jobs.idle()
    const mine = cpu() - before
    delay.disable()
    most = Math.max(most, process.memoryUsage().rss)
    const made = (await readPicture(store.db, done.picture.id))?.renditions ?? []
    const alone = await ask({ number, path, files: made })
    rmSync(path)
    ours += mine
    theirs += alone
    ratios.push(mine / alone)
  }
  beside.kill()
  await jobs.stop()
  clearInterval(running)
  await store.close()
  rmSync(folder, { recursive: true, force: true })

  console.log(
    `${PHOTOS} photos of ${(WIDTH * HEIGHT) / 1e6} megapixels, ${cpus().length} cores, Node ${process.version}`,
  )
  console.log(`processor time a photo: ${Math.round(ours / PHOTOS)} ms, sharp alone ${Math.round(theirs / PHOTOS)} ms`)
  console.log(`ratio: ${median(ratios).toFixed(2)} in the middle (at most 1.3 wanted)`)
  console.log(`memory: ${Math.round(most / 1024 ** 2)} MB at the most (400 wanted)`)
  console.log(`event loop: p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms (20 wanted)`)
}

if (process.argv[2] === 'beside') serveBeside()
else await bench()
