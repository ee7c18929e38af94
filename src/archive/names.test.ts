import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anEditor, DAY, record } from '../../test/archives.ts'
import { DATABASES } from '../../test/databases.ts'
import { hearOn } from '../../test/heard.ts'
import { freshStore } from '../../test/stores.ts'
import type { Store } from '../store/index.ts'
import { setWhoSaysSo, unpublish } from '../story/index.ts'
import {
  type AcceptedName,
  acceptedNamesOf,
  acceptName,
  correctStatement,
  joinSpelling,
  kindOfPlural,
  listAcceptedNames,
  partSpelling,
  readNamePage,
  renameName,
  withdrawName,
} from './index.ts'

const NOW = Date.UTC(2026, 4, 31, 12)

test('an address says of what kind a name is', () => {
  expect(['people', 'organizations', 'places', 'persons'].map(kindOfPlural)).toEqual([
    'person',
    'organization',
    'place',
    null,
  ])
})

for (const database of DATABASES) {
  describe(`accepted names on ${database}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let by: string
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(database, () => NOW))
      by = await anEditor(store, NOW)
    })
    afterEach(() => drop())

    const good = (result: AcceptedName | { problem: string }): AcceptedName => {
      if ('problem' in result) throw new Error(result.problem)
      return result
    }
    const accept = async (name: string, kind: AcceptedName['kind'] = 'person') =>
      good(await acceptName(store, { kind, name, by }, NOW))
    const says = (
      words: string,
      name: string,
      { on = 0, ...options }: { on?: number; shown?: boolean; id?: string } = {},
    ) =>
      record(
        store,
        {
          headline: `${name} says ${words}`,
          blocks: { p: `${words}, he said.` },
          said: [
            {
              block: 'p',
              words,
              speaker: 'he',
              name: `person:${(name.split(', ')[0] as string).toLowerCase().replaceAll(' ', '-')}`,
            },
          ],
          names: [`person: ${name}`],
        },
        NOW + on * DAY,
        options,
      )
    const page = (slug: string) => readNamePage(store.db, { kind: 'person', slug }, 'public')

    test('a name has a page with its roles, its stories and what was said in order of time', async () => {
      await says('Second', 'Ada Harbour, mayor', { on: 1 })
      const first = await says('First', 'Ada Harbour, Mayor')
      await says('Third', 'Ada Harbour, councillor', { on: 2 })
      await says('Other', 'Tom Harbour')
      expect(await accept('Ada Harbour')).toMatchObject({ slug: 'ada-harbour', path: '/people/ada-harbour' })
      const found = await page('ada-harbour')
      expect(found).toMatchObject({
        kind: 'person',
        name: 'Ada Harbour',
        spellings: ['Ada Harbour'],
        roles: [
          { role: expect.stringMatching(/mayor/i), stories: 2 },
          { role: 'councillor', stories: 1 },
        ],
      })
      expect(found?.statements.map(({ words, day }) => [words, day])).toEqual([
        ['First', '2026-05-31'],
        ['Second', '2026-06-01'],
        ['Third', '2026-06-02'],
      ])
      expect(found?.stories.map(({ firstPublishedAt }) => firstPublishedAt)).toEqual([NOW + 2 * DAY, NOW + DAY, NOW])
      expect(found?.stories.at(-1)).toMatchObject({ id: first.id, path: first.path, published: true })
    })

    test('a surname alone is nobody’s until an editor joins it, and several spellings are one name', async () => {
      await says('One', 'Oleh Kovalenko')
      await says('Two', 'Kovalenko', { on: 1 })
      await says('Three', 'Oleg Kowalenko', { on: 2 })
      const { id } = await accept('Oleh Kovalenko')
      const words = async () => (await page('oleh-kovalenko'))?.statements.map((one) => one.words)
      expect(await words()).toEqual(['One'])
      await joinSpelling(store, { id, spelling: 'KOVALENKO', by }, NOW)
      const joined = good(await joinSpelling(store, { id, spelling: 'Oleg Kowalenko', by }, NOW))
      expect(joined.spellings).toEqual(['Oleh Kovalenko', 'KOVALENKO', 'Oleg Kowalenko'])
      expect(await words()).toEqual(['One', 'Two', 'Three'])
      await partSpelling(store, { id, spelling: 'Kovalenko', by }, NOW)
      expect(await words()).toEqual(['One', 'Three'])
    })

    test('renamed, the address stays and what spelled the earlier name still counts', async () => {
      await says('One', 'Ada Harbour')
      const { id } = await accept('Ada Harbour')
      expect(good(await renameName(store, { id, name: 'Dame  Ada Harbour', by }, NOW))).toMatchObject({
        name: 'Dame Ada Harbour',
        path: '/people/ada-harbour',
        spellings: ['Dame Ada Harbour', 'Ada Harbour'],
      })
      expect((await page('ada-harbour'))?.statements).toHaveLength(1)
    })

    test('taken back, the page is gone; accepted again it is back at its address, with its spellings', async () => {
      await says('One', 'Ada Harbour')
      const { id } = await accept('Ada Harbour')
      await joinSpelling(store, { id, spelling: 'A. Harbour', by }, NOW)
      const heard = hearOn(store)
      await withdrawName(store, { id, by }, NOW)
      expect(heard).toContain('names.changed')
      expect(await page('ada-harbour')).toBe(null)
      expect(await listAcceptedNames(store.db, 'newsroom')).toEqual([])
      expect(await renameName(store, { id, name: 'Eve', by }, NOW)).toEqual({
        problem: expect.stringContaining('Accept the name again'),
      })
      expect(await accept('ada harbour')).toMatchObject({ id, spellings: ['Ada Harbour', 'A. Harbour'] })
      const decisions = await store.db.selectFrom('name_decisions').selectAll().orderBy('decided_at').execute()
      expect(decisions.map(({ what }) => what).sort()).toEqual(['accept', 'accept', 'join', 'withdraw'])
      expect(decisions.every(({ decided_by }) => decided_by === by)).toBe(true)
    })

    test('a spelling that has a page of its own is not taken away from it, but one of a name taken back is free', async () => {
      const ada = await accept('Ada Harbour')
      const eve = await accept('Eve Harbour')
      for (const result of [
        await joinSpelling(store, { id: ada.id, spelling: 'eve harbour', by }, NOW),
        await renameName(store, { id: ada.id, name: 'Eve Harbour', by }, NOW),
      ])
        expect(result).toEqual({ problem: expect.stringContaining('already counts as Eve Harbour') })
      await withdrawName(store, { id: eve.id, by }, NOW)
      expect(good(await joinSpelling(store, { id: ada.id, spelling: 'Eve Harbour', by }, NOW)).spellings).toHaveLength(
        2,
      )
      expect((await accept('Eve Harbour')).id).toBe(ada.id)
      expect(await partSpelling(store, { id: ada.id, spelling: 'ada harbour', by }, NOW)).toEqual({
        problem: expect.stringContaining('the page’s own name'),
      })
    })

    test('two names of one address get two, and two kinds may share one', async () => {
      expect((await accept('Ada-Lee')).slug).toBe('ada-lee')
      expect((await accept('Ada Lee Smith')).slug).toBe('ada-lee-smith')
      expect((await accept('Ada Lee', 'place')).path).toBe('/places/ada-lee')
      const long = 'Board of '.repeat(12)
      expect((await accept(`${long}One`, 'organization')).slug.length).toBeLessThanOrEqual(80)
      expect((await accept(`${long}Two`, 'organization')).slug).toMatch(/-2$/)
    })

    test('two editors who accept one name at the same moment get one page', async () => {
      const names = await Promise.all(['Ada Harbour', 'ADA HARBOUR', 'Ada Harbour'].map((name) => accept(name)))
      expect(new Set(names.map(({ id }) => id)).size).toBe(1)
    })

    test('what is no name is refused with a sentence', async () => {
      expect(await acceptName(store, { kind: 'person', name: ' — ', by }, NOW)).toEqual({
        problem: expect.stringContaining('letters'),
      })
      expect(await acceptName(store, { kind: 'person', name: 'x'.repeat(121), by }, NOW)).toEqual({
        problem: expect.stringContaining('120'),
      })
    })

    test('an editor’s correction brings a statement to the name’s page, or takes it away', async () => {
      const story = await says('One', 'Ada Harbour')
      await accept('Ada Harbour')
      await accept('Tom Harbour')
      const statement = story.reading.statements[0]?.id as string
      const correct = (words: string, now: number) =>
        correctStatement(
          store,
          {
            storyId: story.id,
            text: story.text,
            reading: story.reading,
            statement,
            changes: [{ what: 'speaker', words }],
            by,
          },
          now,
        )
      expect(await page('tom-harbour')).toBe(null)
      await correct('Tom Harbour', NOW)
      expect((await page('tom-harbour'))?.statements.map(({ words }) => words)).toEqual(['One'])
      expect(await page('ada-harbour')).toMatchObject({ statements: [], stories: [{ id: story.id }] })
      await correct('Ada Harbour', NOW + 1)
      expect(await page('tom-harbour')).toBe(null)
      expect((await page('ada-harbour'))?.statements).toHaveLength(1)
    })

    test('readers see of a name what is published and switched on, and nothing at all where nothing is', async () => {
      const hidden = await says('Hidden', 'Ada Harbour, secret agent', { shown: false })
      const { id } = await accept('Ada Harbour')
      const names = [{ id: 'person:ada', kind: 'person' as const, name: 'Ada Harbour' }]
      const nothing = async () => {
        expect(await page('ada-harbour')).toBe(null)
        expect(await listAcceptedNames(store.db, 'public')).toEqual([])
        expect((await acceptedNamesOf(store.db, names, 'public')).size).toBe(0)
      }
      await nothing()
      expect(await readNamePage(store.db, { kind: 'person', slug: 'ada-harbour' }, 'newsroom')).toMatchObject({
        statements: [{ words: 'Hidden' }],
      })
      expect((await listAcceptedNames(store.db, 'newsroom')).map((name) => name.id)).toEqual([id])
      expect((await acceptedNamesOf(store.db, names, 'newsroom')).get('person:ada')?.id).toBe(id)
      const shown = await says('Shown', 'Ada Harbour', { on: 1 })
      expect(await page('ada-harbour')).toMatchObject({ roles: [], stories: [{ id: shown.id }] })
      expect((await page('ada-harbour'))?.statements.map(({ words }) => words)).toEqual(['Shown'])
      expect((await acceptedNamesOf(store.db, names, 'public')).get('person:ada')?.path).toBe('/people/ada-harbour')
      await unpublish(store, shown.id, null, Date.now())
      await nothing()
      await setWhoSaysSo(store, hidden.id, true, by, NOW)
      expect((await page('ada-harbour'))?.statements.map(({ words }) => words)).toEqual(['Hidden'])
    })
  })
}
