/** Steps of others, played into the document: what they did not touch stays as it is, the cursor with it. */
import type { Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { Step } from './keep/draft-line.ts'
import { schema } from './schema.ts'
import { blockToNode } from './to-doc.ts'

/** Meta of a transaction that brings what somebody else, or another tab, has done. */
export const REMOTE = 'remote'

/** The transaction that plays them; fields are not its matter. */
export function applyToDoc(state: EditorState, steps: readonly Step[]): Transaction {
  const tr = state.tr.setMeta('addToHistory', false).setMeta(REMOTE, true)
  for (const step of steps) {
    if (step.type === 'field') continue
    const found = findBlock(tr.doc, step.type === 'drop' ? step.id : step.block.id)
    if (step.type === 'drop') {
      if (found) take(tr, found)
      continue
    }
    const node = blockToNode(step.block)
    const target = step.after ? findBlock(tr.doc, step.after) : null
    const stays = step.after === undefined || (step.after !== null && (!target || step.after === step.block.id))
    if (found && (stays || isBehind(tr.doc, found, step.after ?? null))) {
      tr.replaceWith(found.pos, found.pos + found.node.nodeSize, node)
      continue
    }
    if (found) tr.delete(found.pos, found.pos + found.node.nodeSize)
    const after = step.after ? findBlock(tr.doc, step.after) : null
    const at = after ? after.pos + after.node.nodeSize : step.after === null ? 0 : lastPlace(tr.doc)
    tr.insert(at, node)
  }
  return tr
}

export interface Found {
  node: Node
  pos: number
}

/** The block of that id at the top of the document. */
export function findBlock(doc: Node, id: string): Found | null {
  let found: Found | null = null
  doc.forEach((node, pos) => {
    if (node.attrs.id === id) found = { node, pos }
  })
  return found
}

/** Whether it stands right behind the other already; lines in which nothing stands yet don't count. */
function isBehind(doc: Node, { pos }: Found, other: string | null): boolean {
  let at = doc.resolve(pos)
  while (at.nodeBefore && isBlank(at.nodeBefore) && at.nodeBefore.attrs.id !== other)
    at = doc.resolve(at.pos - at.nodeBefore.nodeSize)
  return (at.nodeBefore?.attrs.id ?? null) === other
}

const isBlank = (node: Node): boolean => node.type === schema.nodes.paragraph && node.content.size === 0

/** Before the empty line at the end that one goes on writing in. */
function lastPlace(doc: Node): number {
  const last = doc.lastChild
  return last && isBlank(last) ? doc.content.size - last.nodeSize : doc.content.size
}

function take(tr: Transaction, { pos, node }: Found): void {
  if (tr.doc.childCount === 1) tr.replaceWith(pos, pos + node.nodeSize, schema.node('paragraph'))
  else tr.delete(pos, pos + node.nodeSize)
}
