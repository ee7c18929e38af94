/** What Enter, Backspace and Delete do where a block has more than words: they lead out of it, and never join what is apart. */
import { splitBlockAs } from 'prosemirror-commands'
import { Fragment, type Node } from 'prosemirror-model'
import { type Command, NodeSelection, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { addRowAfter, isInTable, selectedRect } from 'prosemirror-tables'
import { isPlainLine, schema } from './schema.ts'
import { turn } from './turn-into.ts'

/** In a caption, a title or a speaker's name: on to what comes next, or to a new paragraph below. */
export const leaveLine: Command = (state, dispatch) => {
  const { $head } = state.selection
  if (!isPlainLine($head.parent)) return false
  if (!dispatch) return true
  const tr = state.tr
  const after = $head.after()
  const isLast = $head.depth === 1 || $head.indexAfter(-1) === $head.node(-1).childCount
  if (!isLast) tr.setSelection(Selection.near(tr.doc.resolve(after), 1))
  else {
    const below = $head.after(1)
    tr.insert(below, schema.node('paragraph'))
    tr.setSelection(TextSelection.create(tr.doc, below + 1))
  }
  dispatch(tr.scrollIntoView())
  return true
}

/** An empty line of a list, a quote or a box ends it: writing goes on below. */
export const leaveByEmptyLine: Command = (state, dispatch) => {
  const { $head, empty } = state.selection
  const { parent } = $head
  if (!empty || parent.content.size > 0 || $head.depth < 2) return false
  const holder = $head.node(-1)
  const index = $head.index(-1)
  if (holder.type.name === 'list') {
    if (dispatch) {
      const tr = splitAround(state.tr, $head.before(-1), holder, index, schema.node('paragraph', parent.attrs))
      dispatch(tr.scrollIntoView())
    }
    return true
  }
  const words = holder.type.name === 'quote' ? holder.childCount - 1 : holder.childCount
  const least = holder.type.name === 'box' ? 2 : 1
  if (!['quote', 'box'].includes(holder.type.name) || index !== words - 1 || words <= least) return false
  if (dispatch) {
    const tr = state.tr.delete($head.before(), $head.after())
    const below = tr.mapping.map($head.after(-1))
    tr.insert(below, schema.node('paragraph', parent.attrs))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView())
  }
  return true
}

/** The list in two, around what stands where one of its items stood. */
function splitAround(tr: Transaction, pos: number, list: Node, index: number, line: Node) {
  const part = (from: number, to: number, attrs: object) => {
    const items = Array.from({ length: to - from }, (_, i) => list.child(from + i))
    return items.length > 0 ? [schema.node('list', attrs, items)] : []
  }
  const before = part(0, index, list.attrs)
  // The first that is left keeps the list's id.
  const rest = before.length > 0 ? { ...list.attrs, id: null } : list.attrs
  const nodes = [...before, line, ...part(index + 1, list.childCount, rest)]
  tr.replaceWith(pos, pos + list.nodeSize, Fragment.from(nodes))
  const start = pos + (before[0]?.nodeSize ?? 0) + 1
  return tr.setSelection(TextSelection.create(tr.doc, start))
}

/** A line in two; within a quote what follows is words as well, and not its speaker. */
export const splitLine: Command = splitBlockAs((node) =>
  node.type === schema.nodes.quoted ? { type: node.type } : null,
)

/** At the beginning of an item it becomes a paragraph; in front of a quote, a picture or a table nothing is joined. */
export const backAtStart: Command = (state, dispatch) => {
  const { $head, empty } = state.selection
  if (!empty || $head.parentOffset > 0 || $head.depth < 1) return false
  const { parent } = $head
  if (parent.type.name === 'item') {
    if (dispatch)
      dispatch(
        splitAround(
          state.tr,
          $head.before(-1),
          $head.node(-1),
          $head.index(-1),
          schema.node('paragraph', { id: parent.attrs.id }, parent.content),
        ).scrollIntoView(),
      )
    return true
  }
  if (parent.type.name === 'speaker' || isPlainLine(parent)) {
    const before = Selection.findFrom(state.doc.resolve($head.before()), -1, true)
    if (dispatch && before && parent.type.name === 'speaker') dispatch(state.tr.setSelection(before))
    return true
  }
  if (parent.type.name === 'quoted' && $head.index(-1) === 0) {
    const tr = turn(state.tr, 'paragraph')
    if (dispatch && tr) dispatch(tr.scrollIntoView())
    return true
  }
  if (parent.type.name === 'table_cell') return true
  const before = state.doc.resolve($head.before()).nodeBefore
  if (!before || before.type.name === 'list') return false
  if (before.isTextblock && !isPlainLine(before)) return false
  if (before.type.name === 'box_title') {
    if (dispatch) dispatch(state.tr.setSelection(Selection.near(state.doc.resolve($head.before() - 1), -1)))
    return true
  }
  if (before.type.name === 'quote') return joinQuote(before)(state, dispatch)
  if (dispatch) {
    const tr = parent.content.size === 0 ? state.tr.delete($head.before(), $head.after()) : state.tr
    const at = $head.before() - before.nodeSize
    dispatch(tr.setSelection(NodeSelection.create(tr.doc, at)).scrollIntoView())
  }
  return true
}

/** Words after a quote go to its end, before the speaker. */
const joinQuote =
  (quote: Node): Command =>
  (state, dispatch) => {
    if (!dispatch) return true
    const { $head } = state.selection
    const speaker = quote.lastChild as Node
    const end = $head.before() - 1 - speaker.nodeSize - 1
    const words = $head.parent.content
    const tr = state.tr.delete($head.before(), $head.after()).insert(end, words)
    dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView())
    return true
  }

/** At the end of a quote's words, of a caption or of a cell there is nothing to draw near. */
export const deleteAtEnd: Command = (state) => {
  const { $head, empty } = state.selection
  if (!empty || $head.parentOffset < $head.parent.content.size || $head.depth < 1) return false
  const { parent } = $head
  if (isPlainLine(parent) || parent.type.name === 'table_cell') return true
  if (parent.type.name !== 'quoted') return false
  return $head.index(-1) === $head.node(-1).childCount - 2
}

/** In a table Enter goes to the cell below; in the last row it makes another. */
export const cellBelow: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  const rect = selectedRect(state)
  if (rect.bottom === rect.map.height) {
    if (!dispatch) return true
    addRowAfter(state, (tr) => {
      dispatch(tr)
      if (view) cellBelow(view.state, view.dispatch)
    })
    return true
  }
  const cell = rect.map.map[rect.bottom * rect.map.width + rect.left]
  if (cell === undefined) return false
  const at = rect.tableStart + cell + 1
  if (dispatch) dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(at), 1)).scrollIntoView())
  return true
}
