/** A body as Ghost's editor keeps it since 2023, as HTML. */
import { escapedHtml as text } from '../../../text/index.ts'
import { fieldText, isRow, type Row } from '../json/row-values.ts'
import { type Writing, writeCard } from './cards.ts'

/** Nodes within one another; deeper ones are their words. */
const DEEPEST = 100
/** The bits of a text's format, and the elements that say the same. */
const MARKS: readonly [bit: number, element: string][] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [32, 'sub'],
  [64, 'sup'],
]
/** Nodes that hold others, and the elements that say the same. */
const HOLDING: Record<string, string> = {
  paragraph: 'p',
  quote: 'blockquote',
  'extended-quote': 'blockquote',
  aside: 'blockquote',
  listitem: 'li',
  'at-link': 'span',
}
const WORDS = new Set(['text', 'extended-text', 'tab', 'linebreak'])

/** Writes the tree; false where it is none. */
export function writeLexical(writing: Writing, json: string): boolean {
  const root = rootOf(json)
  if (root === null) return false
  for (const node of childrenOf(root)) {
    const type = fieldText(node, 'type')
    const html = holding(node, 0)
    if (html === null) writeCard(writing, type, node)
    else writing.html.push(html)
  }
  return true
}

function rootOf(json: string): Row | null {
  try {
    const tree: unknown = JSON.parse(json)
    return isRow(tree) && isRow(tree.root) ? tree.root : null
  } catch {
    return null
  }
}

const childrenOf = (node: Row): Row[] => (Array.isArray(node.children) ? node.children.filter(isRow) : [])

/** The HTML of words and of what holds them; null for a card. */
function holding(node: Row, depth: number): string | null {
  const type = fieldText(node, 'type')
  if (WORDS.has(type)) return words(node, type)
  const within = () =>
    depth >= DEEPEST
      ? ''
      : childrenOf(node)
          .map((child) => holding(child, depth + 1) ?? '')
          .join('')
  if (type === 'heading' || type === 'extended-heading') {
    const tag = /^h[1-6]$/.test(fieldText(node, 'tag')) ? fieldText(node, 'tag') : 'h2'
    return `<${tag}>${within()}</${tag}>`
  }
  if (type === 'list') {
    const tag = fieldText(node, 'listType') === 'number' ? 'ol' : 'ul'
    return `<${tag}>${within()}</${tag}>`
  }
  if (type === 'link' || type === 'autolink') return `<a href="${text(fieldText(node, 'url'))}">${within()}</a>`
  const tag = Object.hasOwn(HOLDING, type) ? HOLDING[type] : undefined
  if (tag) return `<${tag}>${within()}</${tag}>`
  return Array.isArray(node.children) && node.children.length > 0 ? `<p>${within()}</p>` : null
}

function words(node: Row, type: string): string {
  if (type === 'linebreak') return '<br>'
  const format = Number(node.format) || 0
  return MARKS.reduce(
    (html, [bit, element]) => ((format & bit) === 0 ? html : `<${element}>${html}</${element}>`),
    text(fieldText(node, 'text')),
  )
}
