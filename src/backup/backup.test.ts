import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sentComment } from '../../test/comments.ts'
import { DATABASES, freshDatabase, ONE_DATABASE } from '../../test/databases.ts'
import { s3Server } from '../../test/s3.ts'
import { addressOf, type DatabaseKind, freshStore, openSite, publishedStory } from '../../test/stores.ts'
import { signingWith } from '../discussion/index.ts'
import { diskFiles, type FileStore, openFiles } from '../files/index.ts'
import {
  countDeadJobs,
  type DatabaseAddress,
  doJobs,
  keepSetting,
  MIGRATIONS,
  migrate,
  openDatabase,
  openStore,
  readSecret,
  readSetting,
  type Store,
} from '../store/index.ts'
import { backupJobs } from './daily-job.ts'
import { listBackups, type MadeBackup, makeBackup, type Site } from './make.ts'
import { FILE_LIST, MANIFEST, type Manifest } from './manifest.ts'
import { restoreBackup } from './restore.ts'
import { backupBeforeUpgrade } from './upgrade.ts'

const NOW = Date.UTC(2026, 10, 30, 16, 5, 12)
const now = () => NOW

let folder: string
let drops: (() => Promise<void>)[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'courant-backup-'))
  drops = [() => rm(folder, { recursive: true, force: true })]
})
afterEach(async () => {
  for (const drop of drops.reverse()) await drop()
})

interface FilledSite extends Site {
  store: Store
}

const UPLOAD = createHash('md5').update('upload').digest('hex')
const placeOf = (upload: string) => `pictures/${upload.slice(0, 2)}/${upload}`

/** A site with a story, a comment that waits, pictures, a PDF and an email. */
async function filledSite(kind: DatabaseKind): Promise<FilledSite> {
  const { store, address, drop } = await freshStore(kind, now)
  drops.push(drop)
  const dataFolder = join(folder, 'data')
  const { id } = await publishedStory(store, 'Ferry runs “late”, again\u2028and again', NOW)
  await publishedStory(store, 'Library opens on Sundays', NOW)
  const signing = signingWith(await readSecret(store, NOW))
  await sentComment(store, signing, { storyId: id, text: 'Tabs\tand\nlines, “quotes”, \\N and 😀', at: NOW })
  await store.transaction(NOW, async (tx) => {
    await keepSetting(tx, 'odd', { text: 'null', none: null, x: '\\x41' }, null)
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i))
    await tx.rows.insertInto('look_files').values({ name: 'logo', bytes, made_at: NOW }).execute()
  })
  const files = diskFiles(dataFolder)
  await put(files, `${placeOf(UPLOAD)}/original`, 'a picture')
  await put(files, `${placeOf(UPLOAD)}/960.webp`, 'a smaller one')
  await put(files, `files/ab/${'ab'.repeat(16)}/original`, 'a PDF')
  await put(files, 'outbox/1.eml', 'an email')
  await put(files, 'pictures/incoming/x/original', 'half of an upl')
  return { store, database: address, dataFolder, files, courant: '1.2.3', now }
}

async function put(files: FileStore, name: string, text: string): Promise<void> {
  const path = join(folder, 'passing')
  await writeFile(path, text)
  await files.put(name, path)
}

/** An empty place for a site of that kind. */
async function emptySite(kind: DatabaseKind): Promise<Site> {
  const database = await freshDatabase(kind)
  drops.push(database.drop)
  const dataFolder = join(folder, `other-${Math.random()}`)
  return { database: addressOf(kind, database.url), dataFolder, files: diskFiles(dataFolder), courant: '1.2.3', now }
}

async function madeBackup(site: Site, withMedia = true, into = join(folder, 'backups')): Promise<MadeBackup> {
  const made = await makeBackup(site, { into, kind: 'backup', withMedia })
  if ('problem' in made) throw new Error(made.problem)
  return made
}

