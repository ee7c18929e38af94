/**
 * Promise 2 for pictures: the program is run as its operator runs it, killed in the middle of uploads, run twice at
 * once and given no room; what it confirmed is there with all its files, and nothing is half-kept.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import type { Config } from '../../src/config.ts'
import { openFiles } from '../../src/files/index.ts'
import { checkPictureFiles, findPictures, pictureFiles, pictureJobs } from '../../src/media/index.ts'
import { doJobs } from '../../src/store/index.ts'
import { DATABASES, migratedDatabase } from '../databases.ts'
import { drawn } from '../drawn.ts'
import { photo } from '../pictures.ts'
import { s3Server } from '../s3.ts'
import { type Visitor, visitor } from '../sites.ts'
import { addressOf, type DatabaseKind, openSite } from '../stores.ts'
import { type Program, runProgram, startProgram } from './programs.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

type Bucket = Config['bucket']

async function place(kind: DatabaseKind, bucket: Bucket = null) {
  const folder = mkdtempSync(join(tmpdir(), 'courant-data-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  const database = kind === 'sqlite' ? null : await migratedDatabase(kind)
  if (database) undo.push(database.drop)
  const environment: Record<string, string> = {
    COURANT_DATA: folder,
    ...(database ? { COURANT_DATABASE: database.url } : {}),
    ...(bucket
      ? {
          COURANT_FILES: `s3://${bucket.bucket}`,
          COURANT_S3_ENDPOINT: bucket.endpoint,
          COURANT_S3_KEY: bucket.key,
          COURANT_S3_SECRET: bucket.secret,
        }
      : {}),
  }
  return { folder, environment, bucket, address: addressOf(kind, database?.url ?? join(folder, 'courant.db')) }
}
type Place = Awaited<ReturnType<typeof place>>

async function start(environment: Record<string, string>, wrap?: string[]): Promise<Program> {
  const program = await startProgram(environment, wrap)
  undo.push(() => program.end('SIGKILL'))
  return program
}

/** An editor, signed in by the link of the first start; goes on with whatever program is said to run. */
async function staffOf(first: Program): Promise<{ person: Visitor; goTo(program: Program): void }> {
  const site = { url: first.url }
  const person = visitor(site)
  await person.post('/newsroom/sign-in', { token: first.signInToken ?? '' })
  return {
    person,
    goTo(program) {
      site.url = program.url
    },
  }
}

/** Answers the page that says what came of it; null where the program ended. */
async function upload(person: Visitor, name: string, bytes: Buffer): Promise<Response | null> {
  const form = new FormData()
  form.append('files', new Blob([new Uint8Array(bytes)]), name)
  return person.post('/newsroom/pictures', form).catch(() => null)
}

/** What there is once all has ended: as it was left, and after the sweep of the next day. */
async function whatIsLeft({ address, folder, bucket }: Place) {
  const store = await openSite(address, Date.now)
  const files = pictureFiles(folder, openFiles(folder, bucket))
  const names = (await findPictures(store.db, { words: '', unused: false, before: null, limit: 500 })).map(
    ({ name }) => name,
  )
  const { broken } = await checkPictureFiles(store.db, files)
  const tomorrow = () => Date.now() + 25 * 60 * 60_000
  const beside = { log: { debug() {}, info() {}, warn() {}, error() {} }, now: tomorrow }
  const jobs = doJobs(store, pictureJobs(store, files, beside), beside)
  await jobs.idle()
  await jobs.stop()
  const after = await checkPictureFiles(store.db, files)
  await store.close()
  const incoming = readdirSync(join(folder, 'pictures', 'incoming'))
  return { names, broken, after: { ...after, incoming } }
}
const allWhole = (names: readonly string[]) => ({
  names: expect.arrayContaining([...names]),
  broken: [],
  after: { pictures: expect.any(Number), broken: [], orphans: [], incoming: [] },
})

const inside = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true }).map(String)
  } catch {
    return []
  }
}

test('killed at each step of an upload into the data folder, it has the whole picture after it, or nothing', async () => {
  const here = await place('sqlite')
  const confirmed: string[] = []
  let staff: Awaited<ReturnType<typeof staffOf>> | null = null
  const steps: [string, RegExp][] = [
    ['the upload has begun', /^incoming\/\w+$/],
    ['a smaller one is made', /^incoming\/\w+\/\d+\.webp$/],
    ['it is in its place', /^[0-9a-f]{2}\/\w+\/original$/],
    ['the others come to their place', /^[0-9a-f]{2}\/\w+\/1200\.jpg$/],
  ]
  for (const [number, [what, name]] of steps.entries()) {
    const program = await start(here.environment)
    staff ??= await staffOf(program)
    staff.goTo(program)
    const pictures = join(here.folder, 'pictures')
    const before = new Set(inside(pictures))
    let answered = false
    const uploading = upload(staff.person, `${number}.jpg`, await photo({ width: 2100 + number })).then((response) => {
      answered = true
      if (response?.status === 303) confirmed.push(`${number}.jpg`)
    })
    const isReached = () => inside(pictures).some((one) => name.test(one) && !before.has(one))
    // The last step comes about when the answer does, which is waited for; a program that has passed another step is
    // killed just after it.
    const isAfterwards = number === steps.length - 1
    while (isAfterwards ? !isReached() || !answered : !isReached() && !answered) await nextTurn()
    expect([what, await program.end('SIGKILL')]).toEqual([what, 'SIGKILL'])
    await uploading
  }
  expect(await whatIsLeft(here)).toEqual(allWhole(confirmed))
  expect(confirmed).toEqual(expect.arrayContaining(['3.jpg']))
  expect(await runProgram(['doctor'], here.environment)).toMatchObject({
    status: 0,
    out: expect.stringMatching(/Every picture of the library has its files \(\d+ checked\)/),
  })
})

