/** A story as the lines of words that notes are made on. */
import type { Block, StoryContent } from '../story/index.ts'

/** A run of text that has no other within it: a field, a paragraph, an item, a cell, a caption. */
export interface Line {
  /** A field's name, or the id of what has these words; where that has several lines, with a dot and which. */
  place: string
  /** The field's name or the id of the block that it stands in. */
  block: string
  text: string
}

/** The fields that a note can be on, in the order in which readers meet them. */
export const NOTED_FIELDS = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'picture',
  'searchHeadline',
  'shareHeadline',
] as const

/** All lines of a story, in their order. */
export function notedLines(content: StoryContent): Line[] {
  const fields = NOTED_FIELDS.map((name) => ({
    place: name,
    block: name,
    text: name === 'picture' ? (content.picture?.caption ?? '') : content[name],
  }))
  return [...fields, ...content.body.flatMap((block) => linesOfBlock(block, block.id))]
}

function linesOfBlock(block: Block, top: string): Line[] {
  const { id } = block
  const line = (place: string, text: string): Line => ({ place, block: top, text })
  const own = (parts: readonly { id: string; text: string }[]) => parts.map((part) => line(part.id, part.text))
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'note':
      return [line(id, block.text)]
    case 'quote':
      return [...own(block.paragraphs), line(`${id}.credit`, block.credit)]
    case 'list':
      return own(block.items)
    case 'figure':
      return [line(id, block.picture.caption)]
    case 'embed':
    case 'file':
      return [line(id, block.title)]
    case 'gallery':
      return [...block.pictures.map((picture) => line(picture.id, picture.caption)), line(id, block.caption)]
    case 'table':
      return [
        line(id, block.caption),
        ...block.rows.flatMap((row) => row.cells.map(({ text }, index) => line(`${row.id}.${index}`, text))),
      ]
    case 'box':
      return [line(id, block.title), ...block.blocks.flatMap((inner) => linesOfBlock(inner, top))]
  }
}
