import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anEditor, DAY, record } from '../../test/archives.ts'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import type { Store } from '../store/index.ts'
import { acceptName, joinSpelling } from './index.ts'
import { findSameWords } from './same-words.ts'

const NOW = Date.UTC(2026, 4, 31, 12)
const HARBOUR = 'We shall not sell the harbour this year or next'

for (const database of DATABASES) {
  describe(`the same words on ${database}`, () => {
    let store: Store
    let drop: () => Promise<void>
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(database, () => NOW))
    })
    afterEach(() => drop())

    let day = 0
    const quote = (words: string, speaker: string | null, name?: string) => {
      day++
      return record(
        store,
        {
          blocks: { p: `“${words}” ${speaker ?? ''}` },
          said: [
            {
              block: 'p',
              words: `“${words}”`,
              speaker,
              name: name ? `person:${name.toLowerCase().replaceAll(' ', '-')}` : null,
            },
          ],
          names: name ? [`person: ${name}`] : [],
        },
        NOW - 400 * DAY + day * DAY,
      )
    }
    const find = (words: string, more: Partial<Parameters<typeof findSameWords>[1]> = {}) =>
      findSameWords(store.db, { words, ...more })
    const ADA = { text: 'Harbour', name: 'Ada Harbour' }

    test('are found in other stories, however they are printed, the likest first, with what differs', async () => {
      await quote('We will not sell the harbour this year or next', 'Ada Harbour', 'Ada Harbour')
      const same = await quote(HARBOUR.toUpperCase(), 'Tom Loaf', 'Tom Loaf')
      await quote('We shall not close the mill, whatever they say', 'Ada Harbour', 'Ada Harbour')
      const found = await find(`‘${HARBOUR}…’`, { speaker: ADA })
      expect(found).toMatchObject([
        { likeness: 1, otherSpeaker: true, statement: { story: { id: same.id }, speaker: { name: 'Tom Loaf' } } },
        {
          likeness: 0.9,
          otherSpeaker: false,
          differences: [
            { how: 'same', words: 'we' },
            { how: 'only-here', words: 'shall' },
            { how: 'only-there', words: 'will' },
            { how: 'same', words: 'not sell the harbour this year or next' },
          ],
        },
      ])
    })

    test('are not looked for in the story they are from', async () => {
      const own = await quote(HARBOUR, 'Ada Harbour', 'Ada Harbour')
      expect(await find(HARBOUR, { storyId: own.id })).toEqual([])
      expect(await find(HARBOUR)).toHaveLength(1)
    })

    test('of fewer than five words have to be the very same', async () => {
      await quote('No comment at all', 'Ada Harbour', 'Ada Harbour')
      expect(await find('No comment at all!')).toHaveLength(1)
      expect(await find('No comment at')).toEqual([])
      expect(await find('')).toEqual([])
    })

    test('may be a part of what was said', async () => {
      await quote(`I have said it before. ${HARBOUR}, and that is that`, 'Ada Harbour', 'Ada Harbour')
      expect(await find('not sell the harbour this year')).toMatchObject([{ likeness: 1 }])
    })

    test('are somebody else’s only where both speakers are known to be two', async () => {
      const by = await anEditor(store, NOW)
      const other = async (speaker: { text: string; name: string | null } | null) =>
        (await find(HARBOUR, { speaker })).map(({ otherSpeaker }) => otherSpeaker)
      await quote(HARBOUR, 'Harbour', 'Ada Harbour')
      expect(await other(ADA)).toEqual([false])
      expect(await other({ text: 'Harbour', name: null })).toEqual([false])
      expect(await other({ text: 'she', name: null })).toEqual([null])
      expect(await other(null)).toEqual([null])
      expect(await other({ text: 'Aida Harbour', name: 'Aida Harbour' })).toEqual([true])
      const name = await acceptName(store, { kind: 'person', name: 'Ada Harbour', by }, NOW)
      if ('problem' in name) throw new Error(name.problem)
      await joinSpelling(store, { id: name.id, spelling: 'Aida Harbour', by }, NOW)
      expect(await other({ text: 'Aida Harbour', name: 'Aida Harbour' })).toEqual([false])
      await quote(HARBOUR, 'she')
      expect(await other({ text: 'she', name: null })).toEqual([null, null])
    })

    test('are found among many that share their common words', async () => {
      for (let i = 0; i < 80; i++) await quote(`We shall not sell the number ${i} or ${i * 7} to them`, null)
      await quote('We shall never sell the harbour this year or next', null)
      expect((await find(HARBOUR)).map(({ likeness }) => likeness)).toEqual([0.9])
    })
  })
}
