/**
 * Several processes on one PostgreSQL, behind an nginx, under load, while they
 * are killed, stopped and cut off: no comment that was answered is lost or taken
 * twice, none is shown that nobody approved, and no page is older than two seconds.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { findPostgres, onPath } from '../../scripts/find-programs.mjs'
import { decide, removeComment } from '../../src/moderation/decisions/index.ts'
import { type Store, storeProblem } from '../../src/store/index.ts'
import { DATABASES } from '../databases.ts'
import { colleague } from '../desks.ts'
import { startPostgres } from '../postgres.ts'
import { demonstration } from '../sites.ts'
import { openSite } from '../stores.ts'
import { startNginx, startProcesses, watching, writeUntilTaken } from './many.ts'

/** How often a process is killed; `npm run test:hold` makes it many more, and stops one for thirty seconds. */
const KILLS = Number(process.env.COURANT_TEST_PROCESS_KILLS ?? 3)
const IS_LONG = KILLS > 20
const PAUSE = IS_LONG ? 30_000 : 3500

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const binaries = DATABASES.includes('postgres') ? findPostgres() : null
const nginx = onPath('nginx') ?? ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find((path) => onPath(path))
const lacking = binaries ? (nginx ? '' : ' (left out: there is no nginx here)') : ' (left out: there is no PostgreSQL)'

test.skipIf(lacking)(
  `four processes behind nginx lose nothing, show nothing unreviewed and nothing old, whatever befalls them${lacking}`,
  { timeout: 120_000 + KILLS * 10_000 + 10 * PAUSE },
  async () => {
    const server = await startPostgres(binaries as string)
    undo.push(() => server.stop())
    const folder = mkdtempSync(join(tmpdir(), 'courant-many-'))
    undo.push(() => rmSync(folder, { recursive: true, force: true }))
    const processes = await startProcesses(4, {
      COURANT_DATA: folder,
      COURANT_DATABASE: server.url,
      COURANT_PROXIES: '1',
    })
    undo.push(processes.stop)
    const proxy = await startNginx(nginx as string, processes.ports)
    undo.push(proxy.stop)
    const story = await demonstration(proxy)
    const store = await openSite({ kind: 'postgres', url: server.url }, Date.now)
    undo.push(() => store.close())
    const mo = await colleague(store, 'Mo', Date.now())

    const watch = watching(story.path)
    const confirmed: string[] = []
    let over = false
    const isOver = () => over
    const work = [
      ...[0, 1, 2, 3].map(async (i) => {
        for (; !over; await sleep(100)) await watch.read(processes.url(i), `process ${i}`)
      }),
      (async () => {
        for (; !over; await sleep(50)) await watch.read(proxy.url, 'nginx')
      })(),
      ...[0, 1, 2].map(async () => {
        for (; !over; await sleep(100)) {
          const text = await writeUntilTaken(proxy.url, story.path, isOver)
          if (text) confirmed.push(text)
        }
      }),
      moderating(store, { by: mo.id, watch, isOver }),
    ]

    const troubles = [
      ...Array.from({ length: KILLS }, (_, i) => () => processes.kill(i % 4)),
      async () => {
        // What is asked of it meanwhile is answered when it goes on, before it has come to hear anything.
        const ask = () =>
          Promise.all(Array.from({ length: 5 }, () => watch.read(processes.url(1), 'the process that stood still')))
        // With the page kept, and lines open.
        await ask()
        let answered: Promise<unknown> = Promise.resolve()
        await processes.pause(1, PAUSE, () => {
          answered = ask()
        })
        await answered
      },
      async () => {
        await server.halt(IS_LONG ? 'crash' : 'fast')
        await server.resume()
      },
      () => cutConnections(server.url),
    ]
    for (const trouble of troubles) {
      const before = confirmed.length
      await trouble()
      // Whatever it was, comments come in again, and are shown.
      await expect.poll(() => confirmed.length, { timeout: 60_000 }).toBeGreaterThan(before + 1)
      expect(watch.wrong).toEqual([])
    }
    await sleep(2500)
    over = true
    await Promise.all(work)

    expect(watch.wrong).toEqual([])
    expect(processes.fallen()).toEqual([])
    const rows = await store.db.selectFrom('comment_revisions').select('text').execute()
    const kept = rows.map(({ text }) => text).filter((text) => text.startsWith('words number'))
    expect(kept.length).toBe(new Set(kept).size)
    expect(confirmed.filter((text) => !kept.includes(text))).toEqual([])
    // It was no empty run.
    const approved = await store.db.selectFrom('decisions').select('id').where('action', '=', 'approve').execute()
    const removed = await store.db.selectFrom('decisions').select('id').where('action', '=', 'remove').execute()
    expect(Math.min(approved.length, removed.length, watch.reads() / 20)).toBeGreaterThan(5)
  },
)

