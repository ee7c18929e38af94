/** Caches in front of the site: what they may keep, and that they are told what has changed. */
import { describe, expect, test } from 'vitest'
import { decidedOn, sentComment } from '../../test/comments.ts'
import { ONE_DATABASE } from '../../test/databases.ts'
import { type CacheKind, frontCache, KEY } from '../../test/shared-caches.ts'
import { demonstration, editor, freshSite, type TestSite } from '../../test/sites.ts'
import { signingWith } from '../discussion/index.ts'
import { changeBreakingLine } from '../front/index.ts'
import { removeComment } from '../moderation/decisions/index.ts'
import { newId, readSecret } from '../store/index.ts'

const NOW = Date.UTC(2026, 4, 1, 12)

for (const kind of ONE_DATABASE) {
  describe(`on ${kind}`, () => {
    test('a page under its own address may be kept by caches in front, and by no browser', async ({
      onTestFinished,
    }) => {
      const site = await freshSite(kind, { config: { sharedCache: { seconds: 600, purge: null } } })
      onTestFinished(() => site.drop())
      const { id, path } = await demonstration(site)
      const headers = async (address: string) => {
        const answer = await fetch(site.url + address, { redirect: 'manual' })
        return ['cache-control', 'surrogate-key', 'cache-tag'].map((name) => answer.headers.get(name))
      }
      const kept = [
        'public, max-age=0, must-revalidate, s-maxage=600, stale-while-revalidate=30',
        `discussion-${id} story-${id} site`,
        `discussion-${id},story-${id},site`,
      ]
      // Drawn, and as it is kept.
      expect([await headers(path), await headers(path)]).toEqual([kept, kept])
      // Under any other spelling it could not be found again when it changes.
      for (const other of [`${path}?from=a-letter`, `${path}/`, path.replace('2', '%32')])
        expect([other, await headers(other)]).toEqual([other, ['public, no-cache', null, null]])
      for (const other of ['/newsroom', '/form-token', '/no-such-page', '/healthz'])
        expect([other, (await headers(other))[0] ?? 'no-store']).toEqual([other, 'no-store'])
      const signedIn = await editor(site)
      const own = await signedIn.get(path)
      expect([own.headers.get('cache-control'), own.headers.get('surrogate-key')]).toEqual(['no-store', null])
    })

    test('what says something that is over soon is kept no longer than that', async ({ onTestFinished }) => {
      let clock = NOW
      const config = { sharedCache: { seconds: 600, purge: null } }
      const site = await freshSite(kind, { now: () => clock, config })
      onTestFinished(() => site.drop())
      const { path } = await demonstration(site)
      const { store } = site.app
      const wanted = { words: 'The bridge is shut.', path: '', until: NOW + 3_600_000 }
      await changeBreakingLine(store, { shown: { words: '', path: '', until: 0 }, wanted }, null, NOW)
      const control = async () => (await fetch(site.url + path)).headers.get('cache-control')
      const before = await control()
      clock += 55 * 60_000
      expect([before, await control()]).toEqual([
        'public, max-age=0, must-revalidate, s-maxage=600',
        'public, max-age=0, must-revalidate, s-maxage=300',
      ])
    })

    test('without the setting nothing is different, and nothing is written for it', async ({ onTestFinished }) => {
      const site = await freshSite(kind)
      onTestFinished(() => site.drop())
      const { id, path } = await demonstration(site)
      const answer = await fetch(site.url + path)
      expect([answer.headers.get('cache-control'), answer.headers.get('cache-tag')]).toEqual(['public, no-cache', null])
      await site.app.store.transaction(NOW, (tx) => tx.say({ kind: 'discussion.changed', story: id }))
      expect(await site.app.store.db.selectFrom('cache_drops').selectAll().execute()).toEqual([])
      expect(await site.app.store.db.selectFrom('shared_addresses').selectAll().execute()).toEqual([])
    })

    const told = async (cache: CacheKind) => {
      const clock = NOW
      const running: { site?: TestSite } = {}
      const front = await frontCache(cache, () => running.site?.url ?? '')
      const { address } = front
      const purge =
        cache === 'nginx' || cache === 'varnish'
          ? { kind: cache, address }
          : { kind: cache, address, account: 'a1b2c3', key: KEY }
      const config = { sharedCache: { seconds: 600, purge } }
      const site = await freshSite(kind, { now: () => clock, config })
      running.site = site
      const story = await demonstration(site)
      const by = newId(NOW)
      const mo = { id: by, name: 'Mo', mail: null, switches_json: '["moderate"]', created_at: NOW }
      const { db } = site.app.store
      await db
        .insertInto('people')
        .values(mo as never)
        .execute()
      return {
        ...{ site, front, story, path: new URL(story.path, 'http://any').pathname },
        async approved(text: string) {
          const { store } = site.app
          const signing = signingWith(await readSecret(store, clock))
          const sent = await sentComment(store, signing, { storyId: story.id, text, at: clock })
          await decidedOn(store, { revisionId: sent.revisionId, reason: null, by }, clock)
          return sent
        },
        async remove(sent: { commentId: string; revisionId: string }) {
          const result = await removeComment(site.app.store, { ...sent, reason: 'attack', by }, clock)
          if (!result.decided) throw new Error(result.sentence)
        },
        left: () => site.app.store.db.selectFrom('cache_drops').select(['tag', 'times_left']).orderBy('tag').execute(),
        async toldOnce() {
          const left = await this.left()
          return left.every(({ times_left }) => times_left === 1)
        },
        async end() {
          await site.drop()
          await front.close()
        },
      }
    }

    test.each(['nginx', 'varnish', 'fastly', 'cloudflare'] as const)(
      'a comment that is removed is gone from %s',
      async (cache) => {
        const at = await told(cache)
        const { front, path } = at
        const comment = await at.approved('The ferry was late again.')
        await expect.poll(async () => (await front.get(path)).text).toContain('The ferry was late again.')
        await expect.poll(async () => (await front.get(path)).from).toBe('cache')
        await at.remove(comment)
        await expect.poll(async () => (await front.get(path)).text).not.toContain('The ferry was late again.')
        await at.end()
      },
    )

    test('a cache that takes nothing is told of what was removed as soon as it listens again, by another process too, and of all in one go', async () => {
      const at = await told('fastly')
      const { front, path, site } = at
      const comments = [await at.approved('The ferry was late.'), await at.approved('It was never on time.')]
      await expect.poll(async () => (await front.get(path)).text).toContain('It was never on time.')
      await expect.poll(() => at.toldOnce()).toBe(true)
      await front.get(path)
      expect(await front.get(path)).toMatchObject({ from: 'cache' })
      front.listens = false
      for (const comment of comments) await at.remove(comment)
      await site.app.store.transaction(NOW, (tx) => tx.say({ kind: 'front.changed' }))
      await expect.poll(() => site.log()).toContain('telling the cache in front of the site')
      expect((await front.get(path)).text).toContain('The ferry was late.')
      await site.restart()
      const before = front.told.length
      front.listens = true
      await expect.poll(async () => (await front.get(path)).text, { timeout: 15_000 }).not.toContain('ferry was late')
      expect(front.told.slice(before)).toHaveLength(1)
      expect(JSON.parse(front.told.at(-1) ?? '').surrogate_keys.sort()).toEqual([`discussion-${at.story.id}`, 'lists'])
      await at.end()
    })

    test('a page that shows a settings’ change is gone everywhere', async () => {
      const at = await told('varnish')
      const staff = await editor(at.site)
      for (const path of ['/', '/archive', at.path]) await at.front.get(path)
      await staff.post('/newsroom/settings/house-rule', { rule: 'Be brief.' })
      await expect.poll(async () => (await at.front.get(at.path)).text).toContain('Be brief.')
      expect((await at.front.get('/')).from).toBe('site')
      await at.end()
    })
  })
}
