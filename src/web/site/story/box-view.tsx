/** A fact box: set apart from the story, and beside it where there is room. */
import { bodyMessages as m } from '../../../messages/index.ts'
import { type Block, wordsOfBlock } from '../../../story/index.ts'
import type { BlockOf } from '../kit/attached.ts'
import { words } from './words.tsx'

type Box = BlockOf<'box'>

/** `beside`: whether the words that follow are enough to run past it. `onPage`: on a page of the site. */
export function BoxView({ block, beside, onPage }: { block: Box; beside: boolean; onPage: boolean }) {
  const id = `b-${block.id}`
  const anchor = (part: { id: string }) => (onPage ? { id: `b-${part.id}` } : {})
  const named = block.title ? { 'aria-labelledby': `${id}-says` } : { 'aria-label': m.factBox }
  return (
    <aside class={beside ? 'box beside' : 'box'} id={id} {...named}>
      {block.title ? (
        <h2 class="box-title" id={`${id}-says`}>
          {block.title}
        </h2>
      ) : null}
      {block.blocks.map((part) => {
        if (part.type === 'paragraph') return <p {...anchor(part)}>{words(part, { ties: onPage })}</p>
        const items = part.items.map((item) => <li {...anchor(item)}>{words(item, { ties: onPage })}</li>)
        return part.ordered ? <ol {...anchor(part)}>{items}</ol> : <ul {...anchor(part)}>{items}</ul>
      })}
    </aside>
  )
}

/** A longer box stands across the column: beside the story it would be a story of its own. */
const LONGEST_BESIDE = 600

/** Whether a box is short, and followed by so many running words that they reach its foot. */
export function standsBeside(box: Box, after: readonly Block[]): boolean {
  const length = wordsOfBlock(box).length
  if (length > LONGEST_BESIDE) return false
  let running = 0
  for (const block of after) {
    if (block.type !== 'paragraph' && block.type !== 'list' && block.type !== 'heading') break
    running += wordsOfBlock(block).length
    // Its column is less than half as wide as theirs, and its type is smaller.
    if (running >= 2 * length + 300) return true
  }
  return false
}
