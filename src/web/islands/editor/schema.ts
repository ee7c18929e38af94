/**
 * A story's body as the editor holds it. Every block of the story is one node,
 * with the block's id; what a block shows as words is a node's text, so that
 * it is written where it stands; all else is in attributes.
 */
import { type DOMOutputSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model'
import type { StoryContent } from '../../../story/index.ts'

/** A line of words: spaces and newlines in it are what was written. */
const line = (more: NodeSpec): NodeSpec => ({ whitespace: 'pre', ...more })
const id = { id: { default: null } }

/** A block's element, with its id for copies within the editor. */
const element =
  (tag: string, more: Record<string, string> = {}) =>
  (node: Node): DOMOutputSpec => [tag, { ...more, 'data-id': node.attrs.id }, 0]

const idOf = (dom: HTMLElement) => ({ id: dom.dataset.id ?? null })
/** Attributes that are no text are copied as JSON. */
const dataOf = (name: string) => (dom: HTMLElement) => ({ ...idOf(dom), [name]: JSON.parse(dom.dataset.of ?? '{}') })
const withData =
  (tag: string, kind: string, name: string) =>
  (node: Node): DOMOutputSpec => [
    tag,
    { 'data-kind': kind, 'data-id': node.attrs.id, 'data-of': JSON.stringify(node.attrs[name]) },
    0,
  ]

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: line({
      content: 'inline*',
      group: 'block boxed',
      attrs: id,
      parseDOM: [{ tag: 'p', getAttrs: idOf }],
      toDOM: element('p'),
    }),
    heading: line({
      content: 'inline*',
      group: 'block',
      defining: true,
      attrs: { ...id, level: { default: 2 } },
      parseDOM: [2, 3].map((level) => ({ tag: `h${level}`, getAttrs: (dom) => ({ ...idOf(dom), level }) })),
      toDOM: (node) => element(`h${node.attrs.level}`)(node),
    }),
    quote: {
      content: 'quoted+ speaker',
      group: 'block',
      defining: true,
      attrs: id,
      parseDOM: [{ tag: 'blockquote', getAttrs: idOf }],
      toDOM: element('blockquote'),
    },
    quoted: line({
      content: 'inline*',
      attrs: id,
      parseDOM: [{ tag: 'p', context: 'quote/', getAttrs: idOf, priority: 60 }],
      toDOM: element('p'),
    }),
    speaker: line({ content: 'text*', marks: '', parseDOM: [{ tag: 'footer' }], toDOM: () => ['footer', 0] }),
    list: {
      content: 'item+',
      group: 'block boxed',
      attrs: { ...id, ordered: { default: false } },
      parseDOM: (['ul', 'ol'] as const).map((tag) => ({
        tag,
        getAttrs: (dom) => ({ ...idOf(dom), ordered: tag === 'ol' }),
      })),
      toDOM: (node) => element(node.attrs.ordered ? 'ol' : 'ul')(node),
    },
    item: line({
      content: 'inline*',
      attrs: id,
      defining: true,
      parseDOM: [{ tag: 'li', getAttrs: idOf }],
      toDOM: element('li'),
    }),
    note: line({
      content: 'inline*',
      group: 'block',
      defining: true,
      attrs: id,
      parseDOM: [{ tag: 'aside[data-kind=note]', getAttrs: idOf }],
      toDOM: element('aside', { class: 'note', 'data-kind': 'note' }),
    }),
    /** A picture; its caption is the node's text, all else of it stands in `picture`. */
    figure: line({
      content: 'text*',
      marks: '',
      group: 'block',
      isolating: true,
      draggable: true,
      attrs: { ...id, picture: { default: {} } },
      parseDOM: [{ tag: 'figure[data-kind=figure]', getAttrs: dataOf('picture') }],
      toDOM: withData('figure', 'figure', 'picture'),
    }),
    /** Its title is the node's text; `embed` has its address and its still. */
    embed: line({
      content: 'text*',
      marks: '',
      group: 'block',
      isolating: true,
      draggable: true,
      attrs: { ...id, embed: { default: {} } },
      parseDOM: [{ tag: 'div[data-kind=embed]', getAttrs: dataOf('embed') }],
      toDOM: withData('div', 'embed', 'embed'),
    }),
    /** Its title is the node's text; `file` has its address. */
    file: line({
      content: 'text*',
      marks: '',
      group: 'block',
      isolating: true,
      draggable: true,
      attrs: { ...id, file: { default: {} } },
      parseDOM: [{ tag: 'div[data-kind=file]', getAttrs: dataOf('file') }],
      toDOM: withData('div', 'file', 'file'),
    }),
    gallery: {
      content: 'shot+ gallery_caption',
      group: 'block',
      isolating: true,
      attrs: id,
      parseDOM: [{ tag: 'div[data-kind=gallery]', getAttrs: idOf }],
      toDOM: element('div', { 'data-kind': 'gallery', class: 'gallery' }),
    },
    shot: line({
      content: 'text*',
      marks: '',
      isolating: true,
      attrs: { ...id, picture: { default: {} } },
      parseDOM: [{ tag: 'figure[data-kind=shot]', getAttrs: dataOf('picture') }],
      toDOM: withData('figure', 'shot', 'picture'),
    }),
    gallery_caption: line({
      content: 'text*',
      marks: '',
      parseDOM: [{ tag: 'p.gallery-caption', priority: 70 }],
      toDOM: () => ['p', { class: 'gallery-caption' }, 0],
    }),
    table_block: {
      content: 'table_caption table',
      group: 'block',
      isolating: true,
      attrs: { ...id, headerRow: { default: true }, headerColumn: { default: false } },
      parseDOM: [
        {
          tag: 'div[data-kind=table]',
          getAttrs: (dom) => ({
            ...idOf(dom),
            headerRow: dom.classList.contains('header-row'),
            headerColumn: dom.classList.contains('header-column'),
          }),
        },
      ],
      toDOM: (node) =>
        element('div', {
          'data-kind': 'table',
          class: `table-block${node.attrs.headerRow ? ' header-row' : ''}${node.attrs.headerColumn ? ' header-column' : ''}`,
        })(node),
    },
    table_caption: line({
      content: 'text*',
      marks: '',
      parseDOM: [{ tag: 'p.table-caption', priority: 70 }],
      toDOM: () => ['p', { class: 'table-caption' }, 0],
    }),
    table: {
      content: 'table_row+',
      tableRole: 'table',
      isolating: true,
      parseDOM: [{ tag: 'table' }],
      toDOM: () => ['div', { class: 'scrolls' }, ['table', ['tbody', 0]]],
    },
    table_row: {
      content: 'table_cell+',
      tableRole: 'row',
      attrs: id,
      parseDOM: [{ tag: 'tr', getAttrs: idOf }],
      toDOM: element('tr'),
    },
    table_cell: line({
      content: 'inline*',
      tableRole: 'cell',
      isolating: true,
      // What prosemirror-tables asks every cell for; ours span nothing.
      attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
      parseDOM: [{ tag: 'td, th' }],
      toDOM: () => ['td', 0],
    }),
    box: {
      content: 'box_title boxed+',
      group: 'block',
      isolating: true,
      attrs: id,
      parseDOM: [{ tag: 'aside[data-kind=box]', getAttrs: idOf }],
      toDOM: element('aside', { 'data-kind': 'box', class: 'box' }),
    },
    box_title: line({
      content: 'text*',
      marks: '',
      parseDOM: [{ tag: 'p.box-title', priority: 70 }],
      toDOM: () => ['p', { class: 'box-title' }, 0],
    }),
    text: { group: 'inline' },
  },
  // In the order in which they stand around one another: a link holds strong words, and those emphasis.
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => ({ href: dom.getAttribute('href') }) }],
      toDOM: (mark) => ['a', { href: mark.attrs.href }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})

/** A picture as a story has it. */
export type Picture = NonNullable<StoryContent['picture']>

/** The nodes that bear an id of the story. */
export const hasId = (node: Node): boolean => 'id' in (node.type.spec.attrs ?? {})

/** Lines with words and no marks: captions, titles, who speaks. */
export const isPlainLine = (node: Node): boolean => node.isTextblock && node.type.spec.marks === ''
