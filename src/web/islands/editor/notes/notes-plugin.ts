/** Notes in the editor: their words are quietly marked, and a note is asked for on what is selected. */
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { writingNotesMessages as m } from '../../../../messages/index.ts'
import type { Mark, StoryNotes } from '../../notes/element.ts'
import type { ChosenWords } from '../../notes/note-panel.ts'
import { findBlock, REMOTE } from '../apply-steps.ts'
import { lineAt, linePlace } from './lines.ts'

const key = new PluginKey<DecorationSet>('notes')
/** What colleagues wrote is looked up so long after it came. Milliseconds. */
const LOOK_AFTER = 1_000
/** So much of what stands beside the words tells them from others of the same. */
const BESIDE = 200

const notesOnPage = () => document.querySelector<StoryNotes>('story-notes')

/** Asks for a note on what is selected, or on the paragraph with the cursor. */
export const askNote: Command = (state, dispatch) => {
  const chosen = chosenIn(state)
  if (!dispatch) return chosen !== null
  if (chosen) notesOnPage()?.ask(chosen)
  else notesOnPage()?.say(m.noWords)
  return true
}

export function chosenIn({ selection, doc }: EditorState): ChosenWords | null {
  const whole = (place: string | null): ChosenWords | null =>
    place === null ? null : { place, exact: '', prefix: '', suffix: '' }
  if (selection instanceof NodeSelection) return whole(selection.node.attrs.id as string | null)
  const { $from } = selection
  const line = $from.parent
  if (!line.isTextblock) return whole((doc.nodeAt(selection.from)?.attrs.id as string | undefined) ?? null)
  const place = linePlace(line, $from.node($from.depth - 1), $from.index($from.depth - 1))
  const text = line.textContent
  // A note is on words of one line: the first of those that are selected.
  const selected = text.slice($from.parentOffset, selection.to - $from.start())
  const exact = selected.trim()
  if (place === null || exact === '') return whole(place)
  const from = $from.parentOffset + selected.indexOf(exact)
  return {
    ...{ place, exact },
    prefix: text.slice(Math.max(0, from - BESIDE), from),
    suffix: text.slice(from + exact.length, from + exact.length + BESIDE),
  }
}

/** The decorations for marks, as far as their words are there. */
export function marksIn(doc: Node, marks: readonly Mark[]): DecorationSet {
  const found = marks.flatMap(({ id, place, words, before, behind }): Decoration[] => {
    if (words === '') {
      const block = findBlock(doc, place)
      return block
        ? [Decoration.node(block.pos, block.pos + block.node.nodeSize, { class: 'noted-block' }, { note: id })]
        : []
    }
    const line = lineAt(doc, place)
    const at = line?.node.textContent.indexOf(before + words + behind) ?? -1
    if (!line || at < 0) return []
    const from = line.start + at + before.length
    return [Decoration.inline(from, from + words.length, { class: 'noted' }, { note: id })]
  })
  return DecorationSet.create(doc, found)
}

export const notesPlugin = (): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => marksIn(doc, notesOnPage()?.marks ?? []),
      apply(tr, before) {
        const marks = tr.getMeta(key) as readonly Mark[] | undefined
        return marks ? marksIn(tr.doc, marks) : before.map(tr.mapping, tr.doc)
      },
    },
    view(view) {
      const notes = notesOnPage()
      const mark = () => {
        const tr = view.state.tr.setMeta(key, notes?.marks ?? []).setMeta('addToHistory', false)
        view.dispatch(tr.setMeta(REMOTE, true))
      }
      notes?.addEventListener('marks', mark)
      return { destroy: () => notes?.removeEventListener('marks', mark) }
    },
    appendTransaction(transactions) {
      // A block that somebody else has changed is put anew, without its marks.
      if (transactions.some((tr) => tr.docChanged && tr.getMeta(REMOTE))) lookLater()
      return null
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick(view, pos) {
        const [mark] = key.getState(view.state)?.find(pos, pos) ?? []
        const id = (mark?.spec as { note?: string } | undefined)?.note
        if (id !== undefined) notesOnPage()?.show(id)
        return false
      },
      handleKeyDown(view, event) {
        if (!isNoteKey(event)) return false
        askNote(view.state, view.dispatch, view)
        return true
      },
    },
  })

let looking: ReturnType<typeof setTimeout> | undefined
function lookLater(): void {
  clearTimeout(looking)
  looking = setTimeout(() => void notesOnPage()?.refresh(), LOOK_AFTER)
}

/** Whatever letter the keyboard makes of it together with Alt. */
const isNoteKey = ({ ctrlKey, metaKey, altKey, code, key: letter }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && altKey && (code === 'KeyM' || letter.toLowerCase() === 'm')

/** Fields of the form that a note can be on, and what they are called there. */
const FIELDS: Record<string, string> = {
  ...Object.fromEntries(
    ['headline', 'standfirst', 'byline', 'dateline', 'searchHeadline', 'shareHeadline'].map((name) => [name, name]),
  ),
  pictureCaption: 'picture',
}

/** Connects the page's notes with the form: its words are saved before a note is made on them, and the key works in its fields. */
export function connectNotes(form: HTMLFormElement, save: () => Promise<boolean>): void {
  const notes = notesOnPage()
  if (!notes) return
  notes.ready = save
  form.addEventListener('keydown', (event) => {
    const field = event.target as HTMLInputElement
    const place = FIELDS[field.name ?? '']
    if (!isNoteKey(event) || place === undefined) return
    event.preventDefault()
    const [from, to] = [field.selectionStart ?? 0, field.selectionEnd ?? 0]
    const exact = field.value.slice(from, to).trim()
    const start = from + field.value.slice(from, to).indexOf(exact)
    notes.ask({
      ...{ place, exact },
      prefix: exact && field.value.slice(0, start),
      suffix: exact && field.value.slice(start + exact.length),
    })
  })
}

/** What colleagues noted has changed. */
export const hearNotes = (): void => void notesOnPage()?.refresh()
