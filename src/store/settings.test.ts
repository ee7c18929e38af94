import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { keepSetting, readSetting, type Store } from './index.ts'

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
  })
}
