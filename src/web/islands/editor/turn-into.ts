/** Lines of words as another kind of block: paragraphs, headings, quotes, lists, notes. Their ids go with their words. */
import { Fragment, type Node } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { schema } from './schema.ts'

export type Kind = 'paragraph' | 'heading 2' | 'heading 3' | 'quote' | 'bullets' | 'numbers' | 'note'

/** What words stand in at this place; null in captions, titles and tables, which are what they are. */
export function kindAt({ selection: { $from } }: Pick<EditorState, 'selection'>): Kind | null {
  const { parent } = $from
  switch (parent.type.name) {
    case 'heading':
      return parent.attrs.level === 2 ? 'heading 2' : 'heading 3'
    case 'quoted':
    case 'speaker':
      return 'quote'
    case 'item':
      return $from.node(-1).attrs.ordered ? 'numbers' : 'bullets'
    case 'paragraph':
    case 'note':
      return parent.type.name
    default:
      return null
  }
}

/** Makes the selected lines this kind; those that are it already become paragraphs. */
export const turnInto =
  (kind: Kind): Command =>
  (state, dispatch) => {
    const wanted = kindAt(state) === kind ? 'paragraph' : kind
    const tr = turn(state.tr, wanted)
    if (tr && dispatch) dispatch(tr.scrollIntoView())
    return tr !== null
  }

/** The same within a transaction; null where what is selected can't be that. */
export function turn(tr: Transaction, kind: Kind): Transaction | null {
  const { $from, $to } = tr.selection
  const depth = $from.depth > 1 && $from.node(1).type.name === 'box' ? 2 : 1
  if ($from.depth < depth || $to.depth < depth) return null
  if (depth === 2 && ($from.before(1) !== $to.before(1) || !['paragraph', 'bullets', 'numbers'].includes(kind)))
    return null
  const [start, end] = [$from.before(depth), $to.after(depth)]
  const lines: Line[] = []
  let ends = true
  tr.doc.nodesBetween(start, end, (node, pos, parent) => {
    if (pos < start) return true
    if (['quote', 'list'].includes(node.type.name)) return true
    if (['paragraph', 'heading', 'note', 'quoted', 'speaker', 'item'].includes(node.type.name))
      lines.push({ node, pos, single: parent?.type.name !== 'quote' && parent?.type.name !== 'list' })
    else if (pos >= start) ends = false
    return false
  })
  if (!ends) return null
  const kept = lines.filter(({ node }) => node.type.name !== 'speaker' || kind === 'quote' || node.content.size > 0)
  const nodes = NODES[kind](kept)
  if (nodes.length === 0) return null
  const anchor = placeIn(kept, tr.selection.anchor)
  const head = placeIn(kept, tr.selection.head)
  tr.replaceWith(start, end, Fragment.from(nodes))
  const starts = lineStarts(tr.doc, start, nodes)
  const at = ({ line, offset }: { line: number; offset: number }) => (starts[line] ?? starts[0] ?? start + 1) + offset
  return tr.setSelection(TextSelection.create(tr.doc, at(anchor), at(head)))
}

interface Line {
  node: Node
  pos: number
  /** A block by itself, and not a part of one. */
  single: boolean
}

const each =
  (type: string, attrs: object = {}) =>
  (lines: readonly Line[]): Node[] =>
    lines.map(({ node }) => schema.node(type, { ...attrs, id: node.attrs.id ?? null }, node.content))

const list = (ordered: boolean) => (lines: readonly Line[]) => [schema.node('list', { ordered }, each('item')(lines))]

const NODES: Record<Kind, (lines: readonly Line[]) => Node[]> = {
  paragraph: each('paragraph'),
  'heading 2': each('heading', { level: 2 }),
  'heading 3': each('heading', { level: 3 }),
  note: each('note'),
  bullets: list(false),
  numbers: list(true),
  quote: (lines) => {
    const speaker = lines.findLast(({ node }) => node.type.name === 'speaker')
    const words = lines.filter((line) => line.node.type.name !== 'speaker')
    if (words.length === 0) return []
    return [schema.node('quote', null, [...each('quoted')(words), schema.node('speaker', null, speaker?.node.content)])]
  },
}

function placeIn(lines: readonly Line[], place: number): { line: number; offset: number } {
  const line = Math.max(
    lines.findLastIndex(({ pos }) => pos < place),
    0,
  )
  const { node, pos } = lines[line] as Line
  return { line, offset: Math.max(0, Math.min(place - pos - 1, node.content.size)) }
}

/** Where the words of each line begin that the nodes from `start` on hold. */
function lineStarts(doc: Node, start: number, nodes: readonly Node[]): number[] {
  const end = start + nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const starts: number[] = []
  doc.nodesBetween(start, end, (node, pos) => {
    if (node.isTextblock && pos >= start) starts.push(pos + 1)
    return !node.isTextblock
  })
  return starts
}
