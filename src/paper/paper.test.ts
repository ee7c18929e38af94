/** Stories are found under the sections, topics and authors that they name, and only while they are published. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { MIGRATIONS, type Store } from '../store/index.ts'
import { createStory, emptyContent, newBlockId, publish, type StoryContent, unpublish } from '../story/index.ts'
import { findTerm, listTermStories, readFilings } from './index.ts'
import type { TermKind } from './term.ts'

const NOW = Date.UTC(2026, 10, 30, 9)
const HOUR = 3_600_000

for (const kind of DATABASES) {
  describe(`the paper on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind))
    })
    afterEach(() => drop())

    const publishWith = async (filed: Partial<StoryContent>, at = NOW) => {
      const content = {
        ...emptyContent,
        headline: 'The lock reopens',
        byline: 'By Ines Vale',
        body: [{ id: newBlockId(), type: 'paragraph' as const, text: 'Boats went through on Monday.' }],
        ...filed,
      }
      const id = await createStory(store, { content, by: null, commentsOpen: true }, at)
      const done = await publish(store, { id, by: null }, at)
      if ('problem' in done) throw new Error(done.problem)
      return id
    }
    const storiesOf = async (of: TermKind, slug: string) => {
      const term = await findTerm(store.db, { kind: of, slug })
      return term && 'id' in term ? listTermStories(store.db, term.id, { limit: 10 }) : null
    }

    test('a section that a published story names is there, however the name is spelt, with its stories, the newest first', async () => {
      const first = await publishWith({ section: 'Café & River' })
      const second = await publishWith({ section: 'CAFE, RIVER' }, NOW + HOUR)
      await publishWith({ section: 'Sport' })
      expect(await storiesOf('section', 'cafe-river')).toEqual([second, first])
      const filed = (await readFilings(store.db, [first, second])).get(second)
      expect(filed?.map(({ kind: of, name, term }) => [of, name, term?.name ?? null])).toEqual([
        ['section', 'CAFE, RIVER', 'Café & River'],
        ['author', 'Ines Vale', null],
      ])
    })

    test('a story that is taken off the site is under no section any more; published again elsewhere, it is there alone', async () => {
      const id = await publishWith({ section: 'Town', topics: ['Locks', 'locks', 'Boats'] })
      expect(await storiesOf('topic', 'locks')).toEqual([id])
      await unpublish(store, id, null, NOW + HOUR)
      expect([await storiesOf('section', 'town'), await storiesOf('topic', 'boats')]).toEqual([[], []])
      await publish(store, { id, by: null }, NOW + HOUR)
      expect([await storiesOf('section', 'town'), await storiesOf('topic', 'boats')]).toEqual([[id], [id]])
    })

    test('a name without a letter is no section, and two names alike in their addresses have two', async () => {
      await publishWith({ section: ' — ' })
      expect(await store.db.selectFrom('terms').selectAll().execute()).toEqual([])
      const [one, other] = [await publishWith({ section: 'Öl' }), await publishWith({ section: 'Ol' })]
      // Accents aside they are one: a reader who types either finds both.
      expect(await storiesOf('section', 'ol')).toEqual([one, other].sort().reverse())
      const [plain, plus] = [await publishWith({ topics: ['Þing'] }), await publishWith({ topics: ['Thing'] })]
      expect(await storiesOf('topic', 'thing')).toEqual([plain, plus].sort().reverse())
    })

    test('stories that were there before sections were records are filed as they name them', async () => {
      const [town, again, none] = [
        await publishWith({ section: 'Town', byline: 'By Ines Vale and Tom Reddish' }),
        await publishWith({ section: 'TOWN', topics: ['Ferries'] }),
        await publishWith({ section: '', byline: '' }),
      ]
      const before = await readFilings(store.db, [town, again, none])
      const tables = ['term_keys', 'terms', 'old_addresses', 'story_terms', 'pages', 'menu_items', 'front_pins']
      for (const table of [...tables, 'picture_places']) await sql`drop table ${sql.table(table)}`.execute(store.db)
      const step = MIGRATIONS.find(({ name }) => name.startsWith('sections,'))
      await store.transaction(NOW, async (tx) => step?.up(tx.rows, kind))
      const after = await readFilings(store.db, [town, again, none])
      const said = (filings: typeof after) =>
        [...filings].map(([id, filed]) => [id, filed.map(({ kind: of, name, term }) => [of, name, term?.slug ?? null])])
      expect(new Map(said(after) as [string, unknown][])).toEqual(new Map(said(before) as [string, unknown][]))
      expect(await storiesOf('section', 'town')).toEqual([town, again].sort().reverse())
      expect(after.get(none)).toBeUndefined()
    })
  })
}
