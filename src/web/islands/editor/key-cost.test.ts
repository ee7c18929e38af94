/** What a key costs, counted: the block that it is in, however long the story is. */
import { Node } from 'prosemirror-model'
import { EditorState, Selection } from 'prosemirror-state'
import { afterEach, expect, test, vi } from 'vitest'
import type { Block } from '../../../story/index.ts'
import { docToBlocks } from './from-doc.ts'
import { idPlugin } from './ids.ts'
import { blocksToDoc } from './to-doc.ts'

afterEach(() => vi.restoreAllMocks())

const story = (paragraphs: number): Block[] =>
  Array.from({ length: paragraphs }, (_, i) => ({ id: `b${i}`, type: 'paragraph', text: `${i} `.repeat(50) }))

/** Types a letter in the middle: how many blocks are made anew for it, and how often the whole document is gone through. */
function keyIn(paragraphs: number): { made: number; walks: number } {
  const first = EditorState.create({ doc: blocksToDoc(story(paragraphs)), plugins: [idPlugin()] })
  const state = first.apply(first.tr.setSelection(Selection.near(first.doc.resolve(first.doc.content.size >> 1))))
  const before = docToBlocks(state.doc)
  const walks = vi.spyOn(Node.prototype, 'descendants')
  walks.mockClear()
  const after = docToBlocks(state.apply(state.tr.insertText('x')).doc)
  return { made: after.filter((block) => !before.includes(block)).length, walks: walks.mock.calls.length }
}

test('a key makes one block anew, and goes through no document, in 500 words as in 5,000', () => {
  for (const paragraphs of [10, 100]) expect(keyIn(paragraphs)).toEqual({ made: 1, walks: 0 })
})

test('what the editor began with is the same blocks as it has while nobody touches them, so that comparing them costs nothing', () => {
  const state = EditorState.create({ doc: blocksToDoc(story(20)) })
  const begun = docToBlocks(state.doc)
  expect(
    docToBlocks(state.apply(state.tr.insertText('x', 1)).doc).filter((block) => begun.includes(block)),
  ).toHaveLength(19)
})
