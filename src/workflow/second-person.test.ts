/** With a second person asked for, no word goes out that only whoever wrote it has read. */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES, ONE_DATABASE } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { tries } from '../../test/thorough.ts'
import { publishChange } from '../corrections/index.ts'
import {
  decideSuggestion,
  readSuggestions,
  restoreWords,
  saveStory,
  suggestSteps,
  takeSteps,
} from '../drafting/index.ts'
import { addPerson, ROLES } from '../people/index.ts'
import { changeSiteSettings } from '../publication/index.ts'
import type { Store } from '../store/index.ts'
import {
  bringBack,
  createStory,
  emptyContent,
  publish,
  readDraft,
  readPublishedById,
  type StoryContent,
  throwAway,
  unpublish,
} from '../story/index.ts'
import { markStory } from './index.ts'

const NOW = Date.UTC(2026, 4, 31, 12)
const begun = (text: string): StoryContent => ({
  ...emptyContent,
  headline: 'Ferry late',
  body: [{ id: 'a', type: 'paragraph', text }],
})

async function people(store: Store, names: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    const added = await addPerson(store, { name, mail: null, switches: ROLES.editor }, NOW)
    if ('problem' in added) throw new Error(added.problem)
    ids.push(added.id)
  }
  return ids
}
const askForTwo = (store: Store) => changeSiteSettings(store, { wanted: { secondPerson: true } }, null, NOW)

