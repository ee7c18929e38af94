/** The toolbar: what can be done to the words, for the mouse, the finger and the arrow keys. */
import { toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { MarkType } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, isInTable } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { editorMessages as m, writingNotesMessages } from '../../../messages/index.ts'
import { element } from './elements.ts'
import { moveBlock, removeBlock } from './inserts.ts'
import { askNote } from './notes/notes-plugin.ts'
import { schema } from './schema.ts'
import { type Kind, kindAt, turnInto } from './turn-into.ts'

interface Tool {
  name: string
  keys?: string
  sign: string
  run: Command
  /** Whether it is on at the cursor; absent where it is no switch. */
  on?(state: EditorState): boolean
  /** Whether it is shown at all. */
  shown?(state: EditorState): boolean
}

const hasMark = (type: MarkType) => (state: EditorState) => {
  const { from, to, empty, $from } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  return state.doc.rangeHasMark(from, to, type)
}
const isKind = (kind: Kind) => (state: EditorState) => kindAt(state) === kind

const tools = (link: Command, insert: Command): Tool[] => [
  {
    name: m.strong,
    keys: 'Control+B',
    sign: 'B',
    run: toggleMark(schema.marks.strong),
    on: hasMark(schema.marks.strong),
  },
  {
    name: m.emphasis,
    keys: 'Control+I',
    sign: 'I',
    run: toggleMark(schema.marks.emphasis),
    on: hasMark(schema.marks.emphasis),
  },
  { name: m.link, keys: 'Control+K', sign: 'link', run: link, on: hasMark(schema.marks.link) },
  {
    name: m.kinds['heading 2'],
    keys: 'Control+Alt+2',
    sign: 'H2',
    run: turnInto('heading 2'),
    on: isKind('heading 2'),
  },
  {
    name: m.kinds['heading 3'],
    keys: 'Control+Alt+3',
    sign: 'H3',
    run: turnInto('heading 3'),
    on: isKind('heading 3'),
  },
  { name: m.kinds.quote, keys: 'Control+Shift+9', sign: 'quote', run: turnInto('quote'), on: isKind('quote') },
  { name: m.kinds.bullets, keys: 'Control+Shift+8', sign: 'bullets', run: turnInto('bullets'), on: isKind('bullets') },
  { name: m.kinds.numbers, keys: 'Control+Shift+7', sign: 'numbers', run: turnInto('numbers'), on: isKind('numbers') },
  { name: m.insert, keys: '/', sign: 'plus', run: insert },
  { name: writingNotesMessages.tool, keys: 'Control+Alt+M', sign: 'note', run: askNote },
  { name: m.undo, keys: 'Control+Z', sign: 'undo', run: undo },
  { name: m.redo, keys: 'Control+Y', sign: 'redo', run: redo },
  { name: m.moveUp, keys: 'Alt+ArrowUp', sign: 'up', run: moveBlock(-1) },
  { name: m.moveDown, keys: 'Alt+ArrowDown', sign: 'down', run: moveBlock(1) },
  { name: m.removeBlock, sign: 'remove', run: removeBlock },
  { name: m.rowBelow, sign: 'row', run: addRowAfter, shown: isInTable },
  { name: m.columnAfter, sign: 'column', run: addColumnAfter, shown: isInTable },
  { name: m.deleteRow, sign: 'no-row', run: deleteRow, shown: isInTable },
  { name: m.deleteColumn, sign: 'no-column', run: deleteColumn, shown: isInTable },
  { name: m.headerRow, sign: 'header-row', run: toggleHeader('headerRow'), on: header('headerRow'), shown: isInTable },
  {
    name: m.headerColumn,
    sign: 'header-column',
    run: toggleHeader('headerColumn'),
    on: header('headerColumn'),
    shown: isInTable,
  },
]

type Header = 'headerRow' | 'headerColumn'

function header(which: Header): (state: EditorState) => boolean {
  return ({ selection: { $from } }) => $from.depth > 0 && $from.node(1).attrs[which] === true
}

function toggleHeader(which: Header): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if ($from.depth === 0 || $from.node(1).type.name !== 'table_block') return false
    if (dispatch) dispatch(state.tr.setNodeAttribute($from.before(1), which, !$from.node(1).attrs[which]))
    return true
  }
}

/** The toolbar for a view; call `show` after each change of its state. */
export function makeToolbar(
  view: EditorView,
  { link, insert }: { link: Command; insert: Command },
): { dom: HTMLElement; show(state: EditorState): void } {
  const dom = element('div', {
    role: 'toolbar',
    'aria-label': m.toolbar,
    class: 'toolbar',
    'aria-controls': 'body-editor',
  })
  const buttons = tools(link, insert).map((tool) => {
    const button = element('button', {
      type: 'button',
      class: `tool sign-${tool.sign}`,
      ...(/^([BI]|H\d)$/.test(tool.sign) ? { 'data-letters': tool.sign } : {}),
      'aria-label': tool.name,
      title: tool.name,
      tabindex: '-1',
      ...(tool.keys ? { 'aria-keyshortcuts': tool.keys } : {}),
      ...(tool.on ? { 'aria-pressed': 'false' } : {}),
    })
    // What is selected stays selected, and a phone's keyboard stays up.
    button.addEventListener('mousedown', (event) => event.preventDefault())
    button.addEventListener('click', () => {
      tool.run(view.state, view.dispatch, view)
      if (!document.querySelector('dialog[open]')) view.focus()
    })
    dom.append(button)
    return { tool, button }
  })
  buttons[0]?.button.setAttribute('tabindex', '0')
  dom.addEventListener('keydown', (event) => moveAlong(event, dom))
  return {
    dom,
    show(state) {
      for (const { tool, button } of buttons) {
        if (tool.on) setAttribute(button, 'aria-pressed', String(tool.on(state)))
        const hidden = tool.shown?.(state) === false
        if (button.hidden !== hidden) button.hidden = hidden
      }
    },
  }
}

function setAttribute(button: HTMLElement, name: string, value: string): void {
  if (button.getAttribute(name) !== value) button.setAttribute(name, value)
}

/** One stop for Tab; the arrows go along, as the page is read. */
function moveAlong(event: KeyboardEvent, dom: HTMLElement): void {
  const all = [...dom.querySelectorAll<HTMLButtonElement>('button:not([hidden])')]
  const at = all.indexOf(document.activeElement as HTMLButtonElement)
  const forward = getComputedStyle(dom).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  const to =
    event.key === forward
      ? at + 1
      : event.key === backward
        ? at - 1
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? -1
            : null
  if (at < 0 || to === null) return
  event.preventDefault()
  const next = all.at(to % all.length)
  for (const button of all) button.tabIndex = button === next ? 0 : -1
  next?.focus()
}
