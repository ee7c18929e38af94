/** What a page costs the database when it is not kept: counted, since a statement is what everybody waits for. */
import { describe, expect, test } from 'vitest'
import { DATABASES } from '../../../test/databases.ts'
import { freshSite } from '../../../test/sites.ts'
import { publishedStory } from '../../../test/stores.ts'
import { changeSiteSettings } from '../../publication/index.ts'
import type { Event, Store } from '../../store/index.ts'

/** Counts what is asked of a store from now on, outside of transactions. */
function counted(store: Store): { statements(): number } {
  let statements = 0
  const db = store.db.withPlugin({
    transformQuery({ node }) {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  })
  Object.assign(store, { db, readers: async () => db })
  return { statements: () => statements }
}

describe.each(DATABASES)('a page on %s', (kind) => {
  test('of the front is drawn from six statements at the most, whether three stories stand there or thirty, and from one where a comment came', async () => {
    const site = await freshSite(kind)
    try {
      const { store, url } = site.app
      const { statements } = counted(store)
      const costOf = async (event: Event) => {
        const costs: number[] = []
        for (let i = 0; i < 6; i++) {
          await store.transaction(Date.now(), (tx) => tx.say(event))
          const before = statements()
          expect((await fetch(url)).status).toBe(200)
          costs.push(statements() - before)
        }
        return Math.min(...costs)
      }
      const more = async (count: number) => {
        for (let i = 0; i < count; i++) ({ id } = await publishedStory(store, `Boat ${i} is in`, Date.now()))
      }
      let id = ''
      await more(3)
      const cost = await costOf({ kind: 'front.changed' })
      expect(cost).toBeLessThanOrEqual(6)
      await more(27)
      expect(await costOf({ kind: 'front.changed' })).toBe(cost)
      expect(await costOf({ kind: 'discussion.changed', story: id })).toBe(1)
    } finally {
      await site.drop()
    }
  })

  test('of a story is drawn from five statements, from one where a comment came, kept for none, and says what the site is called from now on', async () => {
    const site = await freshSite(kind)
    try {
      const { store, url } = site.app
      const { id, path } = await publishedStory(store, 'The ferry stays', Date.now())
      await fetch(url)
      const { statements } = counted(store)
      const costOf = async () => {
        const before = statements()
        expect((await fetch(url + path)).status).toBe(200)
        return statements() - before
      }
      // The least of several, since what works beside the pages asks as well.
      const costAfter = async (event: Event) => {
        const costs: number[] = []
        for (let i = 0; i < 8; i++) {
          await store.transaction(Date.now(), (tx) => tx.say(event))
          costs.push(await costOf())
        }
        return Math.min(...costs)
      }
      expect(await costAfter({ kind: 'story.comments', story: id })).toBe(5)
      expect(await costAfter({ kind: 'discussion.changed', story: id })).toBe(1)
      const again: number[] = []
      for (let i = 0; i < 8; i++) again.push(await costOf())
      expect(Math.min(...again)).toBe(0)
      await changeSiteSettings(store, { wanted: { name: 'The Harrow Post' } }, null, Date.now())
      expect(await (await fetch(url + path)).text()).toContain('The Harrow Post')
    } finally {
      await site.drop()
    }
  })
})
