/** The editor's keys, and signs that become what they stand for while somebody writes. */
import { baseKeymap, chainCommands, createParagraphNear, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { InputRule, inputRules } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { MarkType } from 'prosemirror-model'
import type { Command, Plugin } from 'prosemirror-state'
import { goToNextCell } from 'prosemirror-tables'
import { backAtStart, cellBelow, deleteAtEnd, leaveByEmptyLine, leaveLine, splitLine } from './enter.ts'
import { moveBlock } from './inserts.ts'
import { schema } from './schema.ts'
import { type Kind, turn, turnInto } from './turn-into.ts'

/** `link` and `save` are the page's: they open a dialog and send what waits. */
export function keyPlugins({ link, save }: { link: Command; save: Command }): Plugin[] {
  const enter = chainCommands(cellBelow, leaveLine, leaveByEmptyLine, createParagraphNear, splitLine)
  return [
    signs(),
    keymap({
      'Mod-b': toggleMark(schema.marks.strong),
      'Mod-i': toggleMark(schema.marks.emphasis),
      'Mod-k': link,
      'Mod-s': save,
      'Mod-z': undo,
      'Mod-y': redo,
      'Shift-Mod-z': redo,
      'Mod-Alt-0': turnInto('paragraph'),
      'Mod-Alt-2': turnInto('heading 2'),
      'Mod-Alt-3': turnInto('heading 3'),
      'Shift-Mod-7': turnInto('numbers'),
      'Shift-Mod-8': turnInto('bullets'),
      'Shift-Mod-9': turnInto('quote'),
      'Alt-ArrowUp': moveBlock(-1),
      'Alt-ArrowDown': moveBlock(1),
      Enter: enter,
      'Shift-Enter': enter,
      Backspace: backAtStart,
      'Mod-Backspace': backAtStart,
      Delete: deleteAtEnd,
      // Elsewhere Tab leads out of the editor, as in every field.
      Tab: goToNextCell(1),
      'Shift-Tab': goToNextCell(-1),
    }),
    keymap(baseKeymap),
  ]
}

/** At the beginning of a paragraph, as the plain form has them. */
const STARTS: [RegExp, Kind][] = [
  [/^##\s$/, 'heading 2'],
  [/^###\s$/, 'heading 3'],
  [/^>\s$/, 'quote'],
  [/^[-*]\s$/, 'bullets'],
  [/^1\.\s$/, 'numbers'],
  [/^!\s$/, 'note'],
]

function signs(): Plugin {
  const rules = STARTS.map(
    ([sign, kind]) =>
      new InputRule(sign, (state, _match, start, end) => {
        if (state.selection.$from.parent.type.name !== 'paragraph') return null
        return turn(state.tr.delete(start, end), kind)
      }),
  )
  const around = (sign: RegExp, type: MarkType, length: number) =>
    new InputRule(sign, (state, match, start, end) => {
      if (!state.selection.$from.parent.type.allowsMarkType(type)) return null
      const from = start + (match[1]?.length ?? 0)
      // The last sign has been typed, and is not there yet.
      const tr = state.tr.delete(end - (length - 1), end).delete(from, from + length)
      return tr.addMark(from, tr.mapping.map(end), type.create()).removeStoredMark(type)
    })
  return inputRules({
    rules: [
      ...rules,
      around(/(^|[\s([{“‘])\*\*([^*\s][^*]{0,200})\*\*$/, schema.marks.strong, 2),
      around(/(^|[\s([{“‘])\*([^*\s][^*]{0,200})\*$/, schema.marks.emphasis, 1),
    ],
  })
}
