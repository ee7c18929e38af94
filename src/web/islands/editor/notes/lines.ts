/** The lines of the document that notes are made on, as src/notes/lines.ts has those of a story. */
import type { Node } from 'prosemirror-model'
import { hasId } from '../schema.ts'

export interface DocLine {
  place: string
  node: Node
  /** Where its text begins in the document. */
  start: number
}

/** Which line a node that holds text is, by what it stands in; null where that has no id yet. */
export function linePlace(node: Node, parent: Node | null, index: number): string | null {
  if (hasId(node)) return (node.attrs.id as string | null) ?? null
  const id = (parent?.attrs.id as string | null | undefined) ?? null
  if (id === null) return null
  if (node.type.name === 'speaker') return `${id}.credit`
  return node.type.name === 'table_cell' ? `${id}.${index}` : id
}

/** The line of a place; null where it isn't there. */
export function lineAt(doc: Node, place: string): DocLine | null {
  let found: DocLine | null = null
  doc.descendants((node, pos, parent, index) => {
    if (found) return false
    if (!node.isTextblock) return true
    if (linePlace(node, parent, index) === place) found = { place, node, start: pos + 1 }
    return false
  })
  return found
}
