/**
 * Every block, and every part of one, has an id of its own after every edit:
 * what is new gets one, and of two with the same the one that was there keeps
 * it. What points at a block goes on pointing at its words.
 */
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import { hasId } from './schema.ts'

/** A fresh id, as the server makes them: 8 letters and digits. */
export function freshId(): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  return ((high % 256) * 2 ** 32 + low).toString(36).padStart(8, '0')
}

export const idPlugin = (): Plugin =>
  new Plugin({
    appendTransaction: (transactions, before, after) =>
      transactions.some(({ docChanged }) => docChanged) && !isSettled(before.doc, after.doc)
        ? withIds(transactions, before, after)
        : null,
  })

/**
 * Whether every id is surely still there once: what changed lies within blocks
 * that have kept their ids. So it is with nearly every key, and then nothing but
 * the block that was written in is looked at.
 */
export function isSettled(before: Node, after: Node): boolean {
  if (before === after) return true
  if (before.childCount !== after.childCount || before.attrs.id !== after.attrs.id) return false
  if (after.isTextblock || after.isLeaf) return true
  for (let i = 0; i < after.childCount; i++) {
    const [old, now] = [before.child(i), after.child(i)]
    if (old !== now && (old.type !== now.type || !isSettled(old, now))) return false
  }
  return true
}

/** The state's document with an id for each that lacks one; null where none does. */
export function idsOfFirst(state: EditorState): Transaction | null {
  return withIds([], state, state)
}

interface Bearer {
  pos: number
  node: Node
  /** The next of the same parent. */
  next: Bearer | null
}

function withIds(transactions: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null {
  const byId = new Map<string, Bearer[]>()
  const without: Bearer[] = []
  bearers(after.doc, (bearer) => {
    const id = bearer.node.attrs.id as string | null
    const same = id === null ? without : byId.get(id)
    if (same) same.push(bearer)
    else byId.set(id as string, [bearer])
  })
  const doubled = [...byId].filter(([, same]) => same.length > 1)
  if (doubled.length === 0 && without.length === 0) return null
  const places = doubled.length > 0 ? oldPlaces(transactions, before) : new Map<string, number>()
  for (const [id, same] of doubled) {
    const keeper = keeperOf(same, places.get(id))
    without.push(...same.filter((one) => one !== keeper))
  }
  const tr = after.tr
  for (const { pos } of without) tr.setNodeAttribute(pos, 'id', freshId())
  return tr
}

/** Where a block was split the first half keeps the id; one that was split before its first word, the words. */
function keeperOf(same: readonly Bearer[], place: number | undefined): Bearer | undefined {
  const stayed = same.find(({ pos }) => pos === place) ?? same[0]
  const next = stayed?.next
  const isEmptied = stayed?.node.isTextblock && stayed.node.content.size === 0
  return isEmptied && next && next.node.content.size > 0 && same.includes(next) ? next : stayed
}

/** Where each id's bearer of before stands now. */
function oldPlaces(transactions: readonly Transaction[], before: EditorState): Map<string, number> {
  const mapping = new Mapping()
  for (const { mapping: one } of transactions) mapping.appendMapping(one)
  const places = new Map<string, number>()
  bearers(before.doc, ({ pos, node }) => {
    const { pos: now } = mapping.mapResult(pos, 1)
    places.set(node.attrs.id, now)
  })
  return places
}

/** All that bear ids, in their order. */
function bearers(doc: Node, take: (bearer: Bearer) => void): void {
  const last = new Map<Node, Bearer>()
  doc.descendants((node, pos, parent) => {
    if (hasId(node) && parent) {
      const bearer: Bearer = { pos, node, next: null }
      const previous = last.get(parent)
      if (previous) previous.next = bearer
      last.set(parent, bearer)
      take(bearer)
    }
    return !node.isTextblock && node.type.name !== 'table_row'
  })
}
