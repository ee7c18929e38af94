/** Every comment is found by staff, in whatever state it is. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../test/databases.ts'
import { holdComments } from '../../../test/held-comments.ts'
import { freshStore, publishedStory } from '../../../test/stores.ts'
import { addPerson, type Person, ROLES } from '../../people/index.ts'
import type { Store } from '../../store/index.ts'
import { decide } from '../decisions/index.ts'
import { readQueue } from '../queue/index.ts'
import { type CommentsAsk, searchComments } from './search.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const DAY = 86_400_000

for (const kind of DATABASES) {
  describe(`search on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let bridge: string
    let ferry: string
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      bridge = (await publishedStory(store, 'A bridge opens', NOW)).id
      ferry = (await publishedStory(store, 'A ferry leaves', NOW)).id
    })
    afterEach(() => drop())

    const find = async (ask: CommentsAsk) => (await searchComments(store, ask)).comments.map(({ text }) => text)

    test('comments are found by words in any form, by state, story, author and time, and by all of these together', async () => {
      const mo = (await addPerson(store, { name: 'Mo', mail: null, switches: ROLES.moderator }, NOW)) as Person
      await holdComments(store, bridge, [
        { text: 'The ferries whistled', name: 'Ada', at: NOW - 9 * DAY },
        { text: 'A ferry and a bridge', name: 'Bo', at: NOW - 2 },
        { text: 'Nothing of it', name: 'Ada', at: NOW - 1 },
      ])
      await holdComments(store, ferry, [{ text: 'My ferry whistle', name: 'Ada', at: NOW }])
      const [first] = await readQueue(store.db, { limit: 1 })
      await decide(store, { revisionId: first!.revisionId, action: 'reject', reason: 'off-topic', by: mo.id }, NOW)
      expect((await find({ words: 'ferry' })).sort()).toEqual([
        'A ferry and a bridge',
        'My ferry whistle',
        'The ferries whistled',
      ])
      expect((await find({ words: 'whistling ferry' })).sort()).toEqual(['My ferry whistle', 'The ferries whistled'])
      expect(await find({ words: '"ferry whistles"', story: ferry })).toEqual(['My ferry whistle'])
      expect(await find({ state: 'rejected' })).toEqual(['The ferries whistled'])
      expect((await find({ author: 'Ada', state: 'held' })).sort()).toEqual(['My ferry whistle', 'Nothing of it'])
      expect(await find({ words: 'ferry', author: 'Ada', since: NOW - DAY })).toEqual(['My ferry whistle'])
      expect(await find({ story: ferry })).toEqual(['My ferry whistle'])
      expect(await find({ words: 'whale' })).toEqual([])
      expect(await find({ words: '?!' })).toEqual([])
    })

    test('what was found is told by its place, in each text', async () => {
      await holdComments(store, bridge, [{ text: 'Ferry, ferries: the ferryman’s ferry!' }])
      const { comments } = await searchComments(store, { words: 'ferry' })
      expect([...comments[0]!.found]).toEqual([0, 1, 4])
    })

    test('many are found part by part, the newest first, each once', async () => {
      await holdComments(
        store,
        bridge,
        Array.from({ length: 45 }, (_, i) => ({ text: `Bread number ${i}`, at: NOW + i })),
      )
      const seen: string[] = []
      let before: number | null | undefined
      for (let part = 0; part < 9 && before !== null; part++) {
        const found = await searchComments(store, { words: 'bread', ...(before ? { before } : {}) })
        seen.push(...found.comments.map(({ text }) => text))
        before = found.before
      }
      expect(before).toBe(null)
      expect(seen).toHaveLength(45)
      expect(new Set(seen).size).toBe(45)
    })
  })
}
