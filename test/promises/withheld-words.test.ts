/**
 * Of a story readers see what was published and not withheld since, and nothing
 * else: random histories of drafts, corrections, retractions and takings-down
 * are played, and after each step every public answer is searched for words
 * that no reader is to see.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { publishChange } from '../../src/corrections/index.ts'
import { createStory, emptyContent, publish, readDraft, saveDraft, unpublish } from '../../src/story/index.ts'
import { ONE_DATABASE } from '../databases.ts'
import { playHistories, TIMES } from '../histories.ts'
import { freshSite, type TestSite, visitor } from '../sites.ts'
import { tries } from '../thorough.ts'

const ACTS = ['draft', 'update', 'typo', 'correction', 'retraction', 'unpublish', 'publish'] as const
type Act = (typeof ACTS)[number]

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('update', 'typo', 'correction') },
    { weight: 2, arbitrary: fc.constantFrom('draft', 'retraction', 'unpublish', 'publish') },
  ) as fc.Arbitrary<Act>,
  { minLength: 5, maxLength: 9 },
)

for (const kind of ONE_DATABASE) {
  test(
    `on ${kind} no history of drafts, corrections and retractions shows a word that was withheld or never published`,
    async () => {
      let clock = Date.UTC(2026, 4, 1, 12)
      const site = await freshSite(kind, { now: () => clock })
      const tick = () => {
        clock += 60_000
        return clock
      }
      try {
        await playHistories(
          { promise: 'withheld words', kind, histories: tries(5) },
          fc.asyncProperty(steps, (acts) => play(site, acts, tick)),
        )
      } finally {
        await site.drop()
      }
    },
    300_000 * TIMES,
  )
}

let made = 0

async function play(site: TestSite, acts: readonly Act[], tick: () => number): Promise<void> {
  const { store } = site.app
  const name = `s${made++}`
  let words = 0
  /** One that stands nowhere else. */
  const newWord = (what: string) => `${name}${what}${words++}x`
  const contentWith = (word: string) => ({
    ...emptyContent,
    headline: `Story ${name}`,
    body: [{ id: 'p1', type: 'paragraph' as const, text: `They said ${word} on Monday.` }],
  })
  /** Words of versions that readers may see, the newest last; and what no reader may. */
  let shown: { version: number; word: string }[] = []
  const hidden: string[] = []
  let causes: string[] = []
  const isShown = (word: string) => shown.some((one) => one.word === word)
  let isLive = true
  let version = 1

  let draft = newWord('d')
  const id = await createStory(store, { content: contentWith(draft), by: null, commentsOpen: true }, tick())
  const first = await publish(store, { id, by: null }, tick())
  if ('problem' in first) throw new Error(first.problem)
  const { path: storyPath } = first
  shown.push({ version, word: draft })

  const save = async () => {
    const base = (await readDraft(store.db, id))?.number ?? 0
    const before = draft
    draft = newWord('d')
    if (!shown.some(({ word }) => word === before)) hidden.push(before)
    await saveDraft(store, { storyId: id, base, content: contentWith(draft), by: 'ada' }, tick())
  }
  // Most often a story that is taken down comes back.
  const played = acts.flatMap((act): Act[] => (act === 'unpublish' ? [act, 'publish'] : [act]))
  for (const act of played) {
    await save()
    if (act === 'unpublish') {
      await unpublish(store, id, null, tick())
      hidden.push(...shown.map(({ word }) => word), ...causes)
      ;[shown, isLive] = [[], false]
    } else if (act === 'publish') {
      const done = await publish(store, { id, by: null }, tick())
      if ('problem' in done) throw new Error(done.problem)
      shown.push({ version: ++version, word: draft })
      isLive = true
    } else if (act !== 'draft' && isLive) {
      const cause = newWord('c')
      const done = await publishChange(store, { id, by: null, change: { kind: act, cause } }, tick())
      if ('problem' in done) throw new Error(done.problem)
      version++
      if (act === 'retraction') {
        hidden.push(...shown.map(({ word }) => word))
        shown = []
      } else shown.push({ version, word: draft })
      if (act === 'typo') hidden.push(cause)
      else causes = act === 'update' ? causes : [...causes, cause]
    }
    await scan(act)
  }

  /** A correction's sentence is seen again once the story is. */
  async function scan(after: string): Promise<void> {
    const told = new Set(isLive ? causes : [])
    const unseen = [...hidden.filter((word) => !told.has(word)), ...(isShown(draft) ? [] : [draft])]
    const paths = [
      '/',
      storyPath,
      '/2026/05',
      '/feed.xml',
      '/corrections',
      '/api/stories',
      `/api/stories/${id}`,
      `${storyPath}/versions`,
      ...Array.from({ length: version }, (_, n) => `${storyPath}/versions/${n + 1}/${n + 2}`),
      ...Array.from({ length: version }, (_, n) => `${storyPath}/versions/1/${n + 2}`),
    ]
    for (const path of paths) {
      const text = await (await visitor(site).get(path)).text()
      const found = unseen.find((word) => text.includes(word))
      expect(found, `after ${after}, at ${path}`).toBeUndefined()
      if (path === storyPath && isLive)
        for (const word of [shown.at(-1)?.word, ...causes].filter((one) => one !== undefined))
          expect(text).toContain(word)
    }
  }
}
