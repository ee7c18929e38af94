/**
 * The "/" menu: in an empty paragraph, a sign and the first letters of what
 * shall stand there. The cursor stays in the words; the arrows, Enter and Escape
 * go to the menu.
 */
import { type EditorState, Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { editorMessages as m } from '../../../messages/index.ts'
import { element } from './elements.ts'
import { schema } from './schema.ts'

export interface Choice {
  name: string
  /** What else it may be looked for by. */
  also: string
  run(view: EditorView): void
}

interface Menu {
  /** Where the sign stands; its paragraph holds nothing else. */
  from: number
  to: number
  words: string
}

interface Open {
  menu: Menu | null
  /** Where it was closed by Escape. */
  dismissed: number | null
}

/** What stands at the foot of the window: the toolbar of a phone, or the buttons. Pixels. */
const LEAST_BELOW = 64

const key = new PluginKey<Open>('slash')

/** What matches the letters after the sign, best first. */
export function choicesFor(choices: readonly Choice[], words: string): Choice[] {
  const sought = words.toLowerCase()
  const begins = choices.filter(({ name }) => name.toLowerCase().startsWith(sought))
  const within = choices.filter(
    (choice) => !begins.includes(choice) && `${choice.name} ${choice.also}`.toLowerCase().includes(sought),
  )
  return [...begins, ...within]
}

function menuOf({ selection: { $head, empty } }: EditorState): Menu | null {
  const { parent } = $head
  if (!empty || parent.type.name !== 'paragraph' || $head.parentOffset !== parent.content.size) return null
  const [, words] = /^\/([\p{L}\p{N} ]{0,20})$/u.exec(parent.textContent) ?? []
  return words === undefined ? null : { from: $head.start(), to: $head.pos, words }
}

/** Opens the menu where the cursor is: on a new line where words stand in this one. */
export function openSlashMenu(view: EditorView): void {
  const { state } = view
  const { $head } = state.selection
  const tr = state.tr.setMeta(key, { dismissed: null })
  if ($head.depth !== 1 || $head.parent.type.name !== 'paragraph' || $head.parent.content.size > 0) {
    const at = $head.depth === 0 ? state.selection.to : $head.after(1)
    tr.insert(at, schema.node('paragraph', null, schema.text('/')))
    tr.setSelection(TextSelection.create(tr.doc, at + 2))
  } else tr.insertText('/')
  view.dispatch(tr.scrollIntoView())
  view.focus()
}

export function slashPlugin(choices: readonly Choice[], say: (words: string) => void): Plugin {
  let place: ReturnType<typeof menuPlace> | null = null
  let at = 0
  const found = (view: EditorView) => choicesFor(choices, key.getState(view.state)?.menu?.words ?? '')
  const take = (view: EditorView, choice: Choice) => {
    const menu = key.getState(view.state)?.menu
    if (menu) view.dispatch(view.state.tr.delete(menu.from, menu.to))
    choice.run(view)
  }
  return new Plugin<Open>({
    key,
    state: {
      init: () => ({ menu: null, dismissed: null }),
      apply(tr, before, _old, state) {
        const meta = tr.getMeta(key) as { dismissed: number | null } | undefined
        const dismissed = meta ? meta.dismissed : before.dismissed === null ? null : tr.mapping.map(before.dismissed)
        const menu = menuOf(state)
        if (!menu) return { menu: null, dismissed: null }
        return { menu: menu.from === dismissed ? null : menu, dismissed }
      },
    },
    view: (view) => {
      place = menuPlace(view, (index) => take(view, found(view)[index] as Choice))
      return {
        update(_, before) {
          const menu = key.getState(view.state)?.menu ?? null
          const old = key.getState(before)?.menu ?? null
          if (menu === old || (menu && old && menu.words === old.words && menu.from === old.from)) return
          at = 0
          const names = menu && view.editable ? found(view).map(({ name }) => name) : []
          place?.show(names, at, menu?.from ?? 0)
          if (menu && names[0]) say(m.choice(names[0], 1, names.length))
        },
        destroy: () => place?.remove(),
      }
    },
    props: {
      handleKeyDown(view, event) {
        const menu = key.getState(view.state)?.menu
        const names = menu ? found(view) : []
        if (!menu || names.length === 0 || event.isComposing) return false
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (step) {
          at = (at + step + names.length) % names.length
          place?.mark(at)
          say(m.choice(names[at]?.name ?? '', at + 1, names.length))
          return true
        }
        if (event.key === 'Enter' || event.key === 'Tab') {
          take(view, names[at] as Choice)
          return true
        }
        if (event.key !== 'Escape') return false
        view.dispatch(view.state.tr.setMeta(key, { dismissed: menu.from }))
        return true
      },
    },
  })
}

function menuPlace(view: EditorView, take: (index: number) => void) {
  const list = element('ul', { class: 'slash-menu', role: 'listbox', id: 'slash-menu', 'aria-label': m.insert })
  list.hidden = true
  view.dom.parentElement?.append(list)
  const mark = (index: number) => {
    ;[...list.children].forEach((line, i) => {
      line.setAttribute('aria-selected', String(i === index))
      if (i === index) line.scrollIntoView({ block: 'nearest' })
    })
    view.dom.setAttribute('aria-activedescendant', `slash-${index}`)
  }
  return {
    mark,
    show(names: readonly string[], index: number, from: number) {
      list.hidden = names.length === 0
      if (names.length === 0) {
        view.dom.removeAttribute('aria-activedescendant')
        view.dom.removeAttribute('aria-controls')
        return
      }
      list.replaceChildren(
        ...names.map((name, i) => {
          const line = element('li', { role: 'option', id: `slash-${i}` }, [name])
          line.addEventListener('mousedown', (event) => {
            event.preventDefault()
            take(i)
          })
          return line
        }),
      )
      const holder = list.offsetParent?.getBoundingClientRect() ?? new DOMRect()
      const line = view.coordsAtPos(from)
      // Above the line where a phone's keyboard, or the window's end, leaves too little below it.
      const below = (window.visualViewport?.height ?? window.innerHeight) - line.bottom
      const isAbove = below < list.offsetHeight + LEAST_BELOW && line.top > below
      const at = isAbove ? line.top - list.offsetHeight : line.bottom
      list.style.insetBlockStart = `${at - holder.top}px`
      view.dom.setAttribute('aria-controls', 'slash-menu')
      mark(index)
    },
    remove: () => list.remove(),
  }
}