test.runIf(DATABASES.includes('sqlite'))(
  'a second process on one SQLite folder is safe: both take comments, each shows what the other changed, and one that is killed loses none',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'courant-two-'))
    undo.push(() => rmSync(folder, { recursive: true, force: true }))
    const processes = await startProcesses(2, { COURANT_DATA: folder, COURANT_PROXIES: '1' })
    undo.push(processes.stop)
    const story = await demonstration({ url: processes.url(0) })
    const confirmed: string[] = []
    let over = false
    const writers = [0, 1, 0, 1].map(async (i) => {
      while (!over) {
        const text = await writeUntilTaken(processes.url(i), story.path, () => over)
        if (text) confirmed.push(text)
      }
    })
    await expect.poll(() => confirmed.length).toBeGreaterThan(20)
    await processes.kill(1)
    const before = confirmed.length
    await expect.poll(() => confirmed.length).toBeGreaterThan(before + 10)
    over = true
    await Promise.all(writers)
    const store = await openSite({ kind: 'sqlite', file: join(folder, 'courant.db') }, Date.now)
    undo.push(() => store.close())
    const rows = await store.db.selectFrom('comment_revisions').select(['id', 'text']).execute()
    const kept = rows.map(({ text }) => text).filter((text) => text.startsWith('words number'))
    expect(kept.length).toBe(new Set(kept).size)
    expect(confirmed.filter((text) => !kept.includes(text))).toEqual([])
    const mo = await colleague(store, 'Mo', Date.now())
    const approved = rows.find(({ text }) => text === confirmed[0])
    await decide(store, { revisionId: approved?.id ?? '', action: 'approve', reason: null, by: mo.id }, Date.now())
    for (const i of [0, 1])
      await expect
        .poll(async () => (await fetch(processes.url(i) + story.path)).text(), { timeout: 2000 })
        .toContain(confirmed[0])
  },
)

/** Approves what waits, takes most of it down again, and says when. */
async function moderating(
  store: Store,
  { by, watch, isOver }: { by: string; watch: ReturnType<typeof watching>; isOver(): boolean },
): Promise<void> {
  const standing: { commentId: string; revisionId: string; text: string }[] = []
  while (!isOver()) {
    // A database that is away or restarted: what was decided just then is watched no further.
    await oneRound().catch((error: unknown) => {
      if (storeProblem(error) === null) throw error
    })
    await sleep(150)
  }

  async function oneRound(): Promise<void> {
    const held = await store.db
      .selectFrom('comment_revisions')
      .select(['id', 'comment_id', 'text'])
      .where('state', '=', 'held')
      .where('text', 'like', 'words number %')
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (held) {
      watch.approving(held.text)
      const done = await decide(store, { revisionId: held.id, action: 'approve', reason: null, by }, Date.now())
      if (done.decided) {
        watch.approved(held.text)
        standing.push({ commentId: held.comment_id, revisionId: held.id, text: held.text })
      }
    }
    // Something changes at every moment, also where nobody's comment gets through.
    const oldest = held && standing.length < 12 ? undefined : standing.shift()
    if (!oldest) return
    watch.removing(oldest.text)
    const done = await removeComment(store, { ...oldest, reason: 'off-topic', by }, Date.now())
    if (done.decided) watch.removed(oldest.text)
  }
}

/** As an administrator who has had enough, or a firewall. */
async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and client_port > 0',
  )
  await client.end()
}
