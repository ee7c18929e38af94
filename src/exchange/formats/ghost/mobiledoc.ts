/** A body as Ghost's editor kept it until 2023, as HTML. */
import { escapedHtml as text } from '../../../text/index.ts'
import { fieldText, isRow } from '../json/row-values.ts'
import { type Writing, writeCard } from './cards.ts'

/** The kinds of sections, by the numbers that the format has for them. */
const MARKUP = 1
const IMAGE = 2
const LIST = 3
const CARD = 10
const ATOM = 1
const ELEMENT = /^(?:strong|em|b|i|a|s|u|code|sub|sup|del|strike)$/

type List = readonly unknown[]
const listIn = (value: unknown): List => (Array.isArray(value) ? value : [])

interface Document {
  sections: List
  cards: List
  atoms: List
  markups: List
}

/** Writes the document; false where it is none. */
export function writeMobiledoc(writing: Writing, json: string): boolean {
  const document = documentOf(json)
  if (document === null) return false
  for (const section of document.sections) {
    const [kind, first, second] = listIn(section)
    if (kind === MARKUP) writing.html.push(element(String(first), markers(listIn(second), document)))
    else if (kind === IMAGE) writing.html.push(`<figure><img src="${text(String(first ?? ''))}"></figure>`)
    else if (kind === LIST) {
      const items = listIn(second).map((item) => `<li>${markers(listIn(item), document)}</li>`)
      writing.html.push(element(first === 'ol' ? 'ol' : 'ul', items.join('')))
    } else if (kind === CARD) {
      const [name, payload] = listIn(document.cards[Number(first)])
      if (typeof name === 'string') writeCard(writing, name, isRow(payload) ? payload : {})
    }
  }
  return true
}

function documentOf(json: string): Document | null {
  try {
    const tree: unknown = JSON.parse(json)
    if (!isRow(tree) || !Array.isArray(tree.sections)) return null
    const { sections, cards, atoms, markups } = tree
    return { sections: listIn(sections), cards: listIn(cards), atoms: listIn(atoms), markups: listIn(markups) }
  } catch {
    return null
  }
}

function element(tag: string, inside: string): string {
  if (/^(?:p|h[1-6]|ul|ol|blockquote)$/.test(tag)) return `<${tag}>${inside}</${tag}>`
  return tag === 'aside' || tag === 'pull-quote' ? `<blockquote>${inside}</blockquote>` : `<p>${inside}</p>`
}

/** Words with what is marked in them: each says which elements begin before it and how many end behind it. */
function markers(all: List, document: Document): string {
  const open: string[] = []
  let html = ''
  for (const marker of all) {
    const [kind, begun, ended, value] = listIn(marker)
    for (const index of listIn(begun)) {
      const [tag, attributes] = listIn(document.markups[Number(index)])
      const name = typeof tag === 'string' && ELEMENT.test(tag.toLowerCase()) ? tag.toLowerCase() : 'span'
      open.push(name)
      html += `<${name}${name === 'a' ? ` href="${text(hrefIn(listIn(attributes)))}"` : ''}>`
    }
    html += kind === ATOM ? atom(listIn(document.atoms[Number(value)])) : text(typeof value === 'string' ? value : '')
    for (let i = 0; i < Math.min(Number(ended) || 0, 100); i++) {
      const name = open.pop()
      if (name !== undefined) html += `</${name}>`
    }
  }
  return html
}

/** Names and values stand one after the other. */
function hrefIn(attributes: List): string {
  const at = attributes.indexOf('href')
  return at < 0 ? '' : String(attributes[at + 1] ?? '')
}

function atom([name, value, payload]: List): string {
  if (name === 'soft-return') return '<br>'
  return text(typeof value === 'string' && value !== '' ? value : isRow(payload) ? fieldText(payload, 'text') : '')
}
