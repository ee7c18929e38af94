/** New blocks at the cursor: pictures, galleries, tables, boxes, files, embeds. */
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, Selection, type Transaction } from 'prosemirror-state'
import { schema } from './schema.ts'

export interface ChosenPicture {
  /** Its address in the library, as a story has it. */
  src: string
  caption: string
  alt: string
}

const text = (words: string): Node[] => (words === '' ? [] : [schema.text(words)])

const pictureAttrs = ({ src, alt }: ChosenPicture) => ({ picture: { src, alt, credit: '', rights: '' } })

export const figureOf = (picture: ChosenPicture): Node =>
  schema.node('figure', pictureAttrs(picture), text(picture.caption))

export const galleryOf = (pictures: readonly ChosenPicture[]): Node =>
  schema.node('gallery', null, [
    ...pictures.map((picture) => schema.node('shot', pictureAttrs(picture), text(picture.caption))),
    schema.node('gallery_caption'),
  ])

export const shotOf = (picture: ChosenPicture): Node =>
  schema.node('shot', pictureAttrs(picture), text(picture.caption))

export const emptyTable = (rows: number, columns: number): Node =>
  schema.node('table_block', null, [
    schema.node('table_caption'),
    schema.node(
      'table',
      null,
      Array.from({ length: rows }, () =>
        schema.node(
          'table_row',
          null,
          Array.from({ length: columns }, () => schema.node('table_cell')),
        ),
      ),
    ),
  ])

export const boxOf = (): Node => schema.node('box', null, [schema.node('box_title'), schema.node('paragraph')])

export const fileOf = (file: { src: string; title: string }): Node =>
  schema.node('file', { file: { src: file.src } }, text(file.title))

export const embedOf = (embed: { url: string; title: string }): Node =>
  schema.node('embed', { embed: { url: embed.url } }, text(embed.title))

/**
 * Puts a block where the cursor is: in place of an empty paragraph, otherwise
 * below the block that it is in, so that no words are cut. The cursor goes to
 * the first words that can be written in it.
 */
export function insertBlock(state: EditorState, block: Node): Transaction {
  const { $from } = state.selection
  const tr = state.tr
  const isEmpty = $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  const at = $from.depth === 0 ? state.selection.to : isEmpty ? $from.before(1) : $from.after(1)
  if (isEmpty) tr.replaceWith(at, $from.after(1), block)
  else tr.insert(at, block)
  // There is always a line to go on in.
  if (at + block.nodeSize === tr.doc.content.size) tr.insert(at + block.nodeSize, schema.node('paragraph'))
  const inside = Selection.findFrom(tr.doc.resolve(at + 1), 1, true)
  return tr.setSelection(inside ?? NodeSelection.create(tr.doc, at)).scrollIntoView()
}

/** The block with the cursor one place up or down. */
export const moveBlock =
  (by: -1 | 1): Command =>
  (state, dispatch) => {
    const { $from, $to } = state.selection
    const from = $from.depth === 0 ? state.selection.from : $from.before(1)
    const to = $to.depth === 0 ? state.selection.to : $to.after(1)
    const other = by < 0 ? state.doc.resolve(from).nodeBefore : state.doc.resolve(to).nodeAfter
    if (!other) return false
    if (!dispatch) return true
    // The neighbour goes to the other side: what is selected stays as it is, and so does the selection.
    const tr =
      by < 0
        ? state.tr.insert(to, other).delete(from - other.nodeSize, from)
        : state.tr.delete(to, to + other.nodeSize).insert(from, other)
    dispatch(tr.scrollIntoView())
    return true
  }

/** Takes the block with the cursor out. */
export const removeBlock: Command = (state, dispatch) => {
  const { $from, from } = state.selection
  const node = $from.depth === 0 ? $from.nodeAfter : $from.node(1)
  if (!node) return false
  const at = $from.depth === 0 ? from : $from.before(1)
  if (!dispatch) return true
  const tr = state.tr.delete(at, at + node.nodeSize)
  if (tr.doc.childCount === 0) tr.insert(0, schema.node('paragraph'))
  dispatch(tr.setSelection(Selection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size)))).scrollIntoView())
  return true
}
