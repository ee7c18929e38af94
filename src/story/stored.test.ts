/** A story as it lies in the database: what came later changes nothing of what was stored before. */
import { expect, test } from 'vitest'
import { ONE_DATABASE } from '../../test/databases.ts'
import { freshStore } from '../../test/stores.ts'
import { contentFromJson, contentToJson } from './content.ts'
import { createStory, emptyContent, newBlockId, publish, readDraft, readPublishedById, saveDraft } from './index.ts'

const NOW = Date.UTC(2026, 4, 31)
const words = { id: newBlockId(), type: 'paragraph' as const, text: 'Something happened.' }
const content = { ...emptyContent, headline: 'A bridge opens', byline: 'By Mo', body: [words] }

test('a story of before is read with what came later empty, and is stored as it was', () => {
  const { searchHeadline, shareHeadline, madeWithAi, ...before } = content
  const json = JSON.stringify(before)
  expect(contentFromJson(json)).toEqual(content)
  expect(contentToJson(contentFromJson(json))).toBe(json)
})

test('what is written in the later fields comes back', () => {
  const full = {
    ...content,
    searchHeadline: 'New bridge',
    shareHeadline: 'Cross it',
    madeWithAi: { how: 'generated' as const, reviewedBy: 'Mo', responsible: 'Jo' },
  }
  expect(contentFromJson(contentToJson(full))).toEqual(full)
})

test('a table whose rows are of different lengths, a gallery of one picture and an empty box are refused', () => {
  const cells = (count: number) => ({ id: newBlockId(), cells: Array.from({ length: count }, () => ({ text: '' })) })
  const table = { id: 't', type: 'table' as const, caption: '', headerRow: false, headerColumn: false }
  const picture = { id: 'p', src: '', alt: '', caption: '', credit: '', rights: '' }
  const store = (block: object) => () => contentToJson({ ...content, body: [block] } as typeof content)
  expect(store({ ...table, rows: [cells(2), cells(2)] })).not.toThrow()
  expect(store({ ...table, rows: [cells(2), cells(1)] })).toThrow()
  expect(store({ ...table, rows: [cells(31)] })).toThrow()
  expect(store({ id: 'g', type: 'gallery', caption: '', pictures: [picture] })).toThrow()
  expect(store({ id: 'b', type: 'box', title: 'Facts', blocks: [] })).toThrow()
})

for (const kind of ONE_DATABASE) {
  test('saving a published story without a change leaves it published as it is', async () => {
    const { store, drop } = await freshStore(kind, () => NOW)
    try {
      const id = await createStory(store, { content, by: null, commentsOpen: true }, NOW)
      await publish(store, { id, by: null }, NOW)
      const draft = await readDraft(store.db, id)
      await saveDraft(store, { storyId: id, base: 1, content: draft?.content ?? emptyContent, by: 'mo' }, NOW)
      expect((await readDraft(store.db, id))?.state).toBe('published')
      expect((await readPublishedById(store.db, id))?.content.madeWithAi.how).toBe('none')
    } finally {
      await drop()
    }
  })
}
