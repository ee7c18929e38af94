import { checkStory, type Finding } from '../desk/index.ts'
import type { Block, StoryContent } from './content.ts'
import { wordsOfBlock } from './plain-blocks.ts'

/** What the copy desk finds in a story as it stands. */
export const checkContent = (content: StoryContent): Finding[] =>
  checkStory({
    headline: content.headline,
    byline: content.byline,
    blocks: content.body.flatMap(checkedBlocks),
  })

/** A table by its cells and a box by its blocks: what ends one of them has nothing to do with what begins the next. */
function checkedBlocks(block: Block): { id: string; kind: string; text: string }[] {
  const { id, type: kind } = block
  if (block.type === 'box') return [block.title, ...block.blocks.map(wordsOfBlock)].map((text) => ({ id, kind, text }))
  if (block.type !== 'table') return [{ id, kind, text: wordsOfBlock(block) }]
  return [block.caption, ...block.rows.flatMap(({ cells }) => cells.map(({ text }) => text))].map((text) => ({
    id,
    kind,
    text,
  }))
}
