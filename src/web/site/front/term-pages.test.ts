/** The fronts of sections, topics and authors as readers, feed readers and search engines get them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { readStrictly } from '../../../../test/well-formed.ts'
import { addTerm, changeTerm, type TermDetails, type TermKind } from '../../../paper/index.ts'
import { createStory, emptyContent, newBlockId, publish, type StoryContent, unpublish } from '../../../story/index.ts'

const NOW = Date.UTC(2026, 10, 30, 9)

for (const kind of ONE_DATABASE) {
  describe(`the fronts of sections, topics and authors on ${kind}`, () => {
    let site: TestSite
    let reader: Visitor
    beforeEach(async () => {
      site = await freshSite(kind)
      reader = visitor(site)
    })
    afterEach(() => site.drop())

    const publishWith = async (filed: Partial<StoryContent>, at = NOW) => {
      const { store } = site.app
      const body = [{ id: newBlockId(), type: 'paragraph' as const, text: 'Boats went through on Monday.' }]
      const content = { ...emptyContent, headline: 'The lock reopens', body, ...filed }
      const id = await createStory(store, { content, by: null, commentsOpen: true }, at)
      const done = await publish(store, { id, by: null }, at)
      if ('problem' in done) throw new Error(done.problem)
      return { id, path: done.path }
    }
    const add = async (of: TermKind, details: Partial<TermDetails> & { name: string }) => {
      const { store } = site.app
      const { id: by } = await store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
      const added = await addTerm(store, { kind: of, name: details.name, by }, NOW)
      if ('problem' in added) throw new Error(added.problem.sentence)
      const { term } = added
      const change = { id: term.id, number: term.number, keepAddress: false, by }
      const changed = await changeTerm(store, { ...change, details: { ...term, signs: [], ...details } }, NOW)
      if (!('term' in changed)) throw new Error(JSON.stringify(changed))
      return changed.term
    }
    const page = async (path: string) => drawn(await (await reader.get(path)).text())
    const dataOn = async (path: string) =>
      JSON.parse(
        (await page(path)).elements.find(({ attributes }) => attributes.type === 'application/ld+json')?.text ?? '{}',
      )

    test('an empty one says so, and a story that comes out or goes shows there at once', async () => {
      await add('section', { name: 'Sea' })
      expect((await page('/sections/sea')).words).toContain('No story has been published in Sea yet.')
      const { id, path } = await publishWith({ section: 'sea' })
      expect((await page('/sections/sea')).links).toHaveProperty(path, 'The lock reopens')
      await unpublish(site.app.store, id, null, NOW + 1)
      expect((await page('/sections/sea')).links).not.toHaveProperty(path)
    })

    test('older stories stand on pages of their own, each once; there is none beyond the last, and a renamed one leads on from each', async () => {
      for (let number = 1; number <= 30; number++)
        await publishWith({ section: 'Sea', headline: `Tide ${number}` }, NOW + number * 60_000)
      const onPage = async (path: string) => (await page(path)).texts('a').filter((text) => text.startsWith('Tide'))
      const [first, second] = [await onPage('/sections/sea'), await onPage('/sections/sea/2')]
      expect([first.length, first.includes('Tide 30'), second.at(-1)]).toEqual([24, true, 'Tide 1'])
      expect(new Set([...first, ...second]).size).toBe(30)
      expect((await page('/sections/sea')).links).toHaveProperty('/sections/sea/2', 'Older stories')
      // The menus lead there as well, by its name.
      expect((await page('/sections/sea/2')).texts('a')).toContain('Newer stories')
      for (const path of ['/sections/sea/3', '/sections/sea/1', '/sections/sea/02', '/sections/sea/two', '/sections/'])
        expect([path, (await reader.get(path)).status]).toEqual([path, 404])
      const sea = await site.app.store.db
        .selectFrom('terms')
        .selectAll()
        .where('slug', '=', 'sea')
        .executeTakeFirstOrThrow()
      const details = { ...sea, name: 'Coast', pictureId: null, personId: null, signs: [] }
      const { id: by } = await site.app.store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
      await changeTerm(site.app.store, { id: sea.id, number: sea.number, details, keepAddress: false, by }, NOW)
      for (const end of ['', '/2', '/feed.xml'])
        expect((await reader.get(`/sections/sea${end}`)).headers.get('location')).toBe(`/sections/coast${end}`)
    })

    test('each has a feed of its own, and entries say what they are filed under', async () => {
      await add('section', { name: 'Sea & Shore', about: 'Waves' })
      await publishWith({ section: 'Sea & Shore', topics: ['Locks'], byline: 'By Ann Lee' })
      const answer = await reader.get('/sections/sea-shore/feed.xml')
      expect(answer.headers.get('content-type')).toContain('application/atom+xml')
      const elements = readStrictly(await answer.text(), 'xml')
      const [title] = elements.filter(({ name }) => name === 'title')
      expect(title?.text).toMatch(/^Sea & Shore · /)
      expect(elements.filter(({ name }) => name === 'entry')).toHaveLength(1)
      expect(elements.filter(({ name }) => name === 'category').map(({ attributes }) => attributes)).toEqual([
        { term: 'sea-shore', label: 'Sea & Shore' },
        { term: 'locks', label: 'Locks' },
      ])
      const head = (await page('/sections/sea-shore')).elements.filter(
        ({ attributes }) => attributes.rel === 'alternate',
      )
      expect(head.map(({ attributes }) => attributes.href)).toContain('/sections/sea-shore/feed.xml')
    })

    test('search engines are told what a front is of, who an author is, and where all of them are that have stories', async () => {
      await add('author', {
        name: 'Ann Lee',
        role: 'Reporter',
        contact: 'https://social.example/@ann',
        about: 'A.\n\nB.',
      })
      await add('topic', { name: 'Nobody wrote of it' })
      const { path } = await publishWith({ section: 'Sea', topics: ['Locks'], byline: 'By Ann Lee' })
      expect(await dataOn('/sections/sea')).toMatchObject({ '@type': 'CollectionPage', name: 'Sea' })
      expect(await dataOn('/authors/ann-lee')).toMatchObject({
        '@type': 'ProfilePage',
        mainEntity: {
          '@type': 'Person',
          name: 'Ann Lee',
          jobTitle: 'Reporter',
          description: 'A.',
          sameAs: ['https://social.example/@ann'],
        },
      })
      expect(await dataOn(path)).toMatchObject({
        articleSection: 'Sea',
        keywords: ['Locks'],
        author: [{ name: 'Ann Lee', url: expect.stringMatching(/\/authors\/ann-lee$/) }],
      })
      const sitemap = await (await reader.get('/sitemap.xml')).text()
      for (const found of ['/sections/sea<', '/topics/locks<', '/authors/ann-lee<']) expect(sitemap).toContain(found)
      expect(sitemap).not.toContain('nobody')
    })

    test('a story leads to its section, its author and its topics', async () => {
      await add('author', { name: 'Ann Lee' })
      const { path } = await publishWith({ section: 'Sea', topics: ['Locks'], byline: 'By Ann Lee and Bo Day' })
      expect((await page(path)).links).toMatchObject({
        '/sections/sea': 'Sea',
        '/authors/ann-lee': 'Ann Lee',
        '/topics/locks': 'Locks',
      })
    })
  })
}
