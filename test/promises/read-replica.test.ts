/**
 * With a read replica readers' pages are drawn from it, and never older for it:
 * while it lags or is away they are drawn from the primary. Whoever wrote, and
 * the staff, always read the primary.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { findPostgres } from '../../scripts/find-programs.mjs'
import { decidedOn } from '../comments.ts'
import { DATABASES } from '../databases.ts'
import { colleague } from '../desks.ts'
import { baseBackup, startPostgres } from '../postgres.ts'
import { demonstration, freshSite, postComment, visitor } from '../sites.ts'
import { openSite, publishedStory } from '../stores.ts'
import { onServer } from '../templates.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const binaries = DATABASES.includes('postgres') ? findPostgres() : null
const lacking = !binaries
  ? ' (left out: there is no PostgreSQL)'
  : existsSync(baseBackup(binaries))
    ? ''
    : ' (left out: there is no pg_basebackup to make a replica with)'

test.skipIf(lacking)(
  `pages come from a streaming replica, and are as new while it stands still, catches up or is gone${lacking}`,
  async () => {
    const primary = await startPostgres(binaries as string)
    undo.push(() => primary.stop())
    const replica = await startPostgres(binaries as string, primary.url)
    undo.push(() => replica.stop())
    const dataFolder = mkdtempSync(join(tmpdir(), 'courant-replica-'))
    undo.push(() => rmSync(dataFolder, { recursive: true, force: true }))
    const database = { kind: 'postgres' as const, url: primary.url, replica: replica.url }
    const site = await freshSite('postgres', { config: { database, dataFolder } })
    undo.push(site.drop)
    // Another process, whose changes this one hears of.
    const other = await openSite({ kind: 'postgres', url: primary.url }, Date.now)
    undo.push(() => other.close())
    const mo = await colleague(other, 'Mo', Date.now())
    const page = async (path = '/') => (await fetch(site.url + path)).text()
    /** What the program asked there last, on each of its connections. */
    const asked = async () =>
      (
        await onServer(
          replica.url,
          'select query from pg_stat_activity where client_port > 0 and pid <> pg_backend_pid()',
        )
      )
        .map(({ query }) => query as string)
        .join('\n')
    const publish = async (headline: string) => {
      const { path } = await publishedStory(other, headline, Date.now())
      await expect.poll(() => page(), { timeout: 2000 }).toContain(headline)
      return path
    }

    // What has happened has to have come to it first; until then nobody waits for it.
    await expect
      .poll(async () => {
        await publishedStory(other, 'Another day', Date.now())
        await new Promise((resolve) => setTimeout(resolve, 300))
        await page()
        return asked()
      })
      .toMatch(/from "(published_)?stories"|published_stories/)

    await onServer(replica.url, 'select pg_wal_replay_pause()')
    await publish('A lock is raised')
    const { path } = await demonstration(site)
    const ada = visitor(site)
    const receipt = await postComment(ada, path, { name: 'Ada', comment: 'It was time.' })
    expect(await (await ada.get(receipt)).text()).toContain('It was time.')
    const revision = await other.db
      .selectFrom('comment_revisions')
      .select('id')
      .where('text', '=', 'It was time.')
      .executeTakeFirstOrThrow()
    await decidedOn(other, { revisionId: revision.id, reason: null, by: mo.id }, Date.now())
    await expect.poll(() => page(path), { timeout: 2000 }).toContain('It was time.')
    // It has seen nothing of all that.
    expect(await onServer(replica.url, "select 1 from comment_revisions where text = 'It was time.'")).toEqual([])

    await onServer(replica.url, 'select pg_wal_replay_resume()')
    await publish('A weir is mended')
    await replica.halt('crash')
    await publish('A ferry returns')
    expect(await page(path)).toContain('It was time.')
    await replica.resume()
    await publish('A bridge opens')
    expect(site.log()).not.toMatch(/"level":(50|60)/)
  },
)
