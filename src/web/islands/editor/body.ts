/** The body as it is written: the view, and everything that works in it. */
import { dropCursor } from 'prosemirror-dropcursor'
import { gapCursor } from 'prosemirror-gapcursor'
import { history } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type Command, EditorState, Plugin, Selection } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { editorMessages as m } from '../../../messages/index.ts'
import type { Block } from '../../../story/index.ts'
import { applyToDoc, REMOTE } from './apply-steps.ts'
import type { Boot } from './boot.ts'
import { askFor, chooseFrom, type Listed } from './dialogs.ts'
import { docToBlocks } from './from-doc.ts'
import { idPlugin, idsOfFirst } from './ids.ts'
import { boxOf, embedOf, emptyTable, figureOf, fileOf, galleryOf, insertBlock } from './inserts.ts'
import type { Step } from './keep/draft-line.ts'
import { keyPlugins } from './keys.ts'
import { files, pictures, type shownPictures } from './library.ts'
import { asLink, isLink } from './links.ts'
import { type Holder, holdersPlugin, lockedPlaces, setHolders } from './marks-of-state.ts'
import { nodeViews } from './node-views.ts'
import { notesPlugin } from './notes/notes-plugin.ts'
import { type Pasted, pastePlugin } from './paste/paste.ts'
import { schema } from './schema.ts'
import { type Choice, openSlashMenu, slashPlugin } from './slash-menu.ts'
import { blocksToDoc } from './to-doc.ts'
import { makeToolbar } from './toolbar.ts'
import { type Kind, turnInto } from './turn-into.ts'

interface Around {
  /** Where the body stands, and what names it. */
  place: HTMLElement
  labelledBy: string
  words: Boot['words']
  library: ReturnType<typeof shownPictures>
  /** After each change of the writer's own, with the block that it is in. */
  changed(place: string | null): void
  /** When the cursor goes to another block. */
  moved(place: string | null): void
  save(): void
  takeOver(place: string): void
  /** Says what is seen anyway, to be heard. */
  announce(words: string): void
  /** Says something once, to be read and heard. */
  say(words: string): void
  /** Says what came of a paste. */
  pasted(sentence: string, original: Pasted): void
}

export interface Body {
  blocks(): Block[]
  /** The blocks that it began with, as it would send them back where nothing was written; those that nobody touches stay the same objects. */
  begunWith: Block[]
  /** Whether it can be written in; at first it can. */
  open(isOpen: boolean): void
  /** Plays what others did. */
  apply(steps: readonly Step[]): void
  hold(holders: readonly Holder[]): void
  focus(): void
}

export function makeBody(blocks: readonly Block[], around: Around): Body {
  const { place, library } = around
  const link: Command = (state, dispatch, view) => {
    if (dispatch && view) void askLink(view)
    return state.selection.$from.parent.type.allowsMarkType(schema.marks.link)
  }
  const save: Command = (_state, dispatch) => {
    if (dispatch) around.save()
    return true
  }
  const insert: Command = (_state, dispatch, view) => {
    if (dispatch && view) openSlashMenu(view)
    return true
  }
  let isOpen = true
  const first = EditorState.create({
    doc: blocksToDoc(blocks),
    plugins: [
      slashPlugin(choices(library), around.announce),
      ...keyPlugins({ link, save }),
      pastePlugin({ said: around.pasted, files: (view, brought, at) => void takeFiles(view, brought, at, around) }),
      dropCursor({ class: 'drop-cursor', color: false }),
      gapCursor(),
      tableEditing(),
      history(),
      idPlugin(),
      holdersPlugin(around.takeOver),
      lockPlugin(around.say),
      notesPlugin(),
    ],
  })
  let toolbar: ReturnType<typeof makeToolbar> | null = null
  const view: EditorView = new EditorView(place, {
    state: idsIn(first),
    editable: () => isOpen,
    nodeViews: nodeViews(library.shown),
    attributes: {
      id: 'body-editor',
      class: 'story-body',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': around.labelledBy,
      spellcheck: 'true',
      ...around.words,
    },
    dispatchTransaction(tr) {
      const before = view.state
      view.updateState(before.apply(tr))
      toolbar?.show(view.state)
      const at = placeAt(view.state)
      if (view.state.doc !== before.doc && !tr.getMeta(REMOTE)) around.changed(at)
      if (at !== placeAt(before) && view.hasFocus()) around.moved(at)
    },
  })
  toolbar = makeToolbar(view, { link, insert })
  place.prepend(toolbar.dom)
  toolbar.show(view.state)
  return {
    blocks: () => docToBlocks(view.state.doc),
    begunWith: docToBlocks(first.doc),
    open(now) {
      if (isOpen === now) return
      isOpen = now
      view.setProps({})
    },
    apply: (steps) => {
      const tr = applyToDoc(view.state, steps)
      if (tr.docChanged) view.dispatch(tr)
    },
    hold: (holders) => view.dispatch(setHolders(view.state, holders)),
    focus: () => view.focus(),
  }
}

function idsIn(state: EditorState): EditorState {
  const tr = idsOfFirst(state)
  return tr ? state.apply(tr) : state
}

/** The id of the block with the cursor. */
export function placeAt({ selection, doc }: EditorState): string | null {
  const { $from } = selection
  const node = $from.depth === 0 ? doc.nodeAt(selection.from) : $from.node(1)
  return (node?.attrs.id as string | undefined) ?? null
}

