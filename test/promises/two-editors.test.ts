/**
 * Promise: no word that the server has confirmed is lost. Two people write one
 * draft at once, through two processes; whatever happens, the draft holds every
 * confirmed word, or its history shows who took it out, and that they had seen it.
 * COURANT_TEST_EDITORS says how many histories are played, and COURANT_TEST_EDITORS_FROM from which one on.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWordsAt, type Step } from '../../src/drafting/index.ts'
import { addPerson, ROLES } from '../../src/people/index.ts'
import type { Store } from '../../src/store/index.ts'
import { type Block, emptyContent, readDraft, type StoryContent } from '../../src/story/index.ts'
import { DATABASES } from '../databases.ts'
import { freshStore, openSite } from '../stores.ts'
import { tries } from '../thorough.ts'
import { type Played, playTwoEditors, wordsOf } from './two-editors.ts'

const HISTORIES = Number(process.env.COURANT_TEST_EDITORS ?? tries(20))
const FIRST = Number(process.env.COURANT_TEST_EDITORS_FROM ?? 1)
const LENGTH = 60
const NOW = Date.UTC(2026, 4, 31, 12)

/** Steps played in the plainest way there is, to compare with. */
function played(content: StoryContent, steps: readonly Step[]): StoryContent {
  let next = { ...content, body: [...content.body] }
  for (const step of steps) {
    if (step.type === 'field') next = { ...next, [step.field]: step.value }
    else if (step.type === 'drop') next.body = next.body.filter(({ id }) => id !== step.id)
    else next.body = withPut(next.body, step.block, step.after)
  }
  return next
}

function withPut(body: Block[], block: Block, after: string | null | undefined): Block[] {
  const others = body.filter(({ id }) => id !== block.id)
  const at = others.findIndex(({ id }) => id === after)
  if (after === null) return [block, ...others]
  if (at >= 0) return others.toSpliced(at + 1, 0, block)
  return others.length < body.length ? body.map((one) => (one.id === block.id ? block : one)) : [...body, block]
}

async function check(store: Store, { storyId, bases, brought }: Played): Promise<void> {
  const rows = await store.db
    .selectFrom('draft_steps')
    .select(['number', 'by', 'kind', 'steps_json'])
    .where('story_id', '=', storyId)
    .orderBy('number')
    .execute()
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
  const contents: StoryContent[] = [emptyContent]
  const author = new Map<string, string | null>()
  for (const { number, by, kind, steps_json } of rows) {
    const before = contents.at(-1) as StoryContent
    const after = played(before, JSON.parse(steps_json) as Step[])
    contents.push(after)
    const has = new Set(wordsOf(after))
    for (const word of brought.get(number) ?? []) expect(has, `${word} of number ${number}`).toContain(word)
    for (const word of has) if (!author.has(word)) author.set(word, by)
    const gone = wordsOf(before).filter((word) => !has.has(word))
    if (gone.length === 0 || kind === 'restored' || kind === 'accepted') continue
    const seen = new Set(wordsOf(contents[bases.get(number) ?? -1] ?? emptyContent))
    for (const word of gone)
      expect(seen.has(word) || author.get(word) === by, `${word} was taken out unseen by number ${number}`).toBe(true)
  }
  expect((await readDraft(store.db, storyId))?.content).toEqual(contents.at(-1))
  for (const number of [1, Math.ceil(rows.length / 2), rows.length])
    expect(await readWordsAt(store.db, storyId, number)).toEqual(contents[number])
}

for (const kind of DATABASES) {
  describe(`two people who write one draft, on ${kind}`, () => {
    let stores: [Store, Store]
    let people: [string, string]
    let drop: () => Promise<void>
    beforeAll(async () => {
      const site = await freshStore(kind, () => NOW)
      stores = [site.store, await openSite(site.address, () => NOW)]
      drop = site.drop
      people = ['', '']
      for (const [index, name] of ['Ann', 'Bob'].entries()) {
        const person = await addPerson(site.store, { name, mail: null, switches: ROLES.editor }, NOW)
        if ('problem' in person) throw new Error(person.problem)
        people[index] = person.id
      }
    })
    afterAll(async () => {
      await stores[1].close()
      await drop()
    })

    test(`lose no confirmed word, in ${HISTORIES} histories from seed ${FIRST} on`, async () => {
      for (let seed = FIRST; seed < FIRST + HISTORIES; seed++)
        try {
          await check(stores[0], await playTwoEditors(stores, people, { seed, length: LENGTH }))
        } catch (error) {
          throw new Error(
            `history ${seed}: play it again with COURANT_TEST_EDITORS_FROM=${seed} COURANT_TEST_EDITORS=1`,
            {
              cause: error,
            },
          )
        }
    })
  })
}
