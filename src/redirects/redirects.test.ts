/** Old addresses: where each leads, and that none leads round in a circle. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore, publishedStory } from '../../test/stores.ts'
import { tries } from '../../test/thorough.ts'
import { addPerson, ROLES } from '../people/index.ts'
import type { Store } from '../store/index.ts'
import { createStory, emptyContent, unpublish } from '../story/index.ts'
import { addRedirects, dropRedirectsOf, keepRedirects, listRedirects, redirectOf, removeRedirect } from './index.ts'
import type { Redirect } from './keep.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const SITE = 'https://paper.example'

for (const kind of DATABASES) {
  describe(`old addresses on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let by: string
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      const person = await addPerson(store, { name: 'Ana Ruiz', mail: null, switches: ROLES.editor }, NOW)
      if ('problem' in person) throw new Error(person.problem)
      by = person.id
    })
    afterEach(() => drop())

    const keep = (redirects: Redirect[], importId = 'i1') =>
      store.transaction(NOW, (tx) => keepRedirects(tx, redirects, { by, importId }))
    const add = (...pairs: [from: string, to: string][]) =>
      addRedirects(
        store,
        { redirects: pairs.map(([from, to], i) => ({ line: i + 1, from, to })), by, siteUrl: SITE },
        NOW,
      )
    const ask = (asked: string) => redirectOf(store.db, asked, SITE)
    const count = async () => (await listRedirects(store.db, { find: '', page: 1 })).count

    test('an old address leads where it is said to, however it is spelled', async () => {
      expect(await keep([{ from: '/2019/05/мост.html', to: '/2026/05/bridge' }])).toEqual({ kept: 1, left: [] })
      const spelled = `/2019/05/${encodeURIComponent('мост')}.html`
      for (const asked of [spelled, `${spelled}?m=1`, `${spelled}/`, `${spelled}?share=1`])
        expect(await ask(asked), asked).toEqual({ to: '/2026/05/bridge' })
      expect(await ask('/2019/05/МОСТ.html')).toBeNull()
      expect(await ask('/2019/05/other.html')).toBeNull()
    })

    test('a query that is known counts before the path alone', async () => {
      await keep([
        { from: '/show.php?id=7', to: '/seven' },
        { from: '/show.php', to: '/archive' },
        { from: '/?p=12', to: '/twelve' },
      ])
      expect(await ask('/show.php?id=7')).toEqual({ to: '/seven' })
      expect(await ask('/show.php?id=8')).toEqual({ to: '/archive' })
      expect(await ask('/show.php')).toEqual({ to: '/archive' })
      expect(await ask('/?p=12')).toEqual({ to: '/twelve' })
      expect(await ask('/index.php?p=12')).toEqual({ to: '/twelve' })
      expect(await ask('/?p=13')).toBeNull()
      expect(await ask('/')).toBeNull()
      expect(await ask('/index.html')).toEqual({ to: '/' })
    })

    test('a redirect to a story follows it for as long as readers see it', async () => {
      const out = await publishedStory(store, 'The bridge opens', NOW)
      const draft = await createStory(
        store,
        { content: { ...emptyContent, headline: 'Not yet' }, by, commentsOpen: true },
        NOW,
      )
      await keep([
        { from: '/old', storyId: out.id },
        { from: '/draft', storyId: draft },
        { from: '/lost', storyId: '01HX0000000000000000000000' },
      ])
      expect(await ask('/old')).toEqual({ to: out.path })
      expect(await ask('/draft')).toBeNull()
      expect(await ask('/lost')).toBeNull()
      await unpublish(store, out.id, by, NOW)
      expect(await ask('/old')).toBe('gone')
    })

    test('targets go into the header as browsers take them', async () => {
      await add(['/a', '/2026/05/мост?x=ü#c1'], ['/b', 'https://other.example/ü'], ['/c', `${SITE}/here`])
      expect(await ask('/a')).toEqual({ to: `/2026/05/${encodeURIComponent('мост')}?x=%C3%BC#c1` })
      expect(await ask('/b')).toEqual({ to: 'https://other.example/%C3%BC' })
      expect(await ask('/c')).toEqual({ to: 'https://paper.example/here' })
    })

    test('feeds of other systems lead to the paper’s, and an old section’s to that of the new one', async () => {
      await keep([
        { from: '/search/label/Town', to: '/sections/town' },
        { from: '/category/town', to: '/sections/town' },
        { from: '/2019/05/x', to: '/2026/05/x' },
      ])
      for (const feed of ['/feeds/posts/default', '/feeds/posts/default?alt=rss', '/feed/', '/?feed=rss2', '/atom.xml'])
        expect(await ask(feed), feed).toEqual({ to: '/feed.xml' })
      expect(await ask('/feeds/posts/default/-/Town')).toEqual({ to: '/sections/town/feed.xml' })
      expect(await ask('/category/town/feed/')).toEqual({ to: '/sections/town/feed.xml' })
      expect(await ask('/2019/05/x/feed/')).toBeNull()
      expect(await ask('/comments/feed')).toBeNull()
      await add(['/feed', '/sections/town/feed.xml'])
      expect(await ask('/feed')).toEqual({ to: '/sections/town/feed.xml' })
    })

    test('none leads to itself or round in a circle, whatever is kept', async () => {
      const paths = ['/a', '/b', '/c', '/d', '/e']
      const pair = fc.record({
        from: fc.constantFrom(...paths),
        to: fc.constantFrom(...paths, '/end', ...paths.map((path) => `${SITE}${path}/`)),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(pair, { maxLength: 8 }), async (pairs) => {
          await store.transaction(NOW, (tx) => dropRedirectsOf(tx, 'i1'))
          await keep(pairs)
          for (const path of paths) {
            let at: string | null = path
            for (let step = 0; at !== null && step <= paths.length + 1; step++) {
              expect(step, JSON.stringify(pairs)).toBeLessThanOrEqual(paths.length)
              const found = await ask(at)
              at = found === null || found === 'gone' ? null : new URL(found.to, SITE).pathname
            }
          }
        }),
        { numRuns: tries(40) },
      )
    })

    test('a second run of an import changes nothing, and what an editor made stays', async () => {
      await add(['/mine', '/by-hand'])
      const brought: Redirect[] = [
        { from: '/mine', to: '/imported' },
        { from: '/one', to: '/1' },
        { from: '/one/', to: '/2' },
      ]
      for (let run = 0; run < 2; run++) {
        expect((await keep(brought, `i${run}`)).kept).toBe(2)
        expect(await ask('/mine')).toEqual({ to: '/by-hand' })
        expect(await ask('/one')).toEqual({ to: '/1' })
      }
      await keep([{ from: '/one', to: '/3' }], 'i2')
      expect(await ask('/one')).toEqual({ to: '/3' })
      await store.transaction(NOW, (tx) => dropRedirectsOf(tx, 'i2'))
      expect(await ask('/one')).toBeNull()
      expect(await ask('/mine')).toEqual({ to: '/by-hand' })
    })

    test('what can’t be kept is answered with a sentence, and the rest is kept', async () => {
      const { kept, problems } = await add(
        ['/ok', '/fine'],
        ['nonsense', '/x'],
        ['/y', 'javascript:alert(1)'],
        ['/z', '//other.example'],
        ['/same/', '/same'],
        ['/newsroom/people', '/x'],
        ['/', '/x'],
        ['/ok/', '/again'],
      )
      expect(kept).toBe(1)
      expect(problems.map(({ line, sentence }) => [line, sentence.slice(0, 24)])).toEqual([
        [2, '“nonsense” is not an add'],
        [3, '“javascript:alert(1)” is'],
        [4, '“//other.example” is no '],
        [5, '/same would lead to itse'],
        [6, '/newsroom/people is part'],
        [7, 'The front page has no ol'],
        [8, '/ok is here twice; the f'],
      ])
      expect(await ask('/ok')).toEqual({ to: '/fine' })
      expect(await count()).toBe(1)
    })

    test('many are kept at once, listed by pages, found in any case, and removed one by one', async () => {
      await keep(
        Array.from({ length: 1201 }, (_, i) => ({ from: `/old/${String(i).padStart(4, '0')}`, to: `/New/${i}` })),
      )
      const list = (find: string, page = 1) => listRedirects(store.db, { find, page })
      expect(await count()).toBe(1201)
      expect((await list('', 1)).lines).toHaveLength(50)
      expect((await list('', 25)).lines.map(({ address }) => address)).toEqual(['/old/1200'])
      expect((await list('new/77')).count).toBe(11)
      expect((await list('100%')).count).toBe(0)
      expect((await list('old_0')).count).toBe(0)
      expect(await removeRedirect(store, { address: '/old/0007', by }, NOW)).toBe(true)
      expect(await removeRedirect(store, { address: '/old/0007', by }, NOW)).toBe(false)
      expect(await count()).toBe(1200)
    })
  })
}
