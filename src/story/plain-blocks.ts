import type { Block } from './content.ts'

/** A block's words without their form; an empty string where it has none. */
export function wordsOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'note':
      return block.text
    case 'quote':
      return block.paragraphs.map(({ text }) => text).join(' ')
    case 'list':
      return block.items.map(({ text }) => text).join(' ')
    case 'figure':
      return block.picture.caption
    case 'embed':
    case 'file':
      return block.title
  }
}
