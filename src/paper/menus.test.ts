/** Menus: what fills them, what an editor makes of them, and that nobody is led to nothing. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { queriesOf } from '../../test/queries.ts'
import { freshStore } from '../../test/stores.ts'
import type { Store } from '../store/index.ts'
import { createStory, emptyContent, newBlockId, publish } from '../story/index.ts'
import type { MenuChange } from './change-menus.ts'
import {
  changeMenu,
  changePage,
  createPage,
  findTerm,
  type Menu,
  readMenus,
  removePage,
  thingAt,
  unpublishPage,
} from './index.ts'
import { checkMenuAddress } from './menu.ts'

const NOW = Date.UTC(2026, 10, 30, 9)
const BODY = [{ id: newBlockId(), type: 'paragraph' as const, text: 'Boats went through on Monday.' }]

test.each([
  ['/archive', '/archive'],
  [' /said?about=ferry ', '/said?about=ferry'],
  ['https://example.org', 'https://example.org/'],
  ['HTTP://Example.org/a b', 'http://example.org/a%20b'],
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
])('a menu may lead to %s', (typed, href) => {
  expect(checkMenuAddress(typed)).toEqual({ href })
})

test.each([
  [''],
  ['example.org'],
  ['javascript:alert(1)'],
  ['data:text/html,x'],
  ['//example.org'],
  ['/\\example.org'],
  ['https://'],
  ['https://user@example.org'],
  ['mailto:desk'],
  ['mailto:a@b?subject=x y'],
  [`/${'a'.repeat(500)}`],
])('a menu leads not to “%s”, and says what to write instead', (typed) => {
  expect(checkMenuAddress(typed)).toEqual({ problem: expect.stringMatching(/^[A-Z].*\.$/) })
})

for (const kind of DATABASES) {
  describe(`menus on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind))
      for (const section of ['Town', 'Sport', 'Opinion']) {
        const content = { ...emptyContent, headline: section, section, topics: ['Ferries'], body: BODY }
        const id = await createStory(store, { content, by: null, commentsOpen: true }, NOW)
        await publish(store, { id, by: null }, NOW)
      }
    })
    afterEach(() => drop())

    /** What a menu says to readers, and where it leads. */
    const seen = async (menu: Menu) =>
      (await readMenus(store.db))[menu].lines.flatMap(({ says, path }) => (path === null ? [] : [`${says} ${path}`]))
    const keyOf = async (menu: Menu, says: string) =>
      (await readMenus(store.db))[menu].lines.find((line) => line.says === says)?.key ?? ''
    const termId = async (of: 'section' | 'topic', slug: string) => {
      const term = await findTerm(store.db, { kind: of, slug })
      return term && 'id' in term ? term.id : ''
    }
    const page = async (title: string) => {
      const rest = { isReserved: () => false, pictures: [], by: null }
      const fields = { title, slug: '', words: 'w' }
      const made = await createPage(store, { ...rest, kind: '', fields }, NOW)
      if ('problem' in made) throw new Error(made.problem)
      await changePage(store, { ...rest, ...made, number: 1, publish: true, fields }, NOW)
      return made.id
    }
    const change = (menu: Menu, what: MenuChange) => changeMenu(store, { menu, by: null, change: what }, NOW)

    test('nobody makes a menu, and there are sensible ones: all sections at the head, all published pages at the foot', async () => {
      await page('Imprint')
      await page('About us')
      expect(await seen('head')).toEqual(['Town /sections/town', 'Sport /sections/sport', 'Opinion /sections/opinion'])
      expect(await seen('foot')).toEqual(['Imprint /imprint', 'About us /about-us'])
      expect((await readMenus(store.db)).head.own).toBe(false)
    })

    test('the first change makes a menu the editor’s own, with what stood in it; given up, it fills itself again', async () => {
      await change('head', { act: 'move', key: await keyOf('head', 'Opinion'), to: 'up' })
      await change('head', { act: 'rename', key: await keyOf('head', 'Sport'), label: ' The game ' })
      await change('head', { act: 'remove', key: await keyOf('head', 'Town') })
      await change('head', { act: 'add', wanted: { kind: 'topic', aboutId: await termId('topic', 'ferries') } })
      await change('head', { act: 'add', wanted: { href: 'https://example.org', label: 'The harbour' } })
      const own = [
        'Opinion /sections/opinion',
        'The game /sections/sport',
        'Ferries /topics/ferries',
        'The harbour https://example.org/',
      ]
      expect(await seen('head')).toEqual(own)
      expect((await readMenus(store.db)).head.own).toBe(true)
      // At the end it stays where it is; what is renamed to nothing says its name again.
      await change('head', { act: 'move', key: await keyOf('head', 'Opinion'), to: 'up' })
      await change('head', { act: 'move', key: await keyOf('head', 'The harbour'), to: 'down' })
      expect(await seen('head')).toEqual(own)
      // To any place by its number; beyond the last, it is the last.
      for (const to of [1, 99, 2]) await change('head', { act: 'move', key: await keyOf('head', 'Ferries'), to })
      expect((await seen('head')).map((line) => line.split(' ')[0])).toEqual(['Opinion', 'Ferries', 'The', 'The'])
      await change('head', { act: 'move', key: await keyOf('head', 'Ferries'), to: 3 })
      expect(await seen('head')).toEqual(own)
      await change('head', { act: 'rename', key: await keyOf('head', 'The game'), label: '' })
      expect((await seen('head'))[1]).toBe('Sport /sections/sport')
      await change('head', { act: 'fill' })
      expect((await seen('head'))[0]).toBe('Town /sections/town')
      const log = await store.db.selectFrom('acts').select('detail').where('act', '=', 'menu.changed').execute()
      expect(log.map(({ detail }) => detail)).toContain('Menu at the top: renamed “Sport” to “The game”')
    })

    test('a line that leads to nothing is shown to no reader, and stays for the editor, by its name', async () => {
      const [about, imprint] = [await page('About us'), await page('Imprint')]
      await change('foot', { act: 'add', wanted: { href: '/archive', label: 'All stories' } })
      await unpublishPage(store, { id: about, by: null }, NOW)
      await removePage(store, { id: imprint, by: null }, NOW)
      expect(await seen('foot')).toEqual(['All stories /archive'])
      const { lines } = (await readMenus(store.db)).foot
      expect(lines.map(({ says, missing }) => [says, missing])).toEqual([
        ['About us', 'unpublished'],
        ['Imprint', 'removed'],
        ['All stories', null],
      ])
      await change('head', { act: 'add', wanted: { href: '/archive', label: 'All stories' } })
      await store.db.deleteFrom('term_keys').where('key', '=', 'sport').execute()
      await store.db.deleteFrom('terms').where('slug', '=', 'sport').execute()
      expect(await seen('head')).toEqual(['Town /sections/town', 'Opinion /sections/opinion', 'All stories /archive'])
      expect((await readMenus(store.db)).head.lines.map(({ missing }) => missing)).toEqual([
        null,
        'removed',
        null,
        null,
      ])
    })

    test('what can’t be done is said, and changes nothing', async () => {
      const before = await seen('head')
      const section = { kind: 'section', aboutId: await termId('section', 'town') } as const
      const problems = [
        await change('head', { act: 'add', wanted: section }),
        await change('head', { act: 'add', wanted: { kind: 'page', aboutId: 'none' } }),
        await change('head', { act: 'add', wanted: { href: '/archive', label: ' ' } }),
        await change('head', { act: 'add', wanted: { href: 'nowhere', label: 'Nowhere' } }),
        await change('head', { act: 'move', key: 'link /gone', to: 'up' }),
        await change('head', { act: 'rename', key: 'link /gone', label: 'x' }),
        await change('head', { act: 'rename', key: await keyOf('head', 'Town'), label: 'x'.repeat(61) }),
        await change('head', { act: 'remove', key: 'link /gone' }),
      ]
      expect(problems.map((one) => ('problem' in one ? one.problem : 'changed'))).toEqual([
        'That is in this menu already.',
        'What you chose is no longer there. Choose something else.',
        'Write the text of the link.',
        'Give the full address, such as https://example.org, or a path of this site, such as /archive.',
        'That line is no longer in this menu. Someone else may have removed it.',
        'That line is no longer in this menu. Someone else may have removed it.',
        'Keep the text to 60 characters.',
        'That line is no longer in this menu. Someone else may have removed it.',
      ])
      expect(await seen('head')).toEqual(before)
      expect((await readMenus(store.db)).head.own).toBe(false)
    })

    test('a menu has room for forty lines', async () => {
      const links = Array.from({ length: 37 }, (_, number) => ({ href: `/a${number}`, label: `${number}` }))
      for (const wanted of links) await change('head', { act: 'add', wanted })
      expect(await change('head', { act: 'add', wanted: { href: '/b', label: 'b' } })).toEqual({
        problem: 'A menu has room for 40 lines. Remove one first.',
      })
    })

    test('two editors at the same menu lose nothing to each other', async () => {
      const keys = await Promise.all(['Town', 'Sport', 'Opinion'].map((says) => keyOf('head', says)))
      await Promise.all([
        ...keys.slice(0, 2).map((key) => change('head', { act: 'remove', key })),
        change('head', { act: 'add', wanted: { href: '/archive', label: 'All stories' } }),
      ])
      expect((await seen('head')).sort()).toEqual(['All stories /archive', 'Opinion /sections/opinion'])
    })

    test('an address of the paper’s own is what stands there, also where it was renamed since', async () => {
      const id = await page('About us')
      expect(await thingAt(store.db, '/about-us')).toEqual({ kind: 'page', aboutId: id })
      expect(await thingAt(store.db, '/sections/sport')).toMatchObject({ kind: 'section' })
      expect([
        await thingAt(store.db, '/archive'),
        await thingAt(store.db, '/sections/'),
        await thingAt(store.db, ''),
      ]).toEqual([null, null, null])
      await changePage(
        store,
        {
          ...{ id, number: 2, publish: false, isReserved: () => false, pictures: [], by: null },
          fields: { title: 'About us', slug: 'us', words: 'w' },
        },
        NOW,
      )
      expect(await thingAt(store.db, '/about-us')).toEqual({ kind: 'page', aboutId: id })
    })

    test('both menus are read by three statements, however many lines there are', async () => {
      for (let number = 0; number < 10; number++)
        await change('foot', { act: 'add', wanted: { href: `/a${number}`, label: `${number}` } })
      expect((await queriesOf(store.db, readMenus)).queries).toBe(3)
    })
  })
}