test('killed before, between and after what it writes into a bucket, it has the whole picture, or nothing', async () => {
  const server = await s3Server()
  undo.push(server.drop)
  // Stands before the server, and kills the program at a PUT: before it is done, or before it is told that it is.
  let putting = (_when: 'before' | 'after') => {}
  const between = createServer((asked, answer) => {
    const isPut = asked.method === 'PUT' && asked.url?.includes('/pictures/')
    if (isPut) putting('before')
    const { hostname, port } = new URL(server.bucket.endpoint)
    const on = request(
      { hostname, port, method: asked.method, path: asked.url, headers: asked.headers, setHost: false },
      (answered) => {
        if (isPut) putting('after')
        answer.writeHead(answered.statusCode ?? 500, answered.headers)
        answered.pipe(answer)
      },
    )
    asked.on('error', () => on.destroy())
    on.on('error', () => answer.destroy())
    asked.pipe(on)
  })
  const here = await place('sqlite', { ...server.bucket, endpoint: await listening(between) })
  let staff: Awaited<ReturnType<typeof staffOf>> | null = null
  // Original, 320, 640 and 960: the upload waits for those.
  for (const [number, when] of [
    [1, 'before'],
    [2, 'before'],
    [4, 'after'],
  ] as const) {
    const program = await start(here.environment)
    staff ??= await staffOf(program)
    staff.goTo(program)
    let puts = 0
    const killed = new Promise((resolve) => {
      putting = (at) => {
        if (at === 'before') puts += 1
        if (puts === number && at === when) resolve(program.end('SIGKILL'))
      }
    })
    expect(await upload(staff.person, `${number}-${when}.jpg`, await photo({ width: 1000 + number }))).toBeNull()
    await killed
  }
  putting = () => {}
  const program = await start(here.environment)
  staff?.goTo(program)
  expect((await upload(staff?.person as Visitor, 'last.jpg', await photo({ width: 990 })))?.status).toBe(303)
  await program.end('SIGTERM')
  expect(await whatIsLeft({ ...here, bucket: server.bucket })).toEqual({ ...allWhole([]), names: ['last.jpg'] })
})

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  undo.push(() => {
    server.closeAllConnections()
    return new Promise((done) => server.close(done))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

for (const kind of DATABASES)
  test(`two programs on one data folder and one ${kind} take the same files in and out at once; records and files agree`, async () => {
    const here = await place(kind)
    const programs = [await start(here.environment), await start(here.environment)]
    const people = await Promise.all(
      programs.map(async (program) => {
        const { person, goTo } = await staffOf(programs[0] as Program)
        goTo(program)
        return person
      }),
    )
    // The link signs in once: the second goes with the same session.
    for (const [name, value] of people[0]?.cookies ?? []) people[1]?.cookies.set(name, value)
    const pictures = await Promise.all([700, 710].map((width) => photo({ width })))
    const remove = async (person: Visitor) => {
      const { links } = drawn(await (await person.get('/newsroom/pictures')).text())
      const paths = Object.keys(links).filter((path) => /^\/newsroom\/pictures\/\w{26}$/.test(path))
      return Promise.all(paths.map(async (path) => (await person.post(`${path}/delete`, {})).status))
    }
    const statuses = new Set<number | undefined>()
    for (let round = 0; round < 2; round++) {
      const done = await Promise.all(
        people.flatMap((person) => [
          ...pictures.map(async (bytes, i) => (await upload(person, `${i}.jpg`, bytes))?.status),
          remove(person),
        ]),
      )
      for (const status of done.flat()) statuses.add(status)
    }
    // Deleted by the other meanwhile is a word of its own; nothing breaks.
    expect([...statuses].filter((status) => ![303, 404].includes(status ?? 0))).toEqual([])
    for (const program of programs) await program.end('SIGTERM')
    expect(await whatIsLeft(here)).toEqual(allWhole([]))
  })

test.skipIf(process.platform === 'win32')(
  'with no room for a picture the library says so, nothing of it stays, and all other pages work',
  async () => {
    const here = await place('sqlite')
    const first = await start(here.environment)
    const staff = await staffOf(first)
    await first.end('SIGTERM')
    // The system itself refuses files that grow past what the database has and a little more: as on a full disk.
    const blocks = Math.ceil(statSync(join(here.folder, 'courant.db')).size / 1024) + 200
    const program = await start(here.environment, ['bash', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`])
    staff.goTo(program)
    const side = Math.ceil(Math.sqrt(blocks * 1024 * 1.5))
    const large = await sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
      .jpeg({ quality: 95 })
      .toBuffer()
    const refused = await upload(staff.person, 'large.jpg', large)
    expect([refused?.status, drawn((await refused?.text()) ?? '').words]).toEqual([
      400,
      expect.stringContaining('large.jpg: There is no room left for pictures, so this one was not saved.'),
    ])
    expect(inside(join(here.folder, 'pictures'))).toEqual(['incoming'])
    expect((await staff.person.get('/')).status).toBe(200)
    expect((await upload(staff.person, 'small.jpg', await photo({ width: 700 })))?.status).toBe(303)
    await program.end('SIGTERM')
    expect(await whatIsLeft(here)).toEqual({ ...allWhole([]), names: ['small.jpg'] })
  },
)
