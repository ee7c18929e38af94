/** What the search for a story leaves behind: its first words, over the rest of it, and all of it where it was content with little. */

import { isPictureLine } from '../../body/index.ts'
import { dayOfLine } from '../dates/found-date.ts'
import { furnitureOf } from '../furniture.ts'
import { isBylineText } from './byline-words.ts'
import { proseUnder } from './prose.ts'
import type { Line } from './words.ts'

/** A part of the page's running text under which a story is not taken for whole. */
const LITTLE = 0.3
/** Lines between a headline and a story that may be its beginning. */
const MOST_LEADS = 3

/** Whether an article holds so little of what the page has that it is hardly the story. */
export const isLittle = (article: Element | null, prose: number): boolean =>
  prose > 400 && (article === null || proseUnder(article).of(article) < LITTLE * prose)

/** The innermost element that holds most of the page's running text. */
export function holderOfProse(document: Document): Element {
  const prose = proseUnder(document.body)
  let holder: Element = document.body
  for (;;) {
    const inner = [...holder.children].find((child) => prose.of(child) >= 0.75 * prose.of(holder))
    if (!inner || prose.of(inner) === 0 || /^(P|UL|OL|TABLE|BLOCKQUOTE)$/.test(inner.tagName)) return holder
    holder = inner
  }
}

/** Puts the paragraphs that stand between the headline and the article at the article's beginning. */
export function takeLeads(article: Element, lines: readonly Line[], kept: ReadonlySet<string>, headline: string): void {
  const first = lines.findIndex(({ text }) => text.length > 40 && kept.has(text))
  const heading = lines.findIndex(({ text }, index) => index < first && text === headline)
  if (first < 0 || heading < 0) return
  const leads = lines.slice(heading + 1, first).filter(({ text, block }) => isLead(text, block))
  for (const { text } of leads.slice(0, MOST_LEADS).reverse()) {
    const paragraph = article.ownerDocument.createElement('p')
    paragraph.textContent = text
    article.insertBefore(paragraph, article.firstChild)
  }
}

/** Whether an element stands in a link or in a box beside the story. */
export function isBeside(element: Element): boolean {
  for (let one: Element | null = element; one; one = one.parentElement)
    if (/^(A|FIGURE|NAV|ASIDE|FORM)$/.test(one.tagName)) return true
  return false
}

const isLead = (text: string, block: Element): boolean =>
  text.length >= 60 &&
  /[.!?…।。][”"'’»)]?$/.test(text) &&
  !/^(LI|A|FIGCAPTION|BUTTON|TD|NAV|ASIDE|H[1-6])$/.test(block.tagName) &&
  furnitureOf(text) === null &&
  !isPictureLine(text) &&
  !isBylineText(text) &&
  dayOfLine(text, 'day-first') === null
