/**
 * Pasting and dropping: whatever comes is read as a story's blocks, what has no
 * place in a story is said, and the original is kept. What is too long is not
 * put in, and kept as well. How long it is is looked at before anything is read.
 */
import { Fragment, type Node, Slice } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { editorMessages as m } from '../../../../messages/index.ts'
import { isPlainLine, schema } from '../schema.ts'
import { htmlToLines } from './paste-html.ts'
import { type LeftOut, type Line, linesToNodes, tooManyRows } from './paste-lines.ts'
import { textToLines } from './paste-text.ts'

/** What a story holds at most, in characters; the server says the same. */
const LONGEST_TEXT = 200_000
/** Of a page with more, only the words are taken: reading all of it would hold the editor up. */
const LONGEST_HTML = 2_000_000
const MOST_TAGS = 90_000

export interface Pasted {
  html: string
  text: string
}

export type Read =
  | { nodes: Node[]; leftOut: LeftOut; onlyWords: boolean }
  /** A sentence, where none of it was put in. */
  | { problem: string }

/** What a paste makes; `parse` reads markup as a document, of which nothing runs. */
export function readPasted({ html, text }: Pasted, parse: (html: string) => Element): Read {
  const tooLong = html.length > LONGEST_HTML || !hasFewer(html, '<', MOST_TAGS)
  const onlyWords = html !== '' && tooLong
  if (onlyWords && text === '') return { problem: m.pasteTooLong(html.length, LONGEST_TEXT) }
  if (text.length > LONGEST_TEXT) return { problem: m.pasteTooLong(text.length, LONGEST_TEXT) }
  const fromHtml = html !== '' && !onlyWords
  const { lines, leftOut } = fromHtml ? htmlToLines(parse(html)) : { lines: textToLines(text), leftOut: {} }
  const rows = tooManyRows(lines)
  if (rows !== null) return { problem: m.pasteTooManyRows(rows) }
  if (lengthOf(lines) > LONGEST_TEXT) return { problem: m.pasteTooLong(lengthOf(lines), LONGEST_TEXT) }
  return { nodes: linesToNodes(lines), leftOut, onlyWords }
}

const lengthOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => {
    const pieces = line.kind === 'table' ? line.rows.flat(2) : line.pieces
    return sum + pieces.reduce((all, { text }) => all + text.length, 0)
  }, 0)

function hasFewer(text: string, sign: string, most: number): boolean {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0 && count <= most; at = text.indexOf(sign, at + 1)) count++
  return count <= most
}

/** The one line that is said of a paste: what was left out of it; empty where nothing was. */
export function saidOf({ leftOut, onlyWords }: { leftOut: LeftOut; onlyWords: boolean }): string {
  const parts = Object.entries(leftOut).map(([what, count]) => m.leftOutParts[what as keyof LeftOut](count))
  return [onlyWords ? m.onlyWords : '', parts.length > 0 ? m.leftOut(parts) : ''].filter(Boolean).join(' ')
}

interface Take {
  /** Says what came of it, and keeps the original. */
  said(sentence: string, pasted: Pasted): void
  /** Takes pictures and files that came as such. */
  files(view: EditorView, files: readonly File[], at: number | null): void
}

export const pastePlugin = ({ said, files }: Take): Plugin => {
  const take = (view: EditorView, data: DataTransfer | null, at: number | null): boolean => {
    if (!data) return false
    const html = data.getData('text/html')
    const text = data.getData('text/plain')
    // Copied within the editor: its blocks come back as they were.
    if (html.includes('data-pm-slice')) return false
    const brought = [...data.files]
    if (brought.length > 0 && text.trim() === '') {
      files(view, brought, at)
      return true
    }
    if (html === '' && text === '') return false
    // A few words in a line are words in this line.
    if (html === '' && !/[\n*_[|#]/.test(text) && text.length < 10_000) return false
    const read = readPasted({ html, text }, parseHtml)
    if ('problem' in read) said(read.problem, { html, text })
    else {
      put(view, read.nodes, at)
      const sentence = saidOf(read)
      if (sentence !== '') said(sentence, { html, text })
    }
    return true
  }
  const instead = (event: Event, taken: boolean): boolean => {
    if (taken) event.preventDefault()
    return taken
  }
  return new Plugin({
    props: {
      // Before ProseMirror's own handlers, which read all of the markup first, however much it is.
      handleDOMEvents: {
        paste: (view, event) => view.editable && instead(event, take(view, event.clipboardData, null)),
        drop(view, event) {
          if (view.dragging) return false
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null
          return instead(event, take(view, event.dataTransfer, at))
        },
      },
    },
  })
}

const parseHtml = (html: string): Element => new DOMParser().parseFromString(html, 'text/html').body

function put(view: EditorView, nodes: readonly Node[], at: number | null): void {
  if (nodes.length === 0) return
  const { tr } = view.state
  const $at = at === null ? view.state.selection.$from : tr.doc.resolve(at)
  const to = at ?? view.state.selection.to
  const { parent } = $at
  if (isPlainLine(parent) || parent.type.name === 'table_cell') {
    // A caption, a title, a cell: their words, in this line.
    const words = nodes.map((node) => node.textBetween(0, node.content.size, ' ')).join(' ')
    tr.insertText(words, at ?? view.state.selection.from, to)
  } else {
    const open = (node: Node | undefined) => (node?.type === schema.nodes.paragraph ? 1 : 0)
    const slice = new Slice(Fragment.from([...nodes]), open(nodes[0]), open(nodes.at(-1)))
    if (at === null) tr.replaceSelection(slice)
    else tr.replaceRange(at, at, slice)
  }
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
}
