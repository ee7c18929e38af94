/** What is drawn over the words: where the cursor is, what a colleague has in hand, and what may be written in an empty line. */
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { editorMessages as m } from '../../../messages/index.ts'

/** A colleague at a block: with a lock nobody else writes there. */
export interface Holder {
  place: string
  name: string
  locked: boolean
}

const holdersKey = new PluginKey<readonly Holder[]>('holders')

/** Sets who is where, in a transaction's meta. */
export const setHolders = (state: EditorState, holders: readonly Holder[]) =>
  state.tr.setMeta(holdersKey, holders).setMeta('addToHistory', false)

/** `takeOver` is called with a block's id. */
export const holdersPlugin = (takeOver: (place: string) => void): Plugin<readonly Holder[]> =>
  new Plugin<readonly Holder[]>({
    key: holdersKey,
    state: {
      init: () => [],
      apply: (tr, before) => (tr.getMeta(holdersKey) as readonly Holder[] | undefined) ?? before,
    },
    props: {
      decorations: (state) => decorationsOf(state, holdersKey.getState(state) ?? [], takeOver),
    },
  })

/** The ids of the blocks in which a colleague is writing. */
export const lockedPlaces = (state: EditorState): Map<string, string> =>
  new Map(
    (holdersKey.getState(state) ?? []).flatMap(({ place, name, locked }) => (locked ? [[place, name] as const] : [])),
  )

/** On the block with the cursor. */
const HERE = { here: true }

/** Whether a node with these decorations is the block with the cursor. */
export const isHere = (decorations: readonly Decoration[]): boolean => decorations.some(({ spec }) => spec === HERE)

function decorationsOf(
  state: EditorState,
  holders: readonly Holder[],
  takeOver: (place: string) => void,
): DecorationSet {
  const { doc, selection } = state
  const found: Decoration[] = []
  const { $from } = selection
  const here = $from.depth === 0 ? selection.from : $from.before(1)
  const node = doc.nodeAt(here)
  if (node) found.push(Decoration.node(here, here + node.nodeSize, { class: 'here' }, HERE))
  const line = $from.depth > 0 ? $from.parent : null
  if (line?.isTextblock && line.content.size === 0 && selection.empty)
    found.push(
      Decoration.node($from.before(), $from.after(), {
        class: 'blank',
        'data-empty': hintFor(line.type.name, doc.childCount),
      }),
    )
  if (holders.length > 0) {
    const at = new Map(holders.map((holder) => [holder.place, holder]))
    doc.forEach((block, pos) => {
      const holder = at.get(block.attrs.id)
      if (!holder) return
      found.push(Decoration.node(pos, pos + block.nodeSize, { class: holder.locked ? 'held' : 'visited' }))
      found.push(
        Decoration.widget(pos, () => badge(holder, takeOver), {
          side: -1,
          key: `${holder.place} ${holder.name} ${holder.locked}`,
          ignoreSelection: true,
          stopEvent: () => true,
        }),
      )
    })
  }
  return DecorationSet.create(doc, found)
}

function hintFor(type: string, blocks: number): string {
  if (type === 'paragraph') return blocks === 1 ? m.writeHere : m.slashHint
  return type in m.hints ? m.hints[type as keyof typeof m.hints] : ''
}

/** The colleague's name, in the margin. */
export function badge({ place, name, locked }: Holder, takeOver: (place: string) => void): HTMLElement {
  const line = document.createElement('span')
  line.classList.add('holder')
  line.classList.toggle('locked', locked)
  line.contentEditable = 'false'
  const who = document.createElement('bdi')
  who.textContent = name
  line.append(who)
  if (locked) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = m.takeOver
    button.setAttribute('aria-label', m.takeOverFrom(name))
    button.addEventListener('click', () => takeOver(place))
    line.append(' ', button)
  }
  return line
}