for (const kind of DATABASES) {
  describe(`a second person on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let [ann, bob, story] = ['', '', '']
    beforeEach(async () => {
      ;({ store, drop } = await freshStore(kind, () => NOW))
      ;[ann = '', bob = ''] = await people(store, ['Ann', 'Bob'])
      await askForTwo(store)
      story = await createStory(store, { content: begun('Boats go.'), by: ann, commentsOpen: true }, NOW)
    })
    afterEach(() => drop())

    const write = async (by: string, text: string) => {
      const draft = await readDraft(store.db, story)
      if (!draft) throw new Error('no draft')
      const steps = [{ type: 'put' as const, block: { id: 'a', type: 'paragraph' as const, text } }]
      const batch = { storyId: story, base: draft.number, client: by, key: `${by}${draft.number}`, by, steps }
      return takeSteps(store, batch, NOW)
    }
    const number = async () => (await readDraft(store.db, story))?.number ?? 0
    const check = async (by: string) =>
      markStory(store, { storyId: story, mark: 'checked', number: await number(), by }, NOW)
    const release = async (by: string, seen?: number) =>
      publish(store, { id: story, by, seen: seen ?? (await number()) }, NOW)
    const refused = { problem: expect.stringContaining('nobody else has read what Ann wrote') }

    test('nobody publishes what they wrote alone, and a colleague does', async () => {
      expect(await release(ann)).toEqual(refused)
      expect(await readPublishedById(store.db, story)).toBeNull()
      expect(await release(bob)).toMatchObject({ version: 1 })
    })

    test('what a colleague has checked its writer publishes, until they change it', async () => {
      expect(await check(ann)).toEqual({ problem: expect.stringContaining('Nobody else has written') })
      expect(await check(bob)).toEqual({ stage: 'checked' })
      await write(ann, 'Boats sink.')
      expect(await release(ann)).toEqual(refused)
      expect(await check(bob)).toEqual({ stage: 'checked' })
      expect(await release(ann)).toMatchObject({ version: 1 })
    })

    test('of two who both wrote, each checks the other’s words', async () => {
      await write(bob, 'Boats go, slowly.')
      expect(await release(bob)).toEqual({ problem: expect.stringContaining('what Bob wrote') })
      expect(await check(bob)).toEqual({ stage: 'ready' })
      expect(await check(ann)).toEqual({ stage: 'checked' })
      expect(await release(bob)).toMatchObject({ version: 1 })
    })

    test('who publishes has read what they opened, and not what came since', async () => {
      const opened = await number()
      await write(ann, 'Boats sink.')
      expect(await release(bob, opened)).toEqual(refused)
    })

    test('a clock has read nothing: what nobody checked stays, what was checked goes out', async () => {
      expect(await publish(store, { id: story, by: bob }, NOW)).toEqual(refused)
      await check(bob)
      expect(await publish(store, { id: story, by: ann }, NOW)).toMatchObject({ version: 1 })
    })

    test('a correction is a publication like any other', async () => {
      await release(bob)
      await write(ann, 'Boats went.')
      const change = { kind: 'correction', cause: 'The tense was wrong.' }
      const ask = async (by: string) => publishChange(store, { id: story, by, seen: await number(), change }, NOW)
      expect(await ask(ann)).toEqual(refused)
      expect(await ask(bob)).toMatchObject({ version: 2 })
    })

    test('what the command line wrote a person has to check', async () => {
      story = await createStory(store, { content: begun('Imported.'), by: null, commentsOpen: true }, NOW)
      expect(await publish(store, { id: story, by: null }, NOW)).toEqual({
        problem: expect.stringContaining('what the command line wrote'),
      })
      expect(await release(ann)).toMatchObject({ version: 1 })
    })
  })
}

const step = fc.record({
  act: fc.constantFrom(
    ...([
      'write',
      'write',
      'write',
      'save',
      'suggest',
      'accept',
      'restore',
      'ready',
      'check',
      'check',
      'back',
    ] as const),
    ...(['publish', 'publish', 'stale', 'clock', 'retract', 'off', 'trash'] as const),
  ),
  who: fc.nat(2),
})

/** Whatever has happened, a story that two of three have checked goes out: no history is silent. */
const END = [
  { act: 'check', who: 1 },
  { act: 'check', who: 2 },
  { act: 'publish', who: 0 },
]

for (const kind of ONE_DATABASE)
  test(`whatever a newsroom of three does, every word that goes out has been read by somebody who did not write it, on ${kind}`, async () => {
    let outs = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (acts) => {
        const { store, drop } = await freshStore(kind, () => NOW)
        try {
          outs += await play(store, [...acts, ...END])
        } finally {
          await drop()
        }
      }),
      { numRuns: tries(25) },
    )
    expect(outs).toBeGreaterThanOrEqual(tries(25))
  })

/** Plays a history; answers how often the story went out. Who wrote and who read each word is kept here, apart from the program. */
async function play(store: Store, acts: readonly { act: string; who: number }[]): Promise<number> {
  const staff = await people(store, ['Ann', 'Bob', 'Cid'])
  await askForTwo(store)
  const writers = new Map([['word0', staff[0] as string]])
  const readers = new Map<string, Set<string>>()
  const story = await createStory(store, { content: begun('word0'), by: staff[0] as string, commentsOpen: true }, NOW)
  const wordsOf = (content: StoryContent | undefined): string[] => JSON.stringify(content ?? {}).match(/word\d+/g) ?? []
  const read = (words: readonly string[], by: string) => {
    for (const word of words) readers.set(word, (readers.get(word) ?? new Set()).add(by))
  }
  let [made, outs] = [0, 0]
  let opened: { number: number; words: string[] } | null = null
  for (const { act, who } of acts) {
    const by = staff[who] as string
    const draft = await readDraft(store.db, story)
    if (!draft) throw new Error('no draft')
    const { number, content } = draft
    const now = wordsOf(content)
    const newWord = () => {
      const word = `word${++made}`
      writers.set(word, by)
      return {
        type: 'put' as const,
        after: null,
        block: { id: `b${made % 4}`, type: 'paragraph' as const, text: word },
      }
    }
    const out = async (seen: { number: number; words: string[] } | null, asked: Promise<object>) => {
      if ('problem' in (await asked)) return
      if (seen) read(seen.words, by)
      outs += 1
      for (const word of wordsOf((await readPublishedById(store.db, story))?.content)) {
        const others = [...(readers.get(word) ?? [])].filter((reader) => reader !== writers.get(word))
        expect(others.length, `${word} in ${JSON.stringify(acts)}`).toBeGreaterThan(0)
      }
    }
    const mark = async (kind: 'ready' | 'checked' | 'back') =>
      markStory(store, { storyId: story, mark: kind, number, words: 'Once more.', by }, NOW)
    if (act === 'write')
      await takeSteps(
        store,
        { storyId: story, base: number, client: by, key: `k${made}${number}`, by, steps: [newWord()] },
        NOW,
      )
    if (act === 'save') await saveStory(store, { storyId: story, base: number, content, by, atLocked: 'refuse' }, NOW)
    if (act === 'suggest') await suggestSteps(store, { storyId: story, base: number, by, steps: [newWord()] }, NOW)
    if (act === 'accept') {
      const [open] = await readSuggestions(store.db, story, 'open')
      if (open) {
        await decideSuggestion(store, { storyId: story, id: open.id, accept: true, by }, NOW)
        read(
          wordsOf((await readDraft(store.db, story))?.content).filter((word) => !now.includes(word)),
          by,
        )
      }
    }
    if (act === 'restore') {
      await restoreWords(store, { storyId: story, number: Math.max(1, number - 2), by }, NOW)
      // Who goes back to a point has chosen its words.
      read(
        wordsOf((await readDraft(store.db, story))?.content).filter((word) => !now.includes(word)),
        by,
      )
    }
    if (act === 'ready') await mark('ready')
    if (act === 'check' && !('problem' in (await mark('checked')))) read(now, by)
    if (act === 'back') await mark('back')
    const seen = { number, words: now }
    if (act === 'publish') await out(seen, publish(store, { id: story, by, seen: number }, NOW))
    if (act === 'stale' && opened) await out(opened, publish(store, { id: story, by, seen: opened.number }, NOW))
    if (act === 'clock') await out(null, publish(store, { id: story, by }, NOW))
    if (act === 'retract') {
      const change = { kind: 'retraction', cause: 'All of it was wrong.' }
      await out(seen, publishChange(store, { id: story, by, seen: number, change }, NOW))
    }
    if (act === 'off') await unpublish(store, story, by, NOW)
    if (act === 'trash') {
      await throwAway(store, { storyId: story, by, live: true }, NOW)
      await bringBack(store, { storyId: story, by }, NOW)
    }
    if (made % 3 === 0) opened = seen
  }
  return outs
}