/** Every row of every table that lasts, by table: what processes on a PostgreSQL told one another a moment ago doesn't. */
async function rowsOf(address: DatabaseAddress): Promise<Record<string, string[]>> {
  const store = await openStore(address, now)
  try {
    const tables = (
      store.kind === 'sqlite'
        ? await sql<{
            name: string
          }>`select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual')
            and name <> 'sqlite_schema'`.execute(store.db)
        : await sql<{ name: string }>`select relname as name from pg_class
            where relnamespace = current_schema()::regnamespace and relkind = 'r'
            and relname <> 'happenings'`.execute(store.db)
    ).rows
    const all: Record<string, string[]> = {}
    for (const { name } of tables) {
      const { rows } = await sql`select * from ${sql.id(name)}`.execute(store.db)
      all[name] = rows.map((row) => JSON.stringify(row)).sort()
    }
    return all
  } finally {
    await store.close()
  }
}

async function filesIn(place: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {}
  for (const name of ['pictures', 'files', 'outbox'])
    for await (const file of diskFiles(place).list(name))
      if (!file.name.includes('/incoming/')) all[file.name] = await readFile(join(place, file.name), 'utf8')
  return all
}

const manifestOf = async (backup: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(backup, MANIFEST), 'utf8'))

/** A process of its own that keeps two settings at a time until it is told to stop. */
function writer(address: DatabaseAddress) {
  const code = `
    const { kind, place } = JSON.parse(process.argv[1])
    let go = true
    process.on('SIGTERM', () => { go = false })
    const statement = (name, n, mark) => \`insert into settings (name, value_json, changed_at) values ('\${name} \${n}', '1', 0)\`
    let n = 0
    if (kind === 'sqlite') {
      const { default: Database } = await import('better-sqlite3')
      const database = new Database(place, { timeout: 5000 })
      const both = database.transaction(() => { database.exec(statement('left', n)); database.exec(statement('right', n)) })
      while (go) { both.immediate(); if (n++ === 5) console.log('writing'); await new Promise(setImmediate) }
    } else {
      const { default: pg } = await import('pg')
      const client = new pg.Client(place)
      await client.connect()
      while (go) { await client.query(\`begin; \${statement('left', n)}; \${statement('right', n)}; commit\`); if (n++ === 5) console.log('writing') }
      await client.end()
    }`
  const place = address.kind === 'sqlite' ? address.file : address.url
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', code, JSON.stringify({ kind: address.kind, place })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return {
    begun: once(child.stdout, 'data'),
    async end() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

describe.each(DATABASES)('a backup on %s', (kind) => {
  test('put back into an empty place is the same site: every table, every file, and the next numbers', async () => {
    const site = await filledSite(kind)
    const made = await madeBackup(site)
    expect(made.folder).toBe(join(folder, 'backups', 'backup-2026-11-30-160512'))
    expect(made.files).toBe(4)
    const other = await emptySite(kind)
    const restored = await restoreBackup(other, made.folder)
    expect(restored).toEqual({ madeAt: new Date(NOW).toISOString(), rows: made.rows, files: 4, missing: 0 })
    expect(await rowsOf(other.database)).toEqual(await rowsOf(site.database))
    expect(await filesIn(other.dataFolder)).toEqual(await filesIn(site.dataFolder))
    expect(existsSync(join(other.dataFolder, 'restoring'))).toBe(false)

    // It goes on where the other would: by the same triggers, references and sequences.
    const store = await openSite(other.database, now)
    try {
      const { id } = await publishedStory(store, 'The next day', NOW + 1)
      expect(await store.db.selectFrom('published_stories').select('id').where('id', '=', id).execute()).toHaveLength(1)
      const fresh = await store.db.selectFrom('story_versions').selectAll().executeTakeFirstOrThrow()
      await expect(
        store.transaction(NOW, (tx) =>
          tx.rows
            .updateTable('story_versions')
            .set({ content_json: '{}' })
            .where('story_id', '=', fresh.story_id)
            .execute(),
        ),
      ).rejects.toThrow()
    } finally {
      await store.close()
    }
  })

  test('is of one moment, whoever writes meanwhile', { timeout: 60_000 }, async () => {
    const site = await filledSite(kind)
    const busy = writer(site.database)
    await busy.begun
    const counts = []
    try {
      for (let i = 0; i < 3; i++) {
        const made = await madeBackup({ ...site, now: () => NOW + i * 1000 })
        const other = await emptySite(kind)
        expect(await restoreBackup(other, made.folder)).not.toHaveProperty('problem')
        const { settings = [] } = await rowsOf(other.database)
        const [left, right] = ['"left ', '"right '].map((name) => settings.filter((row) => row.includes(name)).length)
        expect(left).toBeGreaterThan(0)
        expect(right).toBe(left)
        counts.push(left)
      }
    } finally {
      await busy.end()
    }
    expect(counts).toEqual([...counts].sort((a, b) => (a ?? 0) - (b ?? 0)))
  })

  test('of an earlier schema is put back as it was, and then brought up to date', async () => {
    const database = await freshDatabase(kind)
    drops.push(database.drop)
    const address = addressOf(kind, database.url)
    const store = await openStore(address, now)
    const upTo = MIGRATIONS.length - 2
    await migrate(store, NOW, { upTo })
    await store.transaction(NOW, (tx) => keepSetting(tx, 'mine', 'kept', null))
    await store.close()
    const site = { ...(await emptySite(kind)), database: address }
    const made = await madeBackup(site)
    expect((await manifestOf(made.folder)).steps).toHaveLength(upTo)

    const other = await emptySite(kind)
    expect(await restoreBackup(other, made.folder)).not.toHaveProperty('problem')
    const opened = await openDatabase(other.database, { now, inside: [] })
    if ('problem' in opened) throw new Error(opened.problem)
    expect((await readSetting(opened.db, 'mine'))?.value).toBe('kept')
    const { rows } = await sql<{ number: number }>`select number from schema_versions`.execute(opened.db)
    expect(rows).toHaveLength(MIGRATIONS.length)
    await opened.close()
  })

  test('whose rows are not as many as it says is refused, and leaves no row behind', async () => {
    const made = await madeBackup(await filledSite(kind))
    await change(join(made.folder, MANIFEST), (manifest) => Object.assign(manifest.tables, { stories: 7 }))
    const other = await emptySite(kind)
    expect(await restoreBackup(other, made.folder)).toEqual({
      problem: expect.stringMatching(/^The table stories came back with 2 rows instead of 7/),
    })
    expect(await rowsOf(other.database)).toEqual({})
  })

  test('is made before an upgrade changes anything, once, and says where', async () => {
    const site = await emptySite(kind)
    const store = await openStore(site.database, now)
    await migrate(store, NOW, { upTo: MIGRATIONS.length - 1 })
    await store.close()
    const said: string[] = []
    const beforeUpgrade = backupBeforeUpgrade(site, (sentence) => said.push(sentence))
    for (let i = 0; i < 2; i++) {
      const opened = await openDatabase(site.database, { now, inside: [], beforeUpgrade })
      if ('problem' in opened) throw new Error(opened.problem)
      await opened.close()
    }
    const [only, ...more] = await listBackups(join(site.dataFolder, 'backups'), 'before-schema')
    expect(more).toEqual([])
    expect(said).toEqual([expect.stringContaining(only?.folder ?? 'none')])
    expect((await manifestOf(only?.folder ?? '')).steps).toHaveLength(MIGRATIONS.length - 1)
  })

  test('that can’t be made before an upgrade keeps it from beginning', async () => {
    const site = await emptySite(kind)
    const store = await openStore(site.database, now)
    await migrate(store, NOW, { upTo: MIGRATIONS.length - 1 })
    await store.close()
    await mkdir(site.dataFolder, { recursive: true })
    await writeFile(join(site.dataFolder, 'backups'), 'a file in the place of the folder')
    const opened = await openDatabase(site.database, {
      now,
      inside: [],
      beforeUpgrade: backupBeforeUpgrade(site, () => {}),
    })
    expect(opened).toEqual({
      problem: expect.stringMatching(/^No backup could be made before the upgrade \(.+start again\.$/),
    })
    const again = await openStore(site.database, now)
    const { rows } = await sql`select number from schema_versions`.execute(again.db)
    expect(rows).toHaveLength(MIGRATIONS.length - 1)
    await again.close()
  })

  test('a new database is none to back up before an upgrade', async () => {
    const site = await emptySite(kind)
    const opened = await openDatabase(site.database, {
      ...{ now, inside: [] },
      beforeUpgrade: () => expect.unreachable('there is nothing to lose'),
    })
    if ('problem' in opened) throw new Error(opened.problem)
    await opened.close()
  })

  test('is not made where there is no site, and not put back where there is one', async () => {
    const empty = await emptySite(kind)
    expect(await makeBackup(empty, { into: join(folder, 'backups'), kind: 'backup', withMedia: true })).toEqual({
      problem: expect.stringMatching(/^There is no site to back up/),
    })
    expect(await readdir(join(folder, 'backups'))).toEqual([])

    const site = await filledSite(kind)
    const made = await madeBackup(site)
    const before = await rowsOf(site.database)
    expect(await restoreBackup(site, made.folder)).toEqual({ problem: expect.stringMatching(/left as it (is|was)/) })
    expect(await rowsOf(site.database)).toEqual(before)
    if (kind === 'sqlite') {
      const leftover = {
        ...(await emptySite(kind)),
        database: { kind, file: join(folder, 'left', 'courant.db') } as const,
      }
      await mkdir(join(folder, 'left'))
      await writeFile(`${leftover.database.file}-wal`, 'of another database')
      expect(await restoreBackup(leftover, made.folder)).toEqual({ problem: expect.stringContaining('courant.db-wal') })
    }
    const files = await emptySite(kind)
    await put(files.files, `${placeOf(UPLOAD)}/original`, 'another paper’s')
    expect(await restoreBackup(files, made.folder)).toEqual({ problem: expect.stringContaining('was left as it is') })
  })
})

describe.each(ONE_DATABASE)('a backup', (kind) => {
  test('can be read by its own user alone', async () => {
    const { folder: backup } = await madeBackup(await filledSite(kind))
    const modes: number[] = []
    for (const entry of await readdir(backup, { recursive: true, withFileTypes: true }))
      modes.push((await stat(join(entry.parentPath, entry.name))).mode & 0o077)
    expect(modes.length).toBeGreaterThan(8)
    expect(new Set(modes)).toEqual(new Set([0]))
    expect((await stat(backup)).mode & 0o077).toBe(0)
  })

  test('that was changed by a byte, or has lost a file, is refused before anything is put back', async () => {
    const made = await madeBackup(await filledSite(kind))
    const names = [(await manifestOf(made.folder)).files[0]?.name ?? '', `${placeOf(UPLOAD)}/original`, FILE_LIST]
    for (const name of names) {
      const path = join(made.folder, name)
      await rename(path, `${path}-away`)
      const other = await emptySite(kind)
      const missing = await restoreBackup(other, made.folder).catch((error) => error)
      expect(missing).toEqual({ problem: expect.stringContaining(`${name} in this backup is missing or damaged`) })
      await writeFile(path, await readFile(`${path}-away`))
      await appendFile(path, ' ')
      expect(await restoreBackup(other, made.folder)).toEqual(missing)
      expect(existsSync(other.dataFolder)).toBe(false)
      await rename(`${path}-away`, path)
    }
    expect(await restoreBackup(await emptySite(kind), made.folder)).not.toHaveProperty('problem')
  })

  test.each([
    ['a folder of something else', async (path: string) => rm(path), /no manifest\.json/],
    [
      'a newer Courant’s',
      (path: string) => change(path, (manifest) => manifest.steps.push({ number: MIGRATIONS.length + 1, name: 'x' })),
      /newer Courant \(1\.2\.3/,
    ],
    [
      'one of a version never released',
      (path: string) => change(path, (manifest) => Object.assign(manifest.steps[3] ?? {}, { name: 'other' })),
      /never released/,
    ],
    [
      'one of the other database',
      (path: string) =>
        change(path, (manifest) =>
          Object.assign(manifest, { database: manifest.database === 'sqlite' ? 'postgres' : 'sqlite' }),
        ),
      /COURANT_DATABASE/,
    ],
    [
      'one with a file that leads out of it',
      (path: string) => change(path, (manifest) => Object.assign(manifest.files[0] ?? {}, { name: '../../x' })),
      /missing or damaged/,
    ],
  ])('%s is refused in a sentence', async (_, spoil, says) => {
    const made = await madeBackup(await filledSite(kind))
    await spoil(join(made.folder, MANIFEST))
    expect(await restoreBackup(await emptySite(kind), made.folder)).toEqual({ problem: expect.stringMatching(says) })
  })

  test('has a name of its own where another was made in the same second, or is being made', async () => {
    const site = { ...(await filledSite(kind)), now: () => Date.UTC(2026, 10, 30, 16, 5, 12) }
    const made = await Promise.all([madeBackup(site, false), madeBackup(site, false)])
    made.push(await madeBackup(site, false))
    expect(made.map(({ folder }) => folder.replace(/^.*2026-/, '')).sort()).toEqual([
      '11-30-160512',
      '11-30-160512-2',
      '11-30-160512-3',
    ])
  })

  test('without uploads names them, and says how many are not there', async () => {
    const site = await filledSite(kind)
    const made = await madeBackup(site, false)
    expect(made.files).toBe(4)
    expect(await filesIn(made.folder)).toEqual({})
    expect(await restoreBackup(await emptySite(kind), made.folder)).toMatchObject({ files: 4, missing: 4 })
    const copied = await emptySite(kind)
    await put(copied.files, `${placeOf(UPLOAD)}/original`, 'a picture')
    expect(await restoreBackup(copied, made.folder)).toMatchObject({ missing: 3 })
  })

  test('takes no room for files that lie unchanged in the one before, and copies what is new', async () => {
    const site = await filledSite(kind)
    const past = new Date(NOW - 60_000)
    for (const name of Object.keys(await filesIn(site.dataFolder)))
      await utimes(join(site.dataFolder, name), past, past)
    const first = await madeBackup(site)
    await put(site.files, `${placeOf(UPLOAD)}/1600.webp`, 'a larger one')
    const second = await madeBackup({ ...site, now: () => NOW + 60_000 })
    const inode = async (backup: string, file: string) => (await stat(join(backup, placeOf(UPLOAD), file))).ino
    expect(await inode(second.folder, 'original')).toBe(await inode(first.folder, 'original'))
    await rm(first.folder, { recursive: true })
    const other = await emptySite(kind)
    expect(await restoreBackup(other, second.folder)).toMatchObject({ files: 5 })
    expect(await filesIn(other.dataFolder)).toEqual(await filesIn(site.dataFolder))
  })

  test('has what lies in a bucket, and is put back into one', { timeout: 60_000 }, async () => {
    const server = await s3Server()
    drops.push(() => server.drop())
    const inBucket = (prefix: string) => openFiles('', { ...server.bucket, prefix })
    const site = { ...(await filledSite(kind)), files: inBucket('old') }
    await put(site.files, `${placeOf(UPLOAD)}/original`, 'a picture in a bucket')
    const made = await madeBackup(site)
    const other = { ...(await emptySite(kind)), files: inBucket('new') }
    expect(await restoreBackup(other, made.folder)).toMatchObject({ files: 2 })
    const found = await other.files.get(`${placeOf(UPLOAD)}/original`)
    expect(found?.size).toBe('a picture in a bucket'.length)
    found?.bytes.destroy()
    expect(await readFile(join(other.dataFolder, 'outbox/1.eml'), 'utf8')).toBe('an email')
  })

  test('whose restoring broke off is gone on with', async () => {
    const site = await filledSite(kind)
    const made = await madeBackup(site)
    const other = await emptySite(kind)
    let puts = 0
    const failing: FileStore = {
      ...other.files,
      put: (name, path) => (++puts > 1 ? Promise.reject(new Error('the disk broke')) : other.files.put(name, path)),
    }
    await expect(restoreBackup({ ...other, files: failing }, made.folder)).rejects.toThrow('the disk broke')
    // Another one is not mixed with it.
    const second = await madeBackup({ ...site, now: () => NOW + 1000 })
    expect(await restoreBackup(other, second.folder)).toHaveProperty('problem')
    expect(await restoreBackup(other, made.folder)).toMatchObject({ files: 4 })
    expect(await rowsOf(other.database)).toEqual(await rowsOf(site.database))
    expect(await filesIn(other.dataFolder)).toEqual(await filesIn(site.dataFolder))
  })

  test('that breaks off leaves nothing that looks like one', async () => {
    const site = await filledSite(kind)
    const into = join(folder, 'backups')
    const failing: FileStore = { ...site.files, get: () => Promise.reject(new Error('the disk broke')) }
    await expect(madeBackup({ ...site, files: failing })).rejects.toThrow('the disk broke')
    expect(await readdir(into)).toEqual([])
    // As a kill leaves it, a day ago and just now.
    for (const [name, age] of [
      ['.begun-backup-1', 2 * 86_400_000],
      ['.begun-backup-2', 0],
    ] as const) {
      await mkdir(join(into, name))
      await utimes(join(into, name), (NOW - age) / 1000, (NOW - age) / 1000)
    }
    const made = await madeBackup(site)
    expect((await readdir(into)).sort()).toEqual([
      '.begun-backup-2',
      made.folder.slice(dirname(made.folder).length + 1),
    ])
  })

  test('of every day is made after its hour, once, in one process, and the newest are kept', {
    timeout: 60_000,
  }, async () => {
    const site = await filledSite(kind)
    let clock = new Date(2026, 10, 30, 2, 59).getTime()
    const schedule = { folder: join(folder, 'daily'), hour: 3, keep: 2 }
    const log = { info() {}, warn() {}, error() {} }
    const beside = { log, now: () => clock }
    const jobs = backupJobs(site.store, { ...site, now: () => clock }, { schedule, ...beside })
    const work = [1, 2].map(() => doJobs(site.store, jobs, beside))
    const days = async () =>
      (await listBackups(schedule.folder, 'daily')).map(({ madeAt }) => new Date(madeAt).getDate())
    /** By then, whichever of the two made it. */
    const made = async (time: Date, expected: number[]) => {
      clock = time.getTime()
      for (const one of work) await one.idle()
      await vi.waitFor(async () => expect(await days()).toEqual(expected), { timeout: 20_000 })
    }
    try {
      // The day before began at three and has none.
      await made(new Date(2026, 10, 30, 2, 59), [30])
      await made(new Date(2026, 10, 30, 3, 15), [30, 30])
      await made(new Date(2026, 10, 30, 23, 0), [30, 30])
      await made(new Date(2026, 11, 1, 3, 30), [1, 30])
      expect(await countDeadJobs(site.store.db)).toBe(0)
    } finally {
      await Promise.all(work.map((one) => one.stop()))
    }
  })

  test('of the day is never taken up by a process that has no folder for it', async () => {
    const site = await filledSite(kind)
    const beside = { log: { info() {}, warn() {}, error() {} }, now }
    expect(backupJobs(site.store, site, { schedule: null, ...beside })).toEqual([])
  })

  test('of the day that can’t be made is given up where the newsroom sees it', async () => {
    const site = await filledSite(kind)
    let clock = NOW
    await writeFile(join(folder, 'daily'), 'a file in the place of the folder')
    const schedule = { folder: join(folder, 'daily'), hour: 3, keep: 2 }
    const beside = { log: { info() {}, warn() {}, error() {} }, now: () => clock }
    const work = doJobs(site.store, backupJobs(site.store, site, { schedule, ...beside }), beside)
    try {
      for (let i = 0; i < 12; i++) {
        await work.idle()
        clock += 60_000
      }
      expect(await countDeadJobs(site.store.db)).toBe(1)
    } finally {
      await work.stop()
    }
  })
})

async function change(path: string, by: (manifest: Manifest) => unknown): Promise<void> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest
  by(manifest)
  await writeFile(path, JSON.stringify(manifest))
}
