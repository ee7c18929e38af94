/** One contract for both databases: what is found in one is found in the other. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { tries } from '../../test/thorough.ts'
import { fullTextOf } from './full-text.ts'
import type { Store } from './index.ts'

const LINES = { table: 'lines', key: 'number', column: 'folded' }

for (const kind of DATABASES) {
  describe(`words found by their stems on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind))
      await store.transaction(Date.now(), async (tx) => {
        await sql`create table lines (number integer primary key, folded text not null)`.execute(tx.rows)
        await fullTextOf(kind).create(tx.rows, LINES)
      })
    })
    afterEach(() => drop())

    const write = (number: number, folded: string) =>
      store.transaction(Date.now(), (tx) =>
        sql`insert into lines (number, folded) values (${number}, ${folded})`.execute(tx.rows),
      )
    const find = async (...words: string[]) =>
      (await fullTextOf(kind).keysWith(LINES, words, 100).execute(store.db)).rows.map(({ key }) => key).sort()

    test('a word is found in its other forms, and not inside another word', async () => {
      await write(1, 'the councillors promised cheaper fares')
      await write(2, 'a promise about fares was kept')
      await write(3, 'the premise was a compromise')
      expect(await find('promising')).toEqual([1, 2])
      expect(await find('fare')).toEqual([1, 2])
      expect(await find('prom')).toEqual([])
    })

    test('several words are found where they stand in this order, side by side', async () => {
      await write(1, 'the chain ferry is gone')
      await write(2, 'the ferry lost its chain')
      expect(await find('chain', 'ferry')).toEqual([1])
      expect(await find('ferries')).toEqual([1, 2])
    })

    test('numbers and words of other scripts are words', async () => {
      await write(1, 'about 84000 pounds in 2026')
      await write(2, 'москва 東京')
      expect(await find('84000')).toEqual([1])
      expect(await find('москва')).toEqual([2])
      expect(await find('東京')).toEqual([2])
    })

    test('what is removed is not found any more', async () => {
      await write(1, 'bread')
      await write(2, 'bread')
      await store.transaction(Date.now(), (tx) => sql`delete from lines where number = 1`.execute(tx.rows))
      expect(await find('bread')).toEqual([2])
    })

    test('of very many the newest are found', async () => {
      for (let i = 1; i <= 5; i++) await write(i, 'bread')
      const { rows } = await fullTextOf(kind).keysWith(LINES, ['bread'], 2).execute(store.db)
      expect(rows.map(({ key }) => key)).toEqual([5, 4])
    })

    test('of several terms all have to be there, below a bound the newest, and what was found is marked', async () => {
      await write(1, 'the chain ferry is gone and its bells rang')
      await write(2, 'the ferry lost its chain')
      await write(3, 'a bell on a chain ferry')
      const all = async (most: number, before?: number) =>
        (
          await fullTextOf(kind)
            .keysWithAll(LINES, [['chain', 'ferry'], ['bell']], most, before)
            .execute(store.db)
        ).rows.map(({ key }) => key)
      expect(await all(10)).toEqual([3, 1])
      expect(await all(1)).toEqual([3])
      expect(await all(10, 3)).toEqual([1])
      const { rows } = await fullTextOf(kind)
        .marked(LINES, [['ferries'], ['bell']], [1])
        .execute(store.db)
      expect(rows).toEqual([{ key: 1, marked: 'the chain [ferry] is gone and its [bells] rang' }])
    })

    test('no query, whatever it holds, is a syntax error', async () => {
      await write(1, 'bread and butter')
      for (const query of ['"', "'", '(', 'a AND', 'NEAR(', 'x:', '*', '&', '!', '<->', '\\', 'bread OR', '', '-']) {
        expect(await find(query), query).toBeInstanceOf(Array)
        const { rows } = await fullTextOf(kind)
          .keysWithAll(LINES, [[query], ['bread']], 9)
          .execute(store.db)
        expect(rows, query).toBeInstanceOf(Array)
      }
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 20 }), async (query) => {
          expect(await find(query.replaceAll('\0', ' '))).toBeInstanceOf(Array)
        }),
        { numRuns: tries(100) },
      )
    })
  })
}
