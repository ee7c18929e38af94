/** Standing pages: what readers find at which address, and that nothing which an editor wrote is lost or shown too early. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { hearOn } from '../../test/heard.ts'
import { freshStore } from '../../test/stores.ts'
import type { Store } from '../store/index.ts'
import {
  changePage,
  createPage,
  findPage,
  gapsIn,
  listPages,
  listPublishedPages,
  type PageFields,
  readStandingPage,
  removePage,
  unpublishPage,
} from './index.ts'

const NOW = Date.UTC(2026, 10, 30, 9)
const isReserved = (slug: string) => slug === 'archive'
const common = { isReserved, pictures: [], by: null }

test.each([
  ['Write to [your email address].', ['[your email address]']],
  ['[Name] and [place]', ['[Name]', '[place]']],
  ['our [house rules](/house-rules)', []],
  ['he said it \\[sic\\]', []],
  ['a [ b', []],
  ['a ] b [', []],
  ['an empty []', []],
  ['[[twice]]', ['[twice]']],
  ['', []],
])('in “%s” %j are still to be filled in', (words, gaps) => {
  expect(gapsIn(words)).toEqual(gaps)
})

for (const kind of DATABASES) {
  describe(`standing pages on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind))
    })
    afterEach(() => drop())

    const made = async (fields: Partial<PageFields> = {}) => {
      const wanted = { title: 'About us', slug: '', words: 'Four people above a bakery.', ...fields }
      const page = await createPage(store, { ...common, kind: '', fields: wanted }, NOW)
      if ('problem' in page) throw new Error(page.problem)
      return page.id
    }
    const save = async (
      id: string,
      fields: Partial<PageFields>,
      { number, publish = false }: { number?: number; publish?: boolean } = {},
    ) => {
      const page = await readStandingPage(store.db, id)
      if (!page) throw new Error('no such page')
      const { title, slug, words } = page
      return changePage(
        store,
        { ...common, id, publish, number: number ?? page.number, fields: { title, slug, words, ...fields } },
        NOW,
      )
    }
    const published = async (fields: Partial<PageFields> = {}) => {
      const id = await made(fields)
      await save(id, {}, { publish: true })
      return id
    }
    /** What readers find at an address: a title, or where they are led. */
    const at = async (slug: string) => {
      const found = await findPage(store.db, slug)
      return found && ('movedTo' in found ? `→ ${found.movedTo.slug}` : found.title)
    }

    test('a new page has its title’s address, and no reader sees it before it is published', async () => {
      const id = await made()
      expect([await at('about-us'), await listPublishedPages(store.db)]).toEqual([null, []])
      await save(id, {}, { publish: true })
      expect(await at('about-us')).toBe('About us')
      expect(await unpublishPage(store, { id, by: null }, NOW)).toBe(true)
      expect([await at('about-us'), (await listPages(store.db)).map(({ title }) => title)]).toEqual([
        null,
        ['About us'],
      ])
      expect(await unpublishPage(store, { id, by: null }, NOW)).toBe(false)
    })

    test('pages hear of a change that readers can see, and of no other', async () => {
      const heard = hearOn(store)
      const id = await made()
      await save(id, { words: 'Three people.' })
      expect(heard).not.toContain('paper.changed')
      await save(id, {}, { publish: true })
      await expect.poll(() => heard).toContain('paper.changed')
    })

    test('with a gap it is saved and not published, and what is published is never saved with one', async () => {
      const id = await made()
      const first = await save(id, { words: 'Write to [your email address].' }, { publish: true })
      expect(first).toMatchObject({
        page: { words: 'Write to [your email address].', published: false },
        notPublished: 'Fill in [your email address], or take it out, before readers can see this page.',
      })
      await save(id, { words: 'Write to us.' }, { publish: true })
      expect(await save(id, { words: 'Write to [whom].' })).toEqual({
        field: 'words',
        problem: 'Fill in [whom], or take it out, before readers can see this page.',
      })
      expect((await readStandingPage(store.db, id))?.words).toBe('Write to us.')
      expect(await save(id, { words: ' ' })).toMatchObject({ field: 'words' })
    })

    test('two who save at once: the second is shown the first’s words, and nothing is kept before', async () => {
      const id = await made()
      const opened = (await readStandingPage(store.db, id))?.number as number
      await save(id, { words: 'Hers.' }, { number: opened })
      expect(await save(id, { words: 'His.' }, { number: opened })).toMatchObject({ theirs: { words: 'Hers.' } })
      expect((await readStandingPage(store.db, id))?.words).toBe('Hers.')
      // Who wrote the same is asked nothing.
      expect(await save(id, { words: 'Hers.' }, { number: opened })).toHaveProperty('page')
      const both = await Promise.all(['One.', 'Two.'].map((words) => save(id, { words }, { number: opened + 1 })))
      expect(both.map((saved) => Object.keys(saved)[0]).sort()).toEqual(['page', 'theirs'])
      await removePage(store, { id, by: null }, NOW)
      const gone = { ...common, id, publish: false, number: 3, fields: { title: 'A', slug: 'a', words: 'B' } }
      expect(await changePage(store, gone, NOW)).toEqual({ gone: true })
    })

    test('a renamed page is led to from every address it had, until another page stands there', async () => {
      const id = await published({ slug: 'about' })
      await save(id, { slug: 'who-we-are' })
      await save(id, { slug: 'Us & them' })
      expect([await at('about'), await at('who-we-are'), await at('us-them')]).toEqual([
        '→ us-them',
        '→ us-them',
        'About us',
      ])
      await save(id, { slug: 'about' })
      expect([await at('about'), await at('us-them')]).toEqual(['About us', '→ about'])
      await published({ title: 'Us', slug: 'us-them' })
      expect(await at('us-them')).toBe('Us')
    })

    test('an earlier address leads nowhere while its page is not published, and is free again once it is removed', async () => {
      const id = await published({ slug: 'about' })
      await save(id, { slug: 'us' })
      await unpublishPage(store, { id, by: null }, NOW)
      expect([await at('about'), await at('us')]).toEqual([null, null])
      expect((await removePage(store, { id, by: null }, NOW))?.title).toBe('About us')
      expect(await removePage(store, { id, by: null }, NOW)).toBeNull()
      expect(await store.db.selectFrom('old_addresses').selectAll().execute()).toEqual([])
    })

    test('what can’t be an address, or is somebody else’s, is said in one sentence', async () => {
      const id = await made({ slug: 'about' })
      const said = async (fields: Partial<PageFields>) => {
        const answers = [
          await createPage(store, { ...common, kind: '', fields: { title: 'T', slug: '', words: '', ...fields } }, NOW),
          await save(await made({ title: `Other ${Math.random()}` }), fields),
        ]
        return answers.map((answer) => ('problem' in answer ? answer.problem : answer))
      }
      const twice = (sentence: string) => [sentence, sentence]
      expect(await said({ slug: '/archive/' })).toEqual(twice('The site itself uses /archive. Choose another address.'))
      expect(await said({ slug: 'About' })).toEqual(
        twice('The page “About us” has the address /about. Choose another.'),
      )
      expect(await said({ slug: '?!' })).toEqual(twice('Give the page an address with letters or figures in it.'))
      expect(await said({ title: ' ' })).toEqual(twice('Give the page a title.'))
      expect(await said({ title: 'T'.repeat(121) })).toEqual(twice('Keep the title to 120 characters.'))
      expect(await said({ words: 'w'.repeat(100_001) })).toEqual(twice('Keep the page to 100,000 characters.'))
      expect(await save(id, { slug: 'about' })).toHaveProperty('page')
    })

    test('its pictures count as used as long as it is there', async () => {
      const picture = '0'.repeat(26)
      await store.transaction(NOW, (tx) =>
        tx.rows
          .insertInto('pictures')
          .values({
            ...{
              id: picture,
              file: 'f'.repeat(32),
              content: '',
              name: 'quay.jpg',
              format: 'jpeg',
              width: 1,
              height: 1,
              bytes: 1,
            },
            ...{ animated: 0, caption: '', credit: '', rights: '', place: '', taken: '', words: '', ai: '' as const },
            ...{ ai_system: '', credentials: 0, focus_x: 500, focus_y: 500, renditions_json: '[]' },
            ...{ added_at: NOW, added_by: null },
          })
          .execute(),
      )
      const places = () => store.db.selectFrom('picture_places').select('place').execute()
      const fields = { title: 'Us', slug: '', words: 'w' }
      const page = await createPage(store, { ...common, pictures: [picture], kind: '', fields }, NOW)
      const id = 'id' in page ? page.id : ''
      expect(await places()).toEqual([{ place: `page:${id}` }])
      await removePage(store, { id, by: null }, NOW)
      expect(await places()).toEqual([])
    })
  })
}
