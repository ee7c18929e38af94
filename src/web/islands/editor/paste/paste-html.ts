/**
 * A pasted page as lines: what Word, Google Docs, LibreOffice and the web call
 * bold, a list or a heading, and what they leave behind. Only what is written
 * in elements and attributes is looked at: nothing of it runs or is loaded.
 */
import type { Mark } from 'prosemirror-model'
import { isLink } from '../links.ts'
import { schema } from '../schema.ts'
import type { LeftOut, Line, Piece } from './paste-lines.ts'

/** Deeper than this only the words are taken. */
const DEEPEST = 250

const NOTHING = new Set(['script', 'style', 'head', 'title', 'meta', 'link', 'template', 'noscript', 'xml', 'base'])
const LEFT_OUT: Record<string, keyof LeftOut> = {
  ...{ img: 'pictures', picture: 'pictures', svg: 'drawings', canvas: 'drawings', math: 'drawings' },
  ...{ 'v:shape': 'drawings', 'v:rect': 'drawings', 'v:group': 'drawings', 'v:line': 'drawings' },
  ...{ video: 'videos', audio: 'videos', iframe: 'embeds', object: 'embeds', embed: 'embeds' },
  ...{ input: 'fields', select: 'fields', textarea: 'fields' },
}
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** What Word calls a comment; it writes their texts at the end of its page. */
const COMMENT = /mso-element:\s*comment(?!-)/

const isNothing = (tag: string, style: string, className: string): boolean =>
  NOTHING.has(tag) ||
  /display:\s*none|mso-hide:\s*all|mso-list:\s*ignore|mso-special-character:\s*comment/.test(style) ||
  /\bMsoCommentReference\b/.test(className)

interface Around {
  kind: Exclude<Line['kind'], 'table'>
  marks: readonly Mark[]
  depth: number
  isPre: boolean
}

/** The lines of a page, and what they leave out. */
export function htmlToLines(root: Element): { lines: Line[]; leftOut: LeftOut } {
  const lines: Line[] = []
  const leftOut: LeftOut = {}
  let pieces: Piece[] = []
  let kind: Around['kind'] = 'paragraph'
  const flush = (next: Around['kind']) => {
    if (pieces.length > 0) lines.push({ kind, pieces })
    pieces = []
    kind = next
  }
  const leave = (what: keyof LeftOut) => {
    leftOut[what] = (leftOut[what] ?? 0) + 1
  }

  function walkAll(parent: Node, around: Around): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) walk(child, around)
  }

  function text(words: string, { isPre, marks }: Around): void {
    const parts = isPre ? words.split('\n') : [words]
    parts.forEach((part, index) => {
      if (index > 0) flush(kind)
      pieces.push({ text: part, marks })
    })
  }

  function walk(node: Node, around: Around): void {
    if (node.nodeType === 3) text(node.nodeValue ?? '', around)
    else if (node.nodeType !== 1) return
    else if (around.depth > DEEPEST) text(node.textContent ?? '', around)
    else walkElement(node as Element, around)
  }

  function walkElement(element: Element, around: Around): void {
    const tag = element.tagName.toLowerCase()
    const style = (element.getAttribute('style') ?? '').toLowerCase()
    const className = element.getAttribute('class') ?? ''
    const out = LEFT_OUT[tag]
    if (out) {
      if (!isTracker(element)) leave(out)
    } else if (isNothing(tag, style, className)) return
    else if (COMMENT.test(style)) leave('comments')
    else if (/mso-element:\s*comment-list/.test(style)) walkComments(element)
    else if (tag === 'del' || /\bmsoDel\b/.test(className)) leave('deletions')
    else if (tag === 'br') flush(kind)
    else if (tag === 'table') table(element, around)
    else {
      const inside = { ...around, marks: marksOf(element, tag, style, around.marks), depth: around.depth + 1 }
      const isBlock = BLOCKS.has(tag)
      if (isBlock) {
        inside.isPre ||= tag === 'pre'
        inside.kind = kindOf(element, tag, style, className, around.kind)
        flush(inside.kind)
      }
      walkAll(element, inside)
      if (isBlock) flush(around.kind)
    }
  }

  /** Word's list of comments at the end of its page: each is an element of its own. */
  function walkComments(element: Element): void {
    for (const child of element.querySelectorAll('[style]'))
      if (COMMENT.test((child.getAttribute('style') ?? '').toLowerCase())) leave('comments')
  }

  /** Rows and cells of results; a table that only holds the page together is walked as what it holds. */
  function table(element: Element, around: Around): void {
    const rows = [...element.querySelectorAll('tr')]
    const cells = rows.map((row) => [...row.children].filter(({ tagName }) => /^t[dh]$/i.test(tagName)))
    const isData = cells.some(({ length }) => length > 1) && element.querySelector('table, h1, h2, ul, ol') === null
    flush(around.kind)
    if (isData) {
      lines.push({ kind: 'table', rows: cells.filter(({ length }) => length > 0).map((row) => row.map(cellOf)) })
      for (const [name, what] of Object.entries(LEFT_OUT).slice(0, 5))
        for (const one of element.getElementsByTagName(name)) if (!isTracker(one)) leave(what)
    } else walkAll(element, { ...around, depth: around.depth + 1 })
    flush(around.kind)
  }

  walkAll(root, { kind: 'paragraph', marks: [], depth: 0, isPre: false })
  flush('paragraph')
  return { lines, leftOut }
}

