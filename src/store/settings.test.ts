import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { changeFields, keepSetting, layOver, readFields, readSetting, type Store } from './index.ts'

for (const kind of DATABASES) {
  describe(`a setting on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind))
    })
    afterEach(() => drop())

    test('is as it was last kept, with who and when, and none where nobody chose', async () => {
      expect(await readSetting(store.db, 'letters')).toBe(null)
      const keep = (name: string, value: unknown, by: string | null, now: number) =>
        store.transaction(now, (tx) => keepSetting(tx, name, value, by))
      await keep('letters', { hour: 7 }, 'ana', 1)
      await keep('other', ['x'], null, 2)
      await keep('letters', { hour: 8 }, null, 3)
      expect(await readSetting(store.db, 'letters')).toEqual({ value: { hour: 8 }, changedBy: null, changedAt: 3 })
      expect(await readSetting(store.db, 'other')).toEqual({ value: ['x'], changedBy: null, changedAt: 2 })
    })

    test('of several fields keeps those that were changed, and follows the default in all others', async () => {
      const setting = { name: 'letters', defaults: { hour: 7, zone: 'UTC' } }
      const change = (fields: Parameters<typeof changeFields<typeof setting.defaults>>[2]) =>
        store.transaction(1, (tx) => changeFields(tx, setting, fields, 'ana'))
      expect(await change({ shown: { hour: 7, zone: 'UTC' }, wanted: { hour: 8, zone: 'UTC' } })).toEqual({
        now: { hour: 7, zone: 'UTC' },
        fields: { hour: 8, zone: 'UTC' },
        changed: ['hour'],
        both: [],
      })
      expect((await readSetting(store.db, 'letters'))?.value).toEqual({ hour: 8 })
      expect(await readFields(store.db, { ...setting, defaults: { hour: 7, zone: 'Etc/UTC' } })).toEqual({
        hour: 8,
        zone: 'Etc/UTC',
      })
      // Somebody else had it at seven still: nothing is kept, of the other field neither.
      expect((await change({ shown: { hour: 7 }, wanted: { hour: 9, zone: 'Asia/Tokyo' } })).both).toEqual(['hour'])
      expect(await readFields(store.db, setting)).toEqual({ hour: 8, zone: 'UTC' })
    })
  })
}

test('what was left as it was shown stays as it is by now, and what both changed alike is not in dispute', () => {
  const now = { a: 'theirs', b: 'theirs', c: 'c', d: 'same' }
  const shown = { a: 'a', b: 'b', c: 'c', d: 'd' }
  expect(layOver(now, { shown, wanted: { a: 'a', b: 'mine', c: 'mine', d: 'same' } })).toEqual({
    now,
    fields: { a: 'theirs', b: 'mine', c: 'mine', d: 'same' },
    changed: ['b', 'c'],
    both: ['b'],
  })
  expect(layOver(now, { wanted: { a: 'mine' } })).toMatchObject({ fields: { ...now, a: 'mine' }, both: [] })
})
