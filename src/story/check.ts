import { checkStory, type Finding } from '../desk/index.ts'
import type { Block, StoryContent } from './content.ts'
import { wordsOfBlock } from './plain-blocks.ts'

/** What the copy desk finds in a story as it stands; `picturesFollow`: those that are not there yet are on their way. */
export const checkContent = (content: StoryContent, { picturesFollow = false } = {}): Finding[] =>
  checkStory({
    headline: content.headline,
    byline: content.byline,
    blocks: content.body.flatMap((block) => {
      const shows = showsMore(block, picturesFollow)
      return checkedBlocks(block).map((checked) => ({ ...checked, shows }))
    }),
  })

/** Whether there is something to see or hear in a block besides its words. */
function showsMore(block: Block, picturesFollow: boolean): boolean {
  switch (block.type) {
    case 'embed':
    case 'file':
      return true
    case 'figure':
      return picturesFollow || block.picture.src !== ''
    case 'gallery':
      return picturesFollow || block.pictures.some(({ src }) => src !== '')
    default:
      return false
  }
}

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
