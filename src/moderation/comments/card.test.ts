import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decidedOn, sentComment } from '../../../test/comments.ts'
import { DATABASES } from '../../../test/databases.ts'
import { freshStore } from '../../../test/stores.ts'
import { setStoryMode, signingWith } from '../../discussion/index.ts'
import { addPerson, type Person, ROLES } from '../../people/index.ts'
import type { Store } from '../../store/index.ts'
import { createStory, emptyContent, newBlockId, publish } from '../../story/index.ts'
import { examineAt } from '../examination/index.ts'
import { readCards } from './card.ts'

const signing = signingWith(Buffer.alloc(32, 7))
const NOW = Date.UTC(2026, 4, 1, 12)
const AD = 'Earn good money from your own sofa, write to my cousin at once and ask him for the method'

for (const kind of DATABASES) {
  describe(`the context card on ${kind}`, () => {
    let store: Store
    let drop: () => Promise<void>
    let storyId: string
    let mo: Person
    let clock = NOW
    beforeEach(async () => {
      clock = NOW
      ;({ store, drop } = await freshStore(kind, () => clock))
      const paragraphs = [
        'The harbour board voted to dredge the eastern channel before winter.',
        'Most of the nine million is borrowed from the regional bank over twelve years.',
      ]
      const body = paragraphs.map((text) => ({ id: newBlockId(), type: 'paragraph' as const, text }))
      const content = { ...emptyContent, headline: 'Dredging', body }
      storyId = await createStory(store, { content, by: null, commentsOpen: true }, NOW)
      await publish(store, { id: storyId, by: null }, NOW)
      mo = (await addPerson(store, { name: 'Mo', mail: null, switches: ROLES.moderator }, NOW)) as Person
    })
    afterEach(() => drop())

    const post = async (
      text: string,
      { address = `198.51.${clock % 200}.9`, readerId = null as string | null } = {},
    ) => {
      clock += 61_000
      const sent = { storyId, text, at: clock, address, readerId }
      const ids = await sentComment(store, signing, sent, examineAt(store, { url: () => 'https://paper.example' }))
      return { ...ids, text, story: { id: storyId } }
    }
    const decided = ({ revisionId }: { revisionId: string }, reason: string | null = null) =>
      decidedOn(store, { revisionId, reason, by: mo.id }, clock)
    const cardOf = async (item: Awaited<ReturnType<typeof post>>) =>
      (await readCards(store.db, [item])).get(item.revisionId)

    test('it has the paragraph that the comment speaks of, as readers have it', async () => {
      const card = await cardOf(await post('Borrowed from the bank, for twelve years!'))
      expect(card?.paragraph).toEqual({
        number: 2,
        text: 'Most of the nine million is borrowed from the regional bank over twelve years.',
      })
    })

    test('only a verified reader has a record; a name or a network gives none', async () => {
      const reader = { id: '01hzzzzzzzzzzzzzzzzzzzzzzz', name: 'Ada', mail: 'ada@reader.example' }
      await store.db
        .insertInto('readers')
        .values({ ...reader, verified_at: NOW, created_at: NOW, erased_at: null })
        .execute()
      await decided(await post('I was there and it rained on all of us', { readerId: reader.id }))
      await decided(await post('You are a fool and so is your board', { readerId: reader.id }), 'attack')
      const theirs = await cardOf(await post('A third thing to say about it', { readerId: reader.id }))
      expect(theirs?.author).toMatchObject({ verified: true, approved: 1, rejected: 1, spam: 0, waiting: 0 })
      const sameName = await cardOf(await post('The same name, another person', { address: '203.0.113.5' }))
      expect(sameName?.author).toEqual({ verified: false, sameNetwork: 0 })
      const neighbour = await cardOf(await post('Someone from the same house', { address: '203.0.113.9' }))
      expect(neighbour?.author).toEqual({ verified: false, sameNetwork: 1 })
    })

    test('it says that the comments on the story are on hold, as long as they are', async () => {
      const item = await post('A word that came before the newsroom put the story on hold')
      expect((await cardOf(item))?.onHold).toBe(false)
      await setStoryMode(store, { storyId, mode: { kind: 'hold' }, by: mo.id }, clock)
      expect((await cardOf(item))?.onHold).toBe(true)
      await setStoryMode(store, { storyId, mode: { kind: 'slow', minutes: 10 }, by: mo.id }, clock)
      expect((await cardOf(item))?.onHold).toBe(false)
    })

    test('near-identical comments stand beside it, with how they were decided', async () => {
      await decided(await post(AD), 'spam')
      await decided(await post(`${AD} today`), 'spam')
      const card = await cardOf(await post(AD.toUpperCase()))
      expect(card?.decided).toEqual({ approved: 0, rejected: 0, spam: 2 })
      expect(card?.near.map(({ text, state }) => [text, state])).toEqual([
        [`${AD} today`, 'spam'],
        [AD, 'spam'],
      ])
      expect(card?.campaignId).not.toBeNull()
      expect((await cardOf(await post('Nothing like any other comment on this page')))?.near).toEqual([])
    })
  })
}