/** A cell's words, with what is strong in it and its links. */
function cellOf(cell: Element): Piece[] {
  const pieces: Piece[] = []
  const walk = (node: Node, marks: readonly Mark[], depth: number): void => {
    if (node.nodeType === 3) pieces.push({ text: node.nodeValue ?? '', marks })
    if (node.nodeType !== 1) return
    const element = node as Element
    const tag = element.tagName.toLowerCase()
    if (NOTHING.has(tag) || LEFT_OUT[tag]) return
    if (BLOCKS.has(tag) || tag === 'br') pieces.push({ text: ' ', marks })
    if (depth > DEEPEST) {
      pieces.push({ text: element.textContent ?? '', marks })
      return
    }
    const inside = marksOf(element, tag, (element.getAttribute('style') ?? '').toLowerCase(), marks)
    for (let child = element.firstChild; child; child = child.nextSibling) walk(child, inside, depth + 1)
  }
  // Of a header cell, being bold is no emphasis.
  const isHeader = /^th$/i.test(cell.tagName)
  for (let child = cell.firstChild; child; child = child.nextSibling) walk(child, [], 0)
  return isHeader ? pieces.map(({ text }) => ({ text, marks: [] })) : pieces
}

function kindOf(
  element: Element,
  tag: string,
  style: string,
  className: string,
  around: Around['kind'],
): Around['kind'] {
  const heading = /^h([1-6])$/.exec(tag)
  if (heading) return Number(heading[1]) <= 2 ? 'heading 2' : 'heading 3'
  if (/\bMsoTitle\b/.test(className)) return 'heading 2'
  if (/\bMsoSubtitle\b/.test(className)) return 'heading 3'
  // Word writes lists as paragraphs, with the sign of each as words before it.
  if (/mso-list:\s*l\d/.test(style)) return isNumbered(element) ? 'numbers' : 'bullets'
  if (tag === 'li') return isOrdered(element) ? 'numbers' : 'bullets'
  if (tag === 'blockquote' || /\bMso(Intense)?Quote\b/.test(className)) return 'quote'
  return around
}

function isOrdered(item: Element): boolean {
  return item.parentElement?.tagName.toLowerCase() === 'ol'
}

function isNumbered(paragraph: Element): boolean {
  const signs = [...paragraph.querySelectorAll('[style]')].filter((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute('style') ?? ''),
  )
  return /^\W{0,2}[\da-z]{1,5}[.)]/i.test((signs[0]?.textContent ?? '').trim())
}

function marksOf(element: Element, tag: string, style: string, before: readonly Mark[]): readonly Mark[] {
  const { link, strong, emphasis } = schema.marks
  let marks = before
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/.exec(style)?.[1]
  const isBold = weight === undefined ? tag === 'b' || tag === 'strong' : /bold/.test(weight) || Number(weight) >= 600
  const isLight = weight !== undefined && !isBold
  if (isBold && !/^h[1-6]$/.test(tag)) marks = strong.create().addToSet(marks)
  else if (isLight) marks = strong.removeFromSet(marks)
  const slant = /(?:^|[;\s])font-style:\s*(\w+)/.exec(style)?.[1]
  if (slant === undefined ? tag === 'i' || tag === 'em' : slant !== 'normal') marks = emphasis.create().addToSet(marks)
  else if (slant === 'normal') marks = emphasis.removeFromSet(marks)
  const href = tag === 'a' ? (element.getAttribute('href') ?? '').trim() : ''
  return isLink(href) ? link.create({ href }).addToSet(marks) : marks
}

/** A picture of one point, which tells somebody that a page was opened. */
const isTracker = (element: Element): boolean =>
  element.getAttribute('width') === '1' || element.getAttribute('height') === '1'
