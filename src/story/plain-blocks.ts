/** Blocks without what they carry for the program alone: their words, and plain ids. */
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
    case 'gallery':
      return joined([...block.pictures.map(({ caption }) => caption), block.caption])
    case 'table':
      return joined([block.caption, ...block.rows.flatMap(({ cells }) => cells.map(({ text }) => text))])
    case 'box':
      return joined([block.title, ...block.blocks.map(wordsOfBlock)])
  }
}

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' ')

/** The same body with its blocks numbered by their order, from 1; their parts too. Ids made by chance are others at every reading. */
export const numberIds = (body: readonly Block[], before: string): Block[] =>
  body.map((block, index) => {
    const id = `${before}${index + 1}`
    let part = 0
    const numbered = JSON.parse(JSON.stringify({ ...block, id: undefined }), (key, value) =>
      key === 'id' ? `${id}p${++part}` : value,
    )
    return { ...numbered, id }
  })