/** Nothing is changed in a block that a colleague is writing in. */
const lockPlugin = (say: (words: string) => void): Plugin =>
  new Plugin({
    filterTransaction(tr, state) {
      if (!tr.docChanged || tr.getMeta(REMOTE)) return true
      const locked = lockedPlaces(state)
      if (locked.size === 0) return true
      const after = new Map<string, Node>()
      tr.doc.forEach((node) => {
        after.set(node.attrs.id, node)
      })
      let name: string | undefined
      state.doc.forEach((node) => {
        const holder = locked.get(node.attrs.id)
        if (holder !== undefined && after.get(node.attrs.id) !== node) name = holder
      })
      if (name !== undefined) say(m.lockedBy(name))
      return name === undefined
    },
  })

async function askLink(view: EditorView): Promise<void> {
  const { state } = view
  const { from, to, empty, $from } = state.selection
  const mark = schema.marks.link.isInSet($from.marks()) ?? markIn(state, from, to)
  const answer = await askFor(
    m.linkTitle,
    [
      {
        name: 'href',
        label: m.linkAddress,
        type: 'url',
        value: mark?.attrs.href ?? '',
        check: (typed) => (typed === '' || isLink(asLink(typed)) ? null : m.notALink),
      },
    ],
    m.linkSet,
  )
  if (!answer) return
  const href = asLink(answer.href ?? '')
  const [start, end] = empty ? linkAround(view.state, from) : [from, to]
  const tr = view.state.tr.removeMark(start, end, schema.marks.link)
  if (href !== '' && start === end)
    tr.insertText(href, start).addMark(start, start + href.length, schema.mark('link', { href }))
  else if (href !== '') tr.addMark(start, end, schema.mark('link', { href }))
  view.dispatch(tr)
  view.focus()
}

function markIn(state: EditorState, from: number, to: number) {
  let found = null
  state.doc.nodesBetween(from, to, (node) => {
    found ??= schema.marks.link.isInSet(node.marks) ?? null
  })
  return found as { attrs: { href: string } } | null
}

/** The words of the link that the cursor is in. */
function linkAround({ doc }: EditorState, at: number): [number, number] {
  const $at = doc.resolve(at)
  let [start, end] = [at, at]
  $at.parent.forEach((node, offset) => {
    const from = $at.start() + offset
    if (schema.marks.link.isInSet(node.marks) && from <= at && at <= from + node.nodeSize)
      [start, end] = [from, from + node.nodeSize]
  })
  return [start, end]
}

const chosenOf = ({ src, words }: Listed) => ({ src, caption: words, alt: '' })

function choices(library: Around['library']): Choice[] {
  const kinds = (['heading 2', 'heading 3', 'quote', 'bullets', 'numbers', 'note'] as const).map((kind: Kind) => ({
    name: m.kinds[kind],
    also: kind,
    run: (view: EditorView) => {
      turnInto(kind)(view.state, view.dispatch)
      view.focus()
    },
  }))
  const put = (view: EditorView, node: Node) => {
    view.dispatch(insertBlock(view.state, node))
    view.focus()
  }
  return [
    {
      name: m.picture,
      also: m.also.picture,
      run: async (view) => {
        const chosen = await chooseFrom(pictures, false)
        library.learn(chosen ?? [])
        if (chosen?.[0]) put(view, figureOf(chosenOf(chosen[0])))
      },
    },
    {
      name: m.gallery,
      also: m.also.gallery,
      run: async (view) => {
        const chosen = await chooseFrom(pictures, true)
        library.learn(chosen ?? [])
        if (chosen && chosen.length > 1) put(view, galleryOf(chosen.map(chosenOf)))
        else if (chosen?.[0]) put(view, figureOf(chosenOf(chosen[0])))
      },
    },
    ...kinds,
    { name: m.table, also: m.also.table, run: (view) => put(view, emptyTable(3, 3)) },
    { name: m.box, also: m.also.box, run: (view) => put(view, boxOf()) },
    {
      name: m.file,
      also: m.also.file,
      run: async (view) => {
        const chosen = await chooseFrom(files, false)
        if (chosen?.[0]) put(view, fileOf({ src: chosen[0].src, title: chosen[0].words || chosen[0].name }))
      },
    },
    {
      name: m.embed,
      also: m.also.embed,
      run: async (view) => {
        const answer = await askFor(
          m.embedTitleOf,
          [
            {
              name: 'url',
              label: m.embedAddress,
              type: 'url',
              check: (typed) => (/^https?:\/\/\S+$/i.test(typed) ? null : m.notAnEmbed),
            },
            { name: 'title', label: m.embedWords },
          ],
          m.embedSet,
        )
        if (answer) put(view, embedOf({ url: answer.url ?? '', title: answer.title ?? '' }))
      },
    },
  ]
}

/** Pictures that were dropped or pasted go into the library, and stand where the cursor is. */
async function takeFiles(
  view: EditorView,
  brought: readonly File[],
  at: number | null,
  { library, say }: Around,
): Promise<void> {
  if (at !== null) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at))))
  say(m.uploading)
  const images = brought.filter(({ type }) => type.startsWith('image/'))
  const others = brought.filter((one) => !images.includes(one))
  const added = images.length > 0 ? await pictures.upload(images) : { added: [], problem: null }
  library.learn(added.added)
  for (const one of added.added) view.dispatch(insertBlock(view.state, figureOf(chosenOf(one))))
  const beside = others.length > 0 ? await files.upload(others) : { added: [], problem: null }
  for (const one of beside.added)
    view.dispatch(insertBlock(view.state, fileOf({ src: one.src, title: one.words || one.name })))
  say(added.problem ?? beside.problem ?? '')
}
