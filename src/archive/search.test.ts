import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anEditor, DAY, record } from '../../test/archives.ts'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { tries } from '../../test/thorough.ts'
import type { Store } from '../store/index.ts'
import { acceptName, joinSpelling, type StatementsAsk, searchNames, searchStatements } from './index.ts'
import type { Scope } from './records.ts'

const NOW = Date.UTC(2026, 4, 31, 12)

for (const kind of DATABASES) {
  describe(`searching the archive on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
    })
    afterEach(() => drop())

    const search = async (ask: Partial<StatementsAsk>, scope: Scope = 'public') => {
      const page = await searchStatements(store, { limit: 50, ...ask }, scope)
      if ('problem' in page) throw new Error(page.problem)
      return page
    }
    /** The blocks in which what is found begins; each test names its own. */
    const found = async (ask: Partial<StatementsAsk>, scope?: Scope) =>
      (await search(ask, scope)).statements.map(({ block }) => block)

    /** A story on its own day: later ones are newer. */
    let day = 0
    const say = (
      block: string,
      words: string,
      [speaker, ...names]: readonly string[] = [],
      options: { shown?: boolean } = {},
    ) => {
      day++
      const name = names[0]?.split(', ')[0]
      return record(
        store,
        {
          headline: `Story ${day}`,
          blocks: { [block]: `${words} ${speaker ?? ''}` },
          said: [
            {
              block,
              words,
              speaker: speaker ?? null,
              name: name ? name.toLowerCase().replace(': ', ':').replaceAll(' ', '-') : null,
            },
          ],
          names,
        },
        NOW - 400 * DAY + day * DAY,
        options,
      )
    }

    describe('by what statements are about', () => {
      test('finds other forms of the words, in any case and with or without accents', async () => {
        await say('a', 'Ferries will be cancelled')
        await say('b', 'Nobody cancels a café')
        expect(await found({ about: 'FERRY' })).toEqual(['a'])
        expect(await found({ about: 'Cafe cancelling' })).toEqual(['b', 'a'])
        expect(await found({ about: 'bridge' })).toEqual([])
      })

      test('puts those with the most of the words first, then the newest', async () => {
        await say('old', 'The chain is broken')
        await say('both', 'The chain of the ferry is broken')
        await say('new', 'The ferry is late')
        expect(await found({ about: 'ferry chain' })).toEqual(['both', 'new', 'old'])
      })

      test('keeps words in quotation marks, and those joined by a hyphen, together', async () => {
        await say('a', 'The chain ferry is late')
        await say('b', 'The ferry lost its chain')
        expect(await found({ about: '"chain ferry"' })).toEqual(['a'])
        expect(await found({ about: 'chain-ferry' })).toEqual(['a'])
        // A mark that is never closed is no mark.
        expect(await found({ about: '“chain ferry' })).toEqual(['b', 'a'])
      })

      test('finds nothing by words that say nothing', async () => {
        await say('a', 'It is what it is')
        expect(await found({ about: 'what is it about?' })).toEqual([])
        expect(await found({ about: '…' })).toEqual([])
      })
    })

    describe('by who said it', () => {
      test('finds a person by any word of the name, by the role a story gives, and as the text has it', async () => {
        await say('a', 'No', ['she', 'person: Ana Gutiérrez, Mayor of Harrow'])
        await say('b', 'Yes', ['The Ministry of Ferries'])
        for (const speaker of ['gutierrez', 'ANA', 'mayor', 'she', 'Mayor Gutiérrez'])
          expect(await found({ speaker }), speaker).toEqual(['a'])
        expect(await found({ speaker: 'the ministry' })).toEqual(['b'])
        expect(await found({ speaker: 'nobody' })).toEqual([])
        expect(await found({ speaker: '—' })).toEqual([])
      })

      test('gives whoever has the most of the words, and another with fewer only where there is no better', async () => {
        await say('ada', 'No', ['Ada Harbour', 'person: Ada Harbour'])
        await say('tom', 'No', ['Tom Harbour', 'person: Tom Harbour'])
        expect(await found({ speaker: 'Ada Harbour' })).toEqual(['ada'])
        expect(await found({ speaker: 'harbour' })).toEqual(['tom', 'ada'])
        expect(await found({ speaker: 'Eve Harbour' })).toEqual(['tom', 'ada'])
      })

      test('takes the spellings that were joined to an accepted name for one', async () => {
        const by = await anEditor(store, NOW)
        await say('a', 'No', ['he', 'person: Olexander Kovalenko'])
        await say('b', 'Never', ['he', 'person: Alexander Kowalenko'])
        await say('c', 'Maybe', ['he', 'person: Alexander Baker'])
        expect(await found({ speaker: 'Olexander Kovalenko' })).toEqual(['a'])
        const name = await acceptName(store, { kind: 'person', name: 'Olexander Kovalenko', by }, NOW)
        if ('problem' in name) throw new Error(name.problem)
        await joinSpelling(store, { id: name.id, spelling: 'Alexander Kowalenko', by }, NOW)
        expect(await found({ speaker: 'Olexander Kovalenko' })).toEqual(['b', 'a'])
        expect(await found({ speaker: 'kowalenko' })).toEqual(['b', 'a'])
        expect((await search({ speaker: 'kowalenko' })).statements.map(({ speaker }) => speaker?.page)).toEqual([
          '/people/olexander-kovalenko',
          '/people/olexander-kovalenko',
        ])
      })

      test('about something, and of one kind', async () => {
        await say('a', 'The bridge is safe', ['Ada Harbour', 'person: Ada Harbour'])
        await say('b', 'The ferry is safe', ['Ada Harbour', 'person: Ada Harbour'])
        await say('c', 'The bridge is closed', ['Harbour Board', 'organization: Harbour Board'])
        expect(await found({ speaker: 'harbour', about: 'bridges' })).toEqual(['c', 'a'])
        expect(await found({ speaker: 'harbour', about: 'bridges', kind: 'person' })).toEqual(['a'])
        expect(await found({ kind: 'organization' })).toEqual(['c'])
      })
    })

    describe('page by page', () => {
      test('gives everything once, in one order, also when stories come meanwhile', async () => {
        for (let i = 0; i < 12; i++) await say(`b${i}`, `${i % 3 === 0 ? 'The chain of the' : 'A'} ferry number ${i}`)
        const whole = await found({ about: 'ferry chain' })
        expect(whole).toHaveLength(12)
        const seen: string[] = []
        let after: string | undefined
        do {
          const page = await search({ about: 'ferry chain', limit: 5, ...(after ? { after } : {}) })
          seen.push(...page.statements.map(({ block }) => block))
          after = page.after ?? undefined
          await say(`later${seen.length}`, 'The ferry and its chain are back')
        } while (after)
        expect(seen).toEqual(whole)
      })

      test('refuses a place that is none of its own, with a sentence', async () => {
        for (const after of ['', 'x', 'null', Buffer.from('[1,2]').toString('base64url'), '🙂'])
          expect(await searchStatements(store, { limit: 5, after }, 'public')).toEqual({
            problem: expect.stringContaining('“after”'),
          })
      })
    })

    test('the public finds nothing of a story that is not switched on, nor is led by it', async () => {
      await say('shown', 'The bridge is safe', ['Tom Harbour', 'person: Tom Harbour'])
      await say('hidden', 'The bridge is a secret', ['Ada Harbour', 'person: Ada Harbour'], { shown: false })
      expect(await found({ about: 'bridge' })).toEqual(['shown'])
      expect(await found({ about: 'bridge' }, 'newsroom')).toEqual(['hidden', 'shown'])
      // Were hidden stories counted, the better match in one of them would keep this one from being found.
      expect(await found({ speaker: 'Ada Harbour' })).toEqual(['shown'])
    })

    test('no search, whatever is typed, is an error', async () => {
      await say('a', 'The bridge is safe', ['Ada Harbour', 'person: Ada Harbour'])
      const typed = fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom('"', '""', "'", '(', 'a AND', 'NEAR(a b)', 'words:', '*', '%', '_', '& | !', '<->', '\0', '\\'),
        fc.string({ minLength: 1, maxLength: 3 }).map((one) => one.repeat(2000)),
      )
      await fc.assert(
        fc.asyncProperty(typed, typed, async (speaker, about) => {
          expect((await search({ speaker, about })).statements).toBeInstanceOf(Array)
          expect(await searchNames(store.db, speaker, 'newsroom')).toBeInstanceOf(Array)
          expect(await searchNames(store.db, about, 'public')).toBeInstanceOf(Array)
        }),
        { numRuns: tries(60) },
      )
    })

    test('names are found by the beginnings of their words, those of most stories first; the public’s are accepted ones', async () => {
      await say('a', 'No', ['she', 'person: Ada Harbour'])
      await say('b', 'No', ['she', 'person: Ada Harbour'])
      await say('c', 'No', ['it', 'organization: Harbour Board'])
      await say('d', 'No', ['he', 'person: Tom Harbour'], { shown: false })
      expect(await searchNames(store.db, 'harb', 'newsroom')).toEqual([
        { kind: 'person', name: 'Ada Harbour', stories: 2, page: null },
        { kind: 'organization', name: 'Harbour Board', stories: 1, page: null },
        { kind: 'person', name: 'Tom Harbour', stories: 1, page: null },
      ])
      expect(await searchNames(store.db, 'HARBOUR ad', 'newsroom')).toMatchObject([{ name: 'Ada Harbour' }])
      expect(await searchNames(store.db, 'arbour', 'newsroom')).toEqual([])
      expect(await searchNames(store.db, 'harb', 'public')).toEqual([])
      const by = await anEditor(store, NOW)
      for (const name of ['Ada Harbour', 'Tom Harbour']) await acceptName(store, { kind: 'person', name, by }, NOW)
      expect(await searchNames(store.db, 'harb', 'public')).toEqual([
        { kind: 'person', name: 'Ada Harbour', stories: 2, page: '/people/ada-harbour' },
      ])
      expect((await searchNames(store.db, 'tom', 'newsroom'))[0]?.page).toBe('/people/tom-harbour')
    })
  })
}
