/** What a story leads on to: the likest of what readers see, and the next; kept pages never lead to what is gone. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { record, type StoryByHand } from '../../../../test/archives.ts'
import { DATABASES, ONE_DATABASE } from '../../../../test/databases.ts'
import { queriesOf } from '../../../../test/queries.ts'
import { freshSite } from '../../../../test/sites.ts'
import { freshStore } from '../../../../test/stores.ts'
import type { Store } from '../../../store/index.ts'
import {
  createStory,
  emptyContent,
  publish,
  readDraft,
  readPublishedById,
  type StoryContent,
  saveDraft,
  setWhoSaysSo,
  unpublish,
} from '../../../story/index.ts'
import { relatedStories } from './related.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const HOUR = 3_600_000

async function publishWith(store: Store, filed: Partial<StoryContent>, hour: number): Promise<string> {
  const content: StoryContent = {
    ...emptyContent,
    headline: `Story ${hour}`,
    body: [{ id: 'p1', type: 'paragraph', text: 'Boats went through.' }],
    ...filed,
  }
  const at = NOW + hour * HOUR
  const id = await createStory(store, { content, by: null, commentsOpen: true }, at)
  const done = await publish(store, { id, by: null }, at)
  if ('problem' in done) throw new Error(done.problem)
  return id
}

const saying = (speaker: string): StoryByHand => ({
  headline: `${speaker} speaks`,
  blocks: { p1: `“No,” said ${speaker}.` },
  said: [{ words: '“No,”', speaker, cue: 'said' }],
  names: [`person: ${speaker}`],
})

describe.each(DATABASES)('what a story leads on to, on %s', (kind) => {
  let store: Store
  let drop: () => Promise<void>
  beforeEach(async () => {
    ;({ store, drop } = await freshStore(kind))
  })
  afterEach(() => drop())

  const from = async (id: string) => {
    const story = await readPublishedById(store.db, id)
    if (!story) throw new Error('it is not published')
    const { answer, queries } = await queriesOf(store.db, (db) => relatedStories(db, story, 3))
    return { related: answer.related.map((one) => one.id), next: answer.next?.id ?? null, queries }
  }

  test('is what shares topics before what shares the section, the newest of equals first, and three at the most', async () => {
    const [a, b, c] = [0, 1, 2].map((hour) => () => publishWith(store, { section: 'Town' }, hour))
    const [first, second] = [await a!(), await b!()]
    await c!()
    const topical = await publishWith(store, { section: 'Sport', topics: ['Locks'] }, 3)
    const both = await publishWith(store, { section: 'TOWN', topics: ['locks'] }, 4)
    await publishWith(store, { section: 'Sport' }, 5)
    const own = await publishWith(store, { section: 'Town', topics: ['Locks'] }, 6)
    const found = await from(own)
    expect(found.related.slice(0, 2)).toEqual([both, topical])
    expect(found.related).toHaveLength(3)
    // The next is one that is not among them.
    expect(found.next).toBe(second)
    expect((await from(second)).next).toBe(first)
  })

  test('comes next from the section, else from the time before, and after the first of all from the newest', async () => {
    const oldest = await publishWith(store, {}, 0)
    const town = await publishWith(store, { section: 'Town' }, 1)
    const lone = await publishWith(store, {}, 2)
    expect(await from(lone)).toMatchObject({ related: [], next: town })
    expect((await from(town)).next).toBe(oldest)
    expect((await from(oldest)).next).toBe(lone)
    await unpublish(store, town, null, NOW)
    expect((await from(lone)).next).toBe(oldest)
    await unpublish(store, oldest, null, NOW)
    expect(await from(lone)).toMatchObject({ related: [], next: null })
  })

  test('shares names only where readers see both readings', async () => {
    const early = await record(store, saying('Edda Moor'), NOW)
    await record(store, saying('Tom Holt'), NOW + HOUR)
    const own = await record(store, saying('Edda Moor'), NOW + 2 * HOUR)
    expect((await from(own.id)).related).toEqual([early.id])
    await setWhoSaysSo(store, early.id, false, null, NOW)
    expect((await from(own.id)).related).toEqual([])
    await setWhoSaysSo(store, early.id, true, null, NOW)
    await setWhoSaysSo(store, own.id, false, null, NOW)
    expect((await from(own.id)).related).toEqual([])
  })

  test('takes no more statements in a large section, also from deep in it', async () => {
    const ids: string[] = []
    for (let hour = 0; hour < 50; hour++) ids.push(await publishWith(store, { section: 'Town' }, hour))
    const newest = await from(ids[49] as string)
    expect(newest).toEqual({ related: [48, 47, 46].map((at) => ids[at]), next: ids[45], queries: 2 })
    const deep = await from(ids[3] as string)
    expect([deep.next, deep.queries]).toEqual([ids[2], 3])
  })
})

test.each(ONE_DATABASE)('a kept page leads to no story that is retitled or gone, on %s', async (kind) => {
  const site = await freshSite(kind)
  try {
    const { store } = site.app
    const other = await publishWith(store, { section: 'Town', headline: 'The lock reopens' }, 0)
    const own = await publishWith(store, { section: 'Town' }, 1)
    const { path } = (await readPublishedById(store.db, own)) ?? { path: '' }
    const read = async () => (await fetch(site.url + path)).text()
    const related = async () => /<nav class="read-on"[\s\S]*?<\/nav>/.exec(await read())?.[0] ?? ''
    expect(await related()).toContain('The lock reopens')
    const draft = await readDraft(store.db, other)
    const content = { ...(draft?.content ?? emptyContent), headline: 'The lock is shut again' }
    await saveDraft(store, { storyId: other, base: draft?.number ?? 0, content, commentsOpen: true, by: 'ada' }, NOW)
    expect(await related()).toContain('The lock reopens')
    await publish(store, { id: other, by: null }, NOW + 2 * HOUR)
    expect(await related()).toContain('The lock is shut again')
    await unpublish(store, other, null, NOW + 3 * HOUR)
    expect(await read()).not.toContain('The lock')
  } finally {
    await site.drop()
  }
})
