/**
 * What is asked about one story must not cost more the more stories there are. SQLite puts a view of two tables
 * together whole where it is joined to what may lack a row of it: nothing is wrong then but the time.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readStoryDiscussion } from '../../src/discussion/index.ts'
import { olderInSection } from '../../src/paper/index.ts'
import { redirectOf } from '../../src/redirects/index.ts'
import { countOpenAppeals, readOpenAppeals } from '../../src/redress/index.ts'
import type { Database, Store } from '../../src/store/index.ts'
import { listDrafts, readDraft } from '../../src/story/index.ts'
import { plansOf } from '../queries.ts'
import { freshStore, publishedStory } from '../stores.ts'

const NOON = Date.UTC(2026, 4, 1, 12)
let store: Store
let drop: () => Promise<void>
let id: string
beforeEach(async () => {
  ;({ store, drop } = await freshStore('sqlite', () => NOON))
  id = (await publishedStory(store, 'Ferry', NOON)).id
})
afterEach(() => drop())

const asked: Record<string, (db: Database) => Promise<unknown>> = {
  'a draft': (db) => readDraft(db, id),
  'some drafts': (db) => listDrafts(db, 2, [id, 'another']),
  'a discussion': (db) => readStoryDiscussion(db, id),
  'an old address': (db) => redirectOf(db, '/2019/05/ferry.html', 'https://quay.example'),
  'how many appeals wait': countOpenAppeals,
  'the appeals that wait': (db) => readOpenAppeals(db, { personId: 'ann', limit: 50 }),
}

/** As views and statements call stories, versions, comments and revisions. */
const ALL_OF = /^SCAN (s|v|c|r|stories|story_versions|comments|comment_revisions)\b/

test.each(Object.entries(asked))('%s is found without reading all stories or all comments', async (_, ask) => {
  const plan = await plansOf(store.db, ask)
  expect(plan.length).toBeGreaterThan(0)
  // What is put together for one story alone is joined by reading it whole, and that is little.
  expect(plan.filter((step) => ALL_OF.test(step) && !step.endsWith('LEFT-JOIN'))).toEqual([])
})

test('the stories that came out in a section before one are found from that one on, not from the newest on', async () => {
  const plan = await plansOf(store.db, (db) => olderInSection(db, id, 4))
  expect(plan.filter((step) => step.startsWith('SEARCH other'))).toEqual([
    expect.stringContaining('(kind=? AND key=? AND published_at>? AND published_at<?)'),
  ])
})
