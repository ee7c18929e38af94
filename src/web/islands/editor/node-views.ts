/** How pictures, embeds and files are drawn while they are edited: as readers see them, with their captions to write in. */
import type { Node } from 'prosemirror-model'
import { NodeSelection } from 'prosemirror-state'
import type { Decoration, EditorView, NodeViewConstructor } from 'prosemirror-view'
import { editorMessages as m } from '../../../messages/index.ts'
import { element } from './elements.ts'
import { isHere } from './marks-of-state.ts'
import type { Picture } from './schema.ts'

/** Where a picture of the library is shown from; empty while it is not known. `onKnown` is called once it is. */
export type ShownPicture = (address: string, onKnown: () => void) => string

export function nodeViews(shown: ShownPicture): Record<string, NodeViewConstructor> {
  const picture = pictureView(shown)
  return { figure: picture, shot: picture, embed: embedView(shown), file: fileView }
}

const pictureView =
  (shown: ShownPicture): NodeViewConstructor =>
  (node, view, getPos, decorations) => {
    let now = node
    const image = element('img', { alt: '', draggable: 'false' })
    const caption = element('figcaption', { class: 'writes', 'data-empty': m.caption })
    const dom = element('figure', { 'data-kind': node.type.name }, [
      element('div', { class: 'plate-or-picture', contenteditable: 'false' }, [image]),
      caption,
    ])
    const change = (picture: object) => {
      const pos = getPos()
      if (pos !== undefined) view.dispatch(view.state.tr.setNodeAttribute(pos, 'picture', picture))
    }
    let facts: ReturnType<typeof pictureFacts> | null = null
    const draw = () => {
      const { src = '', alt: words = '', decorative: isDecorative = false } = now.attrs.picture
      const from = src === '' ? '' : shown(src, draw)
      const lacksAlt = src !== '' && words === '' && !isDecorative
      image.hidden = from === ''
      if (from !== '' && image.getAttribute('src') !== from) image.src = from
      image.alt = words
      if (lacksAlt) addFacts()
      facts?.show(now.attrs.picture)
      dom.classList.toggle('no-alt', lacksAlt)
      caption.classList.toggle('blank', now.content.size === 0)
    }
    const addFacts = () => {
      if (facts) return
      facts = pictureFacts(() => now.attrs.picture, change)
      dom.append(facts.dom)
      facts.show(now.attrs.picture)
    }
    // Those of a gallery are in hand with it, of which they are not told.
    if (node.type.name === 'shot' || isHere(decorations)) addFacts()
    image.loading = 'lazy'
    draw()
    return {
      dom,
      contentDOM: caption,
      update(next: Node, decorations: readonly Decoration[]) {
        if (next.type !== now.type) return false
        const same = next.attrs.picture === now.attrs.picture && next.content.size > 0 === now.content.size > 0
        now = next
        if (isHere(decorations)) addFacts()
        if (!same) draw()
        return true
      },
      stopEvent: (event: Event) => facts?.dom.contains(event.target as HTMLElement) === true,
      ignoreMutation: (change) => change.type !== 'selection' && !caption.contains(change.target),
    }
  }

/**
 * The fields below a picture, made when they are first needed: browsers look at
 * every field of a page as it opens, and lay out for that what is out of view.
 */
function pictureFacts(picture: () => Picture, change: (picture: object) => void) {
  const alt = element('input', { type: 'text', 'aria-label': m.alt, placeholder: m.altHint, dir: 'auto' })
  const decorative = element('input', { type: 'checkbox' })
  alt.addEventListener('input', () => change({ ...picture(), alt: alt.value.trim() }))
  decorative.addEventListener('change', () => {
    const { decorative: _, ...rest } = picture()
    change(decorative.checked ? { ...rest, alt: '', decorative: true } : rest)
  })
  return {
    dom: element('div', { class: 'facts', contenteditable: 'false' }, [
      alt,
      element('label', { class: 'check' }, [decorative, ` ${m.decorative}`]),
    ]),
    show({ alt: words = '', decorative: isDecorative = false }: Partial<Picture>) {
      if (alt !== document.activeElement) alt.value = words
      alt.disabled = isDecorative
      decorative.checked = isDecorative
    },
  }
}

const embedView =
  (shown: ShownPicture): NodeViewConstructor =>
  (node) => {
    const { url = '', still = '' } = node.attrs.embed
    const image = element('img', { alt: '', draggable: 'false' })
    const title = element('p', { class: 'writes embed-title', 'data-empty': m.embedTitle })
    const plate = element('div', { class: 'plate-or-picture', contenteditable: 'false' }, [image])
    const address = element('p', { class: 'meta address', contenteditable: 'false', dir: 'ltr' }, [url])
    const dom = element('div', { 'data-kind': 'embed', class: 'embed' }, [plate, title, address])
    const draw = () => {
      const from = still === '' ? '' : shown(still, draw)
      plate.hidden = from === ''
      if (from !== '') image.src = from
    }
    draw()
    return simple(node, dom, title)
  }

const fileView: NodeViewConstructor = (node) => {
  const title = element('p', { class: 'writes', 'data-empty': m.fileTitle })
  const address = element('p', { class: 'meta address', contenteditable: 'false', dir: 'ltr' }, [
    node.attrs.file.src ?? '',
  ])
  return simple(node, element('div', { 'data-kind': 'file', class: 'file' }, [title, address]), title)
}

/** A view that is drawn anew when anything but its words changes. */
function simple(node: Node, dom: HTMLElement, words: HTMLElement) {
  let now = node
  const blank = () => words.classList.toggle('blank', now.content.size === 0)
  blank()
  return {
    dom,
    contentDOM: words,
    update(next: Node) {
      if (next.type !== now.type || !next.hasMarkup(now.type, { ...now.attrs, id: next.attrs.id }, now.marks))
        return false
      now = next
      blank()
      return true
    },
    ignoreMutation: (change: { type: string; target: globalThis.Node }) =>
      change.type !== 'selection' && !words.contains(change.target),
  }
}

/** Selects the block as a whole, as one does before it is moved or taken out. */
export function selectBlock(view: EditorView, pos: number): void {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
  view.focus()
}
