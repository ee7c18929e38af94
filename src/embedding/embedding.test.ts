/** Sites that show the discussion: which can be listed, and which story a page of theirs is about. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore, publishedStory } from '../../test/stores.ts'
import { addPerson, ROLES } from '../people/index.ts'
import { addRedirects } from '../redirects/index.ts'
import type { Store } from '../store/index.ts'
import { unpublish } from '../story/index.ts'
import { addListedSite, readListedSites, removeListedSite, storyOfPage } from './index.ts'
import { originIn } from './sites.ts'

const NOW = Date.UTC(2026, 4, 1, 12)

describe('the site in what somebody typed', () => {
  test.each([
    ['https://paper.example', 'https://paper.example'],
    [' paper.example ', 'https://paper.example'],
    ['https://Paper.Example/2026/05/a-story?x=1', 'https://paper.example'],
    ['paper.example:8443', 'https://paper.example:8443'],
    ['https://größe.example', 'https://xn--gre-6ka8i.example'],
    ['https://[2001:db8::1]', 'https://[2001:db8::1]'],
    // A name like any other; what a browser says that keeps its origin to itself has no scheme.
    ['null', 'https://null'],
    ['http://localhost:4321', 'http://localhost:4321'],
    ['http://127.0.0.1:4321/page', 'http://127.0.0.1:4321'],
  ])('%s is %s', (typed, origin) => {
    expect(originIn(typed)).toEqual({ origin })
  })
  test.each([
    ['http://paper.example', 'https address'],
    ['http://127.0.0.1.evil.example', 'https address'],
    ['https://*.paper.example', 'asterisk'],
    ['*', 'asterisk'],
    ['', 'not the address'],
    ['https://a;script-src https://evil.example', 'not the address'],
    ['https://a;b.example', 'not the address'],
    ['https://a,b.example', 'not the address'],
    ["https://'self'", 'not the address'],
    ['https://me:secret@paper.example', 'not the address'],
    ['data://paper.example', 'not the address'],
    ['javascript://paper.example/%0aalert(1)', 'not the address'],
    [`https://${'x'.repeat(300)}.example`, 'not the address'],
  ])('%s is none that could be listed', (typed, sentence) => {
    expect(originIn(typed)).toEqual({ problem: expect.stringContaining(sentence) })
  })
})

for (const kind of DATABASES) {
  describe(`other sites on ${kind}`, () => {
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
    const add = (typed: string) => addListedSite(store, { typed, by }, NOW)

    test('are listed once each, said in the log, and taken out again', async () => {
      expect(await readListedSites(store.db)).toEqual([])
      expect(await add('www.paper.example')).toEqual({ added: 'https://www.paper.example' })
      await Promise.all([add('https://paper.example/'), add('https://paper.example')])
      expect(await readListedSites(store.db)).toEqual(['https://paper.example', 'https://www.paper.example'])
      expect(await removeListedSite(store, { origin: 'https://paper.example', by }, NOW)).toBe(true)
      expect(await removeListedSite(store, { origin: 'https://paper.example', by }, NOW)).toBe(false)
      expect(await readListedSites(store.db)).toEqual(['https://www.paper.example'])
      const acts = await store.db.selectFrom('acts').select('detail').where('act', '=', 'embedding.sites').execute()
      expect(acts.map(({ detail }) => detail).sort()).toEqual([
        'Let https://paper.example show the discussion',
        'Let https://www.paper.example show the discussion',
        'No longer lets https://paper.example show the discussion',
      ])
    })

    test('are fifty at the most', async () => {
      for (let i = 0; i < 50; i++) expect(await add(`s${i}.example`)).toHaveProperty('added')
      expect(await add('one-more.example')).toEqual({ problem: expect.stringContaining('50 sites') })
      expect(await add('s1.example')).toEqual({ added: 'https://s1.example' })
    })

    test('a page is about the story with its path, or the one that its old address leads to; of no other site', async () => {
      const story = await publishedStory(store, 'Größere Fähren', NOW)
      const redirects = [
        { line: 1, from: '/2019/05/x.html', to: '/moved' },
        { line: 2, from: '/moved', to: story.path },
        { line: 3, from: '/?p=12', to: story.path },
        { line: 4, from: '/away', to: 'https://elsewhere.example/x' },
        { line: 5, from: '/nowhere', to: '/2026/05/never' },
      ]
      await addRedirects(store, { redirects, by, siteUrl: 'https://courant.example' }, NOW)
      const ask = (address: string, sites = ['https://paper.example']) =>
        storyOfPage(store.db, address, { sites, siteUrl: 'https://courant.example' })
      for (const address of [
        `https://paper.example${story.path}`,
        `https://paper.example${encodeURI(story.path)}/?utm_source=x#c-1`,
        `https://courant.example${story.path}`,
        'https://paper.example/2019/05/x.html?m=1',
        'https://paper.example/moved/',
        'https://paper.example/?p=12',
      ])
        expect([address, await ask(address)]).toEqual([address, story.id])
      for (const address of [
        '',
        'nonsense',
        story.path,
        `https://evil.example${story.path}`,
        `https://paper.example.evil.example${story.path}`,
        `http://paper.example${story.path}`,
        'https://paper.example/',
        'https://paper.example/away',
        'https://paper.example/nowhere',
        `https://paper.example/${'x'.repeat(20_000)}`,
      ])
        expect([address, await ask(address)]).toEqual([address, null])
      expect(await ask(`https://paper.example${story.path}`, [])).toBeNull()
      await unpublish(store, story.id, null, NOW)
      expect(await ask(`https://paper.example${story.path}`)).toBeNull()
      expect(await ask('https://paper.example/moved')).toBeNull()
    })
  })
}
