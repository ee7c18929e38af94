/** Blocks of a story as the editor's document. */
import type { Mark as EditorMark, Node } from 'prosemirror-model'
import type { Block, Mark } from '../../../story/index.ts'
import { type Picture, schema } from './schema.ts'

type Words = { text: string; marks?: readonly Mark[] | undefined }

/** The document of a body; one without blocks has an empty paragraph to write in. */
export const blocksToDoc = (blocks: readonly Block[]): Node =>
  schema.node('doc', null, blocks.length > 0 ? blocks.map(blockToNode) : [schema.node('paragraph')])

export function blockToNode(block: Block): Node {
  const { id } = block
  switch (block.type) {
    case 'paragraph':
    case 'note':
      return schema.node(block.type, { id }, pieces(block))
    case 'heading':
      return schema.node('heading', { id, level: block.level }, pieces(block))
    case 'quote':
      return schema.node('quote', { id }, [
        ...block.paragraphs.map((part) => schema.node('quoted', { id: part.id }, pieces(part))),
        schema.node('speaker', null, plain(block.credit)),
      ])
    case 'list':
      return schema.node(
        'list',
        { id, ordered: block.ordered },
        block.items.map((item) => schema.node('item', { id: item.id }, pieces(item))),
      )
    case 'figure':
      return pictureNode('figure', id, block.picture)
    case 'embed': {
      const { id: _, type: __, title, ...embed } = block
      return schema.node('embed', { id, embed }, plain(title))
    }
    case 'file': {
      const { id: _, type: __, title, ...file } = block
      return schema.node('file', { id, file }, plain(title))
    }
    case 'gallery':
      return schema.node('gallery', { id }, [
        ...block.pictures.map(({ id: own, ...picture }) => pictureNode('shot', own, picture)),
        schema.node('gallery_caption', null, plain(block.caption)),
      ])
    case 'table':
      return schema.node('table_block', { id, headerRow: block.headerRow, headerColumn: block.headerColumn }, [
        schema.node('table_caption', null, plain(block.caption)),
        schema.node(
          'table',
          null,
          block.rows.map((row) =>
            schema.node(
              'table_row',
              { id: row.id },
              row.cells.map((cell) => schema.node('table_cell', null, pieces(cell))),
            ),
          ),
        ),
      ])
    case 'box':
      return schema.node('box', { id }, [
        schema.node('box_title', null, plain(block.title)),
        ...block.blocks.map(blockToNode),
      ])
  }
}

function pictureNode(type: 'figure' | 'shot', id: string, { caption, ...picture }: Picture): Node {
  return schema.node(type, { id, picture }, plain(caption))
}

const plain = (text: string): Node[] => (text === '' ? [] : [schema.text(text)])

/** A line's text in pieces with the same marks, in time linear in the text and n log n in the marks. */
function pieces({ text, marks = [] }: Words): Node[] {
  const within = marks.filter(({ from, to }) => from < to && from < text.length)
  const edges = [...new Set([0, text.length, ...within.flatMap(({ from, to }) => [from, Math.min(to, text.length)])])]
  edges.sort((a, b) => a - b)
  const starts = [...within].sort((a, b) => a.from - b.from)
  let open: Mark[] = []
  let next = 0
  return edges.slice(0, -1).map((from, index) => {
    open = open.filter(({ to }) => to > from)
    for (let mark = starts[next]; mark && mark.from <= from; mark = starts[++next]) open.push(mark)
    return schema.text(text.slice(from, edges[index + 1]), marksOf(open))
  })
}

function marksOf(open: readonly Mark[]): readonly EditorMark[] {
  return open.reduce<readonly EditorMark[]>((set, mark) => {
    // Of two links the one that began first stays.
    if (mark.type === 'link' && set.some(({ type }) => type.name === 'link')) return set
    return schema.mark(mark.type, mark.type === 'link' ? { href: mark.href } : null).addToSet(set)
  }, [])
}
